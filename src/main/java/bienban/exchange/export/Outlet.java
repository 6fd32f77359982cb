package bienban.exchange.export;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The way to the client for a thread that may wait: as much as the connection takes at once is handed on, and the thread
 * waits while it takes no more, but not for ever.
 */
final class Outlet extends OutputStream {
    /** So much may lie in wait, beside what the network holds, while the next of it is made. */
    private static final int WAITING_BYTES = 512 * 1024;

    private final HttpServerResponse response;
    private final Duration patience;
    /** Given whenever something has changed that a waiting thread should look at. */
    private final Semaphore news = new Semaphore(0);

    private volatile boolean gone;

    Outlet(RoutingContext context, Duration patience) {
        this.response = context.response();
        this.patience = patience;
        response.setChunked(true);
        response.setWriteQueueMaxSize(WAITING_BYTES);
        response.drainHandler(drained -> news.release());
        context.addEndHandler(end -> {
            gone = true;
            news.release();
        });
    }

    @Override
    public void write(int oneByte) throws IOException {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        awaitRoom();
        response.write(Buffer.buffer(length).appendBytes(bytes, offset, length));
    }

    private void awaitRoom() throws IOException {
        try {
            for (news.drainPermits(); !gone && response.writeQueueFull(); news.drainPermits()) {
                if (!news.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new IOException("The client has not read for " + patience);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        if (gone) {
            throw new IOException("The client has gone");
        }
    }

    /** The regular end, after which HTTP tells the trailers. */
    void end(Map<String, String> trailers) throws IOException {
        awaitRoom();
        trailers.forEach(response::putTrailer);
        response.end();
    }

    /** The end that no client takes for a regular one; what is written afterwards is refused. */
    void breakOff() {
        gone = true;
        response.reset();
    }
}
