package bienban.federation;

import bienban.federation.source.Remote;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Follows each upstream of the configuration at its interval, from start to end of the service. */
@ApplicationScoped
class Following {
    private static final int LONGEST_END_SECONDS = 10;

    private final Upstreams upstreams;
    private final ProgressRepository progress;
    private final Follower follower;
    private final Staleness staleness;
    private ScheduledExecutorService threads;

    Following(Upstreams upstreams, ProgressRepository progress, Follower follower, Staleness staleness) {
        this.upstreams = upstreams;
        this.progress = progress;
        this.follower = follower;
        this.staleness = staleness;
    }

    void begin(@Observes StartupEvent event) {
        var all = upstreams.all();
        if (all.isEmpty()) {
            return;
        }
        all.forEach(progress::prepare);
        staleness.look();
        threads = Executors.newScheduledThreadPool(all.size() + 1, work -> new Thread(work, "federation"));
        every(Duration.ofSeconds(1), staleness::look);
        every(Duration.ofSeconds(3), follower::prolong);
        for (var upstream : all) {
            var remote = new Remote(upstream);
            every(upstream.interval(), () -> follower.pull(upstream, remote));
        }
    }

    private void every(Duration interval, Runnable work) {
        // Nobody waits for it: it ends with the threads.
        var unused =
                threads.scheduleWithFixedDelay(() -> unfailing(work), 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A task that fails once would never be run again: the database may be away for a while. */
    private static void unfailing(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            Log.warnf("Following others is held up: %s", e);
        }
    }

    void end(@Observes ShutdownEvent event) throws InterruptedException {
        if (threads != null) {
            threads.shutdownNow();
            threads.awaitTermination(LONGEST_END_SECONDS, TimeUnit.SECONDS);
        }
    }
}
