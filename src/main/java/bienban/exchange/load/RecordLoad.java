package bienban.exchange.load;

import bienban.record.Entering;
import bienban.record.LifeStatus;
import bienban.record.Writing;
import bienban.security.Caller;
import bienban.security.Role;
import bienban.shared.ApiException;
import bienban.shared.JsonBody;
import bienban.shared.StrictJson;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Tuple;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** Enters records of the other kinds one by one, each as a request of its own would be. */
@ApplicationScoped
class RecordLoad {
    private static final int ROWS_AT_ONCE = 100;

    private final List<Entering<?>> kinds;
    private final StagedRows staged;
    private final Writing writing;
    private final JsonBody bodies;
    private final Caller caller;
    private final Session database;
    private final ImportRepository jobs;

    RecordLoad(
            @All List<Entering<?>> kinds,
            StagedRows staged,
            Writing writing,
            JsonBody bodies,
            Caller caller,
            Session database,
            ImportRepository jobs) {
        this.kinds = kinds;
        this.staged = staged;
        this.writing = writing;
        this.bodies = bodies;
        this.caller = caller;
        this.database = database;
        this.jobs = jobs;
    }

    /** Enters the good rows behind a position, at most so many; the last position, or nothing when none was left. */
    Long enter(Work work, long after, int most) {
        var last = after;
        for (int entered = 0; entered < most; ) {
            work.goesOn();
            var rows = database.createNativeQuery(
                            "select s.position, s.line, s.id, s.input from import_row s where s.job = :job and s.position > :after and "
                                    + StagedRows.GOOD + " order by s.position limit :limit",
                            Tuple.class)
                    .setParameter("job", work.id)
                    .setParameter("after", last)
                    .setParameter("limit", Math.min(ROWS_AT_ONCE, most - entered))
                    .getResultList();
            if (rows.isEmpty()) {
                break;
            }
            for (var row : rows) {
                last = row.get(0, Long.class);
                enter(work, row.get(1, Long.class), row.get(2, UUID.class), row.get(3, String.class));
            }
            entered += rows.size();
            database.clear();
        }
        return last == after ? null : Long.valueOf(last);
    }

    private void enter(Work work, long line, UUID id, String input) {
        staged.run("savepoint import_row", java.util.Map.of());
        try {
            enter(kindOf(work.type()), id, input);
            database.flush();
            staged.run("release savepoint import_row", java.util.Map.of());
        } catch (ApiException e) {
            database.clear();
            staged.run("rollback to savepoint import_row", java.util.Map.of());
            jobs.addFaults(work.id, List.of(Row.refused(line, RowReader.faults(e))));
        } catch (PersistenceException e) {
            throw new BrokenRow(line, e);
        }
    }

    private <T> void enter(Entering<T> kind, UUID id, String text) {
        var input = bodies.read(StrictJson.tree(text.getBytes(StandardCharsets.UTF_8)), kind.input());
        var status = kind.statusOf(input);
        if (status != null && status != LifeStatus.draft && !caller.isAtLeast(Role.reviewer)) {
            throw ApiException.notAllowed();
        }
        var key = kind.keyOf(id, input);
        // A code that was deleted can be used again, an id cannot.
        var isKnown = database.createNativeQuery(
                        "select exists (select 1 from record where id = :id and (status <> 'deleted' or :key = cast(id as text)))",
                        Boolean.class)
                .setParameter("id", id)
                .setParameter("key", key)
                .getSingleResult();
        if (isKnown) {
            writing.lock(kind.kind(), key, "*");
            kind.replace(id, input);
        } else {
            kind.enter(id, input);
        }
    }

    private Entering<?> kindOf(ImportType type) {
        return kinds.stream().filter(k -> k.kind() == type.kind()).findFirst().orElseThrow();
    }

    /** How many of the rows behind a position changed a record. */
    int written(Work work, long after) {
        return database.createNativeQuery(
                        "select cast(count(*) as integer) from import_row s where s.job = :job and s.position > :after and "
                                + StagedRows.GOOD
                                + " and exists (select 1 from record_change c where c.record_id = s.id and c.xact >="
                                + " pg_current_xact_id())",
                        Integer.class)
                .setParameter("job", work.id)
                .setParameter("after", after)
                .getSingleResult();
    }

    /** A row that broke a rule of the database, and with it the transaction. */
    static final class BrokenRow extends RuntimeException {
        private static final long serialVersionUID = 1L;
        final long line;

        BrokenRow(long line, PersistenceException cause) {
            super(cause);
            this.line = line;
        }
    }
}
