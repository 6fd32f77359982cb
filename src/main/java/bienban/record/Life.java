package bienban.record;

import bienban.security.Caller;
import bienban.security.Role;
import bienban.shared.ApiException;
import bienban.shared.InputError;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;

/**
 * The life of a record: which step may follow which, and what being taken back leaves behind. A record that was taken back by
 * mistake may be published again; one that was purged has nothing left to publish.
 */
@ApplicationScoped
public class Life {
    private static final Map<LifeStatus, Set<LifeStatus>> STEPS = Map.of(
            LifeStatus.draft, EnumSet.of(LifeStatus.published, LifeStatus.retracted),
            LifeStatus.published, EnumSet.of(LifeStatus.retracted),
            LifeStatus.retracted, EnumSet.of(LifeStatus.published));

    private final Session database;
    private final Caller caller;
    private final Rules rules;

    Life(Session database, Caller caller, Rules rules) {
        this.database = database;
        this.caller = caller;
        this.rules = rules;
    }

    /** A record on its way from one status to another, which may be the same. */
    public record Step(RecordKind kind, UUID id, LifeStatus from, LifeStatus to) {
        /** The step to what is stated, or none where nothing is. */
        public static Step of(RecordKind kind, UUID id, LifeStatus from, LifeStatus stated) {
            return new Step(kind, id, from, stated == null ? from : stated);
        }

        /** Whether nothing may refer to it from now on: it is about to be public no more, or to be purged. */
        public boolean takesAway(Retraction stated) {
            return (from == LifeStatus.published && to != from) || (to == LifeStatus.retracted && isPurge(stated));
        }
    }

    /** A new record begins as a draft or published. */
    public static void mayBegin(LifeStatus status) {
        if (status == LifeStatus.retracted) {
            throw ApiException.invalid(
                    InputError.at("/status", "unknown_value", EnumSet.complementOf(EnumSet.of(LifeStatus.retracted))));
        }
    }

    /** Takes the step, or refuses it. Where it is a purge nothing of the record is left to be written. */
    public boolean purges(Step step, Retraction stated) {
        if (step.from != step.to && !STEPS.get(step.from).contains(step.to)) {
            throw ApiException.conflict("step-not-allowed", step.kind, step.id, step.from, STEPS.get(step.from));
        }
        if (step.from != step.to) {
            caller.mustBe(Role.reviewer);
        }
        if (step.to != LifeStatus.retracted) {
            if (step.from == LifeStatus.retracted) {
                write("delete from retraction where record_id = :id", step.id);
            }
            return false;
        }
        if (stated == null && step.from != LifeStatus.retracted) {
            throw ApiException.invalid(InputError.at("/retraction/reason", "required"));
        }
        return stated != null && retract(step.id, stated);
    }

    private boolean retract(UUID id, Retraction stated) {
        var purge = isPurge(stated);
        caller.mustBe(Role.reviewer);
        if (purge) {
            rules.mayForget(id);
        }
        database.createNativeMutationQuery(
                        purge
                                ? "call record_purge(:id, :reason)"
                                : "insert into retraction (record_id, reason) values (:id, :reason)"
                                        + " on conflict (record_id) do update set reason = excluded.reason where retraction.reason <> excluded.reason")
                .setParameter("id", id)
                .setParameter("reason", stated.reason())
                .executeUpdate();
        return purge;
    }

    private static boolean isPurge(Retraction stated) {
        return stated != null && Boolean.TRUE.equals(stated.purge());
    }

    private void write(String sql, UUID id) {
        database.createNativeMutationQuery(sql).setParameter("id", id).executeUpdate();
    }
}
