package bienban.changes.webhook;

import bienban.changes.Novelty;
import bienban.changes.webhook.WebhookRepository.Due;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;

/** Calls whom the feed has news for. What stands in the table is all it knows, so that another process, or this one after a restart, goes on. */
@Singleton
class Deliveries {
    private static final int AT_ONCE = 8;
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final WebhookRepository webhooks;
    private final Novelty novelty;
    private final Sender sender;
    private final ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE, Deliveries::worker);

    Deliveries(WebhookRepository webhooks, Novelty novelty, Sender sender) {
        this.webhooks = webhooks;
        this.novelty = novelty;
        this.sender = sender;
    }

    private static Thread worker(Runnable work) {
        var thread = new Thread(work, "webhooks");
        thread.setDaemon(true);
        return thread;
    }

    @Scheduled(every = "${bienban.webhooks.poll:2s}", concurrentExecution = ConcurrentExecution.SKIP)
    void deliver() {
        webhooks.take(novelty.end(), AT_ONCE).forEach(hook -> workers.execute(() -> deliver(hook)));
    }

    private void deliver(Due hook) {
        var news = novelty.since(hook.position(), hook.types(), hook.place());
        if (!news.any()) {
            webhooks.passed(hook.id(), news.position());
            return;
        }
        sender.send(hook, news.position())
                .ifPresentOrElse(
                        failure -> webhooks.failed(hook.id(), failure, pause(hook.failures())),
                        () -> webhooks.told(hook.id(), news.position()));
    }

    /** Twice as long each time, and never for all at the same moment. */
    static Duration pause(int failures) {
        var doubled = SHORTEST_PAUSE.multipliedBy(1L << Math.min(failures, 20));
        var bounded = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        return Duration.ofMillis(
                (long) (bounded.toMillis() * ThreadLocalRandom.current().nextDouble(0.75, 1.0)));
    }

    void stop(@Observes ShutdownEvent event) {
        workers.shutdown();
    }
}
