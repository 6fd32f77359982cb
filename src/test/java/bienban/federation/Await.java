package bienban.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for what happens by itself, and not for ever. */
final class Await {
    private static final Duration STEP = Duration.ofMillis(50);

    private Await() {}

    /** Until the value is there, 60 seconds at most. */
    static void that(String what, Callable<?> value, Object expected) throws Exception {
        that(what, Duration.ofSeconds(60), value, expected);
    }

    static void that(String what, Duration most, Callable<?> value, Object expected) throws Exception {
        var end = System.nanoTime() + most.toNanos();
        var now = value.call();
        while (!expected.equals(now) && System.nanoTime() < end) {
            LockSupport.parkNanos(STEP.toNanos());
            now = value.call();
        }
        assertThat(now).as(what).isEqualTo(expected);
    }
}
