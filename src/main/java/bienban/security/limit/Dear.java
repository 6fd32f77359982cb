package bienban.security.limit;

import bienban.shared.ApiException;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets only a few requests at once do what is dear, such as writing out everything:
 *
 * <pre>{@code
 * var place = dear.enter();          // or 503 with Retry-After
 * return streaming(output -> { try (place) { … } });
 * }</pre>
 *
 * Whoever entered must leave, by {@link Place#close()}, however the work ends; leaving twice is harmless.
 */
@Singleton
public class Dear {
    private final Semaphore places;

    Dear(LimitSettings settings) {
        this.places = new Semaphore(settings.concurrentExports());
    }

    /** Never waits: a thread that waits here would be missing elsewhere. */
    public Place enter() {
        if (!places.tryAcquire()) {
            throw ApiException.tooManyAtOnce();
        }
        var left = new AtomicBoolean();
        return () -> {
            if (left.compareAndSet(false, true)) {
                places.release();
            }
        };
    }

    /** Taken until closed. */
    @FunctionalInterface
    public interface Place extends AutoCloseable {
        @Override
        void close();
    }
}
