package bienban.exchange.load;

import bienban.security.Identity;
import java.util.UUID;

/** A job as its own process knows it. */
final class Work {
    final UUID id;
    final ImportQuery query;
    final ImportFormat format;
    /** For whom it works. */
    final Identity identity;

    long read;
    long refused;
    private volatile boolean cancelled;

    Work(UUID id, ImportQuery query, ImportFormat format, Identity identity) {
        this.id = id;
        this.query = query;
        this.format = format;
        this.identity = identity;
    }

    boolean isDryRun() {
        return Boolean.TRUE.equals(query.dryRun());
    }

    boolean skipsInvalid() {
        return query.modeOrDefault() == ImportMode.skipInvalid;
    }

    ImportType type() {
        return query.type();
    }

    void cancel() {
        cancelled = true;
    }

    /** Asked between steps, so that a job that is called off ends before the next. */
    void goesOn() {
        if (cancelled) {
            throw new Cancelled();
        }
    }

    /** The job was called off. */
    static final class Cancelled extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
