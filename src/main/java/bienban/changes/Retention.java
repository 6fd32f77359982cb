package bienban.changes;

import bienban.security.audit.Deed;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long changes are kept: for ever, unless {@code bienban.changes.retention} says otherwise. */
@Singleton
class Retention {
    private static final Duration LEAST = Duration.ofDays(90);
    /** So many at a time, so that nobody waits for the rest. */
    private static final int BATCH = 5_000;

    private final ChangeRepository changes;
    private final Optional<Duration> kept;

    Retention(ChangeRepository changes, @ConfigProperty(name = "bienban.changes.retention") Optional<Duration> kept) {
        this.changes = changes;
        this.kept = kept;
    }

    void started(@Observes StartupEvent event) {
        if (kept.isPresent() && kept.get().compareTo(LEAST) < 0) {
            throw new IllegalStateException(
                    "bienban.changes.retention is %s; whoever follows the feed relies on at least %d days"
                            .formatted(kept.get(), LEAST.toDays()));
        }
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void prune() {
        if (kept.isPresent()) {
            var taken = BATCH;
            while (taken == BATCH) {
                taken = changes.prune(kept.get(), BATCH);
                if (taken > 0) {
                    new Deed("system:retention", "pruneChanges", null, taken).done();
                }
            }
        }
    }
}
