package bienban.changes;

import bienban.changes.ChangeRepository.Portion;
import bienban.changes.Listener.Connection;
import bienban.shared.ApiException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * All who listen. One question a second asks for all of them whether something is new; a notification by the database would
 * come too early, while an older transaction still keeps the change back. Few workers read for all, so that the connections to the
 * database stay free for others.
 */
@Singleton
class Listeners {
    private static final int WORKERS = 4;
    /** A stretch in memory for each listener, so that all together stay small. */
    private static final Portion STRETCH = new Portion(100, false, 0);

    private static final Portion STRETCH_WITH_RECORDS = new Portion(100, true, 256 * 1024);

    private final Feed feed;
    private final int most;
    private final Set<Listener> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS, Listeners::worker);

    Listeners(Feed feed, @ConfigProperty(name = "bienban.changes.streams", defaultValue = "200") int most) {
        this.feed = feed;
        this.most = most;
    }

    private static Thread worker(Runnable work) {
        var thread = new Thread(work, "changes");
        thread.setDaemon(true);
        return thread;
    }

    synchronized void add(Connection connection, String since, ChangeFilter filter, boolean withRecords) {
        var start = feed.start("since", since, filter);
        if (open.size() >= most) {
            throw ApiException.tooManyStreams(most);
        }
        var listener = new Listener(connection, start, filter, withRecords ? STRETCH_WITH_RECORDS : STRETCH);
        listener.greet();
        open.add(listener);
    }

    @Scheduled(every = "${bienban.changes.poll:1s}", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        open.removeIf(Listener::isClosed);
        if (!open.isEmpty()) {
            var end = feed.end();
            open.stream().filter(listener -> listener.claim(end)).forEach(this::read);
        }
    }

    private void read(Listener listener) {
        if (!workers.isShutdown()) {
            workers.execute(() -> listener.read(feed).whenComplete((more, failure) -> {
                if (Boolean.TRUE.equals(more)) {
                    read(listener);
                } else {
                    listener.rest();
                }
            }));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        open.forEach(Listener::close);
        workers.shutdown();
    }
}
