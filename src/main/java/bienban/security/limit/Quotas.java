package bienban.security.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** What each caller has left of what a window holds. It comes back evenly, not all at once when the window ends. */
final class Quotas {
    private static final long SECOND = 1_000_000_000L;

    private final Duration window;
    private final TimeMeter clock;
    private final Cache<String, Bucket> buckets;

    /** A bucket that nobody touched for a window is full again, so that forgetting it forgives nothing. */
    Quotas(Duration window, long callers, TimeMeter clock) {
        this.window = window;
        this.clock = clock;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(callers)
                .expireAfterAccess(window.plusSeconds(1))
                .ticker(ticker(clock))
                .build();
    }

    private static Ticker ticker(TimeMeter clock) {
        return clock::currentTimeNanos;
    }

    /** Takes the cost from what the caller has left under the policy, unless it is too much. */
    Left take(String policy, String caller, long quota, long cost) {
        var probe = bucket(policy, caller, quota).tryConsumeAndReturnRemaining(Math.min(cost, quota));
        var refill = Math.max(1, ceiling(window.toNanos() / quota));
        return new Left(
                policy,
                quota,
                window.toSeconds(),
                probe.getRemainingTokens(),
                probe.isConsumed() ? refill : Math.max(refill, ceiling(probe.getNanosToWaitForRefill())),
                probe.isConsumed());
    }

    /** The same without taking anything. */
    Left look(String policy, String caller, long quota) {
        var probe = bucket(policy, caller, quota).estimateAbilityToConsume(1);
        return new Left(
                policy,
                quota,
                window.toSeconds(),
                probe.getRemainingTokens(),
                Math.max(1, ceiling(probe.getNanosToWaitForRefill())),
                probe.canBeConsumed());
    }

    /** About how many are remembered. */
    long size() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private Bucket bucket(String policy, String caller, long quota) {
        // With the quota, because the role of a key or token may change.
        return buckets.get(
                policy + ' ' + quota + ' ' + caller,
                name -> Bucket.builder()
                        .withCustomTimePrecision(clock)
                        .addLimit(limit -> limit.capacity(quota).refillGreedy(quota, window))
                        .build());
    }

    private static long ceiling(long nanoseconds) {
        return (nanoseconds + SECOND - 1) / SECOND;
    }

    /** @param seconds how long until there is more, or enough for what was refused */
    record Left(String policy, long quota, long window, long remaining, long seconds, boolean allowed) {
        /** {@code RateLimit-Policy} of draft-ietf-httpapi-ratelimit-headers-10. */
        String policyField() {
            return "\"%s\";q=%d;w=%d".formatted(policy, quota, window);
        }

        /** {@code RateLimit} of the same draft. */
        String limitField() {
            return "\"%s\";r=%d;t=%d".formatted(policy, remaining, seconds);
        }
    }
}
