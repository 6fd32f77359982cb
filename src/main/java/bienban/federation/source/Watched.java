package bienban.federation.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** A body that is given up when nothing more comes: the JDK's client limits the wait for the head only. */
final class Watched extends FilterInputStream {
    private static final ScheduledExecutorService WATCH = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "upstream-watch");
        thread.setDaemon(true);
        return thread;
    });

    private final long patience;
    private final ScheduledFuture<?> watch;
    private volatile long waitingSince;
    private volatile boolean waiting;
    private volatile boolean givenUp;

    Watched(InputStream body, Duration patience) {
        super(body);
        this.patience = patience.toNanos();
        var step = Math.max(1, patience.toMillis() / 4);
        watch = WATCH.scheduleWithFixedDelay(this::look, step, step, TimeUnit.MILLISECONDS);
    }

    private void look() {
        if (waiting && System.nanoTime() - waitingSince > patience) {
            givenUp = true;
            try {
                in.close();
            } catch (IOException e) {
                // The reader is told by givenUp.
            }
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        waitingSince = System.nanoTime();
        waiting = true;
        try {
            return in.read(bytes, offset, length);
        } catch (IOException e) {
            throw givenUp ? new UpstreamFault(UpstreamFault.Kind.unreachable, "nothing more came", e) : e;
        } finally {
            waiting = false;
        }
    }

    @Override
    public void close() throws IOException {
        watch.cancel(false);
        super.close();
    }
}
