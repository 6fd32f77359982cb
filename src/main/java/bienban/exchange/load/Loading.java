package bienban.exchange.load;

import bienban.exchange.load.RecordLoad.BrokenRow;
import bienban.record.RecordRepository;
import bienban.record.Rules;
import bienban.record.Turn;
import bienban.security.Caller;
import bienban.shared.ApiException;
import bienban.shared.InputError;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.transaction.Status;
import java.util.List;
import java.util.function.Supplier;
import org.postgresql.util.PSQLException;

/** Enters what was taken in: checks it without keeping anybody waiting, then takes the turn and writes. */
@ApplicationScoped
class Loading {
    private static final int LONGEST_SECONDS = 6 * 60 * 60;
    private static final int LONGEST_WAIT_FOR_TURN_SECONDS = 10 * 60;
    /** Others get their turn between two parts of a file whose rows do not stand or fall together. */
    private static final int ROWS_A_TURN = 200;

    private final ImportRepository jobs;
    private final StagedRows staged;
    private final ObservationLoad observations;
    private final RecordLoad others;
    private final Hierarchy hierarchy;
    private final RecordRepository records;
    private final Rules rules;
    private final Turn turn;
    private final Caller caller;

    Loading(
            ImportRepository jobs,
            StagedRows staged,
            ObservationLoad observations,
            RecordLoad others,
            Hierarchy hierarchy,
            RecordRepository records,
            Rules rules,
            Turn turn,
            Caller caller) {
        this.jobs = jobs;
        this.staged = staged;
        this.observations = observations;
        this.others = others;
        this.hierarchy = hierarchy;
        this.records = records;
        this.rules = rules;
        this.turn = turn;
        this.caller = caller;
    }

    @ActivateRequestContext
    void perform(Work work) {
        caller.become(work.identity);
        try {
            work.goesOn();
            jobs.move(work.id, ImportState.running);
            if (work.type() == ImportType.observations) {
                enterFigures(work);
            } else {
                enterOthers(work);
            }
        } catch (Work.Cancelled e) {
            jobs.end(work.id, ImportState.cancelled, null, List.of());
        } catch (ApiException e) {
            jobs.end(work.id, ImportState.failed, e.code(), e.arguments());
        } catch (RuntimeException e) {
            Log.error("Import " + work.id + " failed", e);
            jobs.end(work.id, ImportState.failed, "internal-error", List.of());
        }
    }

    private void enterFigures(Work work) {
        inTransaction(() -> {
            observations.check(work);
            if (work.skipsInvalid()) {
                observations.refuseOrphans(work);
            }
            return null;
        });
        var refused = refused(work);
        var rows = inTransaction(() -> {
            turn.take(LONGEST_WAIT_FOR_TURN_SECONDS);
            observations.checkRecords(work);
            observations.refuseOrphans(work);
            work.goesOn();
            var written = observations.enter(work);
            return settled(work, refused, written);
        });
        finish(work, rows);
    }

    /** The documents are made and the rules asked; then what is not to stay is undone. */
    private ImportJob.Rows settled(Work work, long refusedBefore, long written) {
        records.settle();
        rules.mayHaveChanged();
        work.goesOn();
        staged.remember(work);
        var refused = staged.refused(work);
        var rows = new ImportJob.Rows(work.read, written, work.read - refused - written, refused);
        if (work.isDryRun() || (refused > refusedBefore && !work.skipsInvalid()) || isOff(work, refused)) {
            QuarkusTransaction.setRollbackOnly();
        } else {
            jobs.report(work.id, rows);
        }
        return rows;
    }

    private static boolean isOff(Work work, long refused) {
        return refused > 0 && !work.skipsInvalid();
    }

    private void enterOthers(Work work) {
        inTransaction(() -> {
            staged.identify(work);
            if (work.type().isCodeList()) {
                hierarchy.arrange(work);
            }
            return null;
        });
        var written = 0L;
        var after = 0L;
        while (true) {
            var part = enterPart(work, after, work.skipsInvalid() ? ROWS_A_TURN : Integer.MAX_VALUE, written);
            if (part.last() == null) {
                break;
            }
            after = part.last();
            written += part.written();
        }
        var refused = refused(work);
        finish(work, new ImportJob.Rows(work.read, written, work.read - refused - written, refused));
    }

    private Part enterPart(Work work, long after, int most, long writtenBefore) {
        while (true) {
            try {
                return inTransaction(() -> part(work, after, most, writtenBefore));
            } catch (BrokenRow e) {
                jobs.addFaults(work.id, List.of(Row.refused(e.line, List.of(broken(e)))));
            }
        }
    }

    private Part part(Work work, long after, int most, long writtenBefore) {
        turn.take(LONGEST_WAIT_FOR_TURN_SECONDS);
        var last = others.enter(work, after, most);
        if (last == null) {
            return new Part(null, 0);
        }
        records.settle();
        rules.mayHaveChanged();
        var written = others.written(work, after);
        staged.remember(work);
        var refused = staged.refused(work);
        if (work.isDryRun() || isOff(work, refused)) {
            QuarkusTransaction.setRollbackOnly();
        } else {
            jobs.report(work.id, new ImportJob.Rows(work.read, writtenBefore + written, 0, refused));
        }
        return new Part(last, written);
    }

    /** Rules of the database are named after what they say. */
    private static InputError broken(BrokenRow row) {
        for (Throwable cause = row; cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException e && e.getServerErrorMessage() != null) {
                return InputError.at(
                        "", "rule", String.valueOf(e.getServerErrorMessage().getConstraint()));
            }
        }
        throw row;
    }

    private long refused(Work work) {
        return inTransaction(() -> staged.refused(work));
    }

    private void finish(Work work, ImportJob.Rows rows) {
        if (isOff(work, rows.refused())) {
            // What could have been written was not.
            jobs.progress(work.id, new ImportJob.Rows(rows.read(), 0, rows.unchanged(), rows.refused()));
            jobs.end(work.id, ImportState.failed, "import-refused", List.of(rows.refused()));
        } else {
            jobs.progress(work.id, rows);
            jobs.end(work.id, ImportState.done, null, List.of());
        }
    }

    private <T> T inTransaction(Supplier<T> deed) {
        QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout(LONGEST_SECONDS));
        try {
            var result = timed(deed);
            if (QuarkusTransaction.isRollbackOnly()) {
                // A trial, or a file that is not good as a whole: to be counted, not to be kept.
                QuarkusTransaction.rollback();
            } else {
                QuarkusTransaction.commit();
            }
            return result;
        } finally {
            if (QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                QuarkusTransaction.rollback();
            }
        }
    }

    private <T> T timed(Supplier<T> deed) {
        var patience = staged.takeTime();
        try {
            return deed.get();
        } finally {
            staged.giveBack(patience);
        }
    }

    /** @param last the last position that was entered; null when none was left */
    private record Part(Long last, long written) {}
}
