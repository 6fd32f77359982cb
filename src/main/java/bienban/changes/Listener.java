package bienban.changes;

import bienban.changes.ChangeRepository.Portion;
import bienban.record.FeedPosition;
import io.quarkus.logging.Log;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** One open connection. Between two stretches of the feed it holds nothing but where it stands. */
final class Listener {
    static final Duration HEARTBEAT = Duration.ofSeconds(15);
    /** Who has not taken a stretch by then is dropped, and goes on with {@code Last-Event-ID} when able to. */
    static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Ends with what the caller may see: whoever comes again is looked at again. */
    static final Duration LONGEST = Duration.ofMinutes(15);

    private static final int RETRY_MILLISECONDS = 3_000;

    private final Sse sse;
    private final SseEventSink sink;
    private final HttpServerResponse response;
    private final ChangeFilter filter;
    private final Portion portion;
    private final long opened = System.nanoTime();
    private volatile FeedPosition position;
    /** What the other end has been told. */
    private volatile FeedPosition told;

    private volatile long sent = System.nanoTime();
    private volatile boolean busy;

    Listener(Connection connection, FeedPosition start, ChangeFilter filter, Portion portion) {
        this.sse = connection.sse();
        this.sink = connection.sink();
        this.response = connection.response();
        this.position = start;
        this.told = start;
        this.filter = filter;
        this.portion = portion;
    }

    /** What the framework gives for a connection. */
    record Connection(Sse sse, SseEventSink sink, HttpServerResponse response) {}

    /** Begins the answer, so that the other end knows that it is connected. */
    void greet() {
        send(sse.newEventBuilder()
                .id(position.toString())
                .reconnectDelay(RETRY_MILLISECONDS)
                .comment("connected")
                .build());
    }

    boolean isClosed() {
        return sink.isClosed();
    }

    /** Whether there is something to read for it; from then on until it has been sent it is busy. */
    boolean claim(FeedPosition end) {
        if (busy) {
            dropIfSlow();
            return false;
        }
        if (isOver(opened, LONGEST)) {
            close();
        } else if (position.isBefore(end)) {
            busy = true;
            sent = System.nanoTime();
            return true;
        } else if (isOver(sent, HEARTBEAT)) {
            beat();
        }
        return false;
    }

    /** Sends a stretch of what is new; completes when the other end has taken it, with whether there is more. */
    CompletionStage<Boolean> read(Feed feed) {
        try {
            var page = feed.page(position.toString(), filter, portion);
            CompletionStage<?> written = CompletableFuture.completedStage(null);
            for (var item : page.items()) {
                written = send(sse.newEventBuilder()
                        .id(item.id())
                        .name(item.action().name())
                        .data(ChangePage.write(item))
                        .build());
                told = FeedPosition.read(item.id(), "since");
            }
            position = FeedPosition.read(page.next(), "since");
            return written.thenApply(done -> page.hasMore() && !isClosed());
        } catch (RuntimeException e) {
            // The feed does not go on from here, or the database is away: whoever comes again is told which.
            Log.debugf(e, "A stream of changes ends");
            close();
            return CompletableFuture.completedStage(false);
        }
    }

    void rest() {
        busy = false;
    }

    /** Also tells how far what was left out has been passed, so that nobody goes through it again. */
    private void beat() {
        var event = sse.newEventBuilder().comment("");
        if (told.isBefore(position)) {
            told = position;
            event.id(told.toString());
        }
        send(event.build());
    }

    private CompletionStage<?> send(OutboundSseEvent event) {
        sent = System.nanoTime();
        try {
            return sink.send(event).whenComplete((done, failure) -> {
                if (failure != null) {
                    drop();
                }
            });
        } catch (IllegalStateException e) {
            // Closed by the other end this very moment.
            return CompletableFuture.completedStage(null);
        }
    }

    private void dropIfSlow() {
        if (isOver(sent, PATIENCE)) {
            drop();
        }
    }

    /** Without waiting for what the other end does not take. */
    private void drop() {
        response.reset();
        sink.close();
    }

    void close() {
        sink.close();
    }

    private static boolean isOver(long since, Duration limit) {
        return System.nanoTime() - since > limit.toNanos();
    }
}
