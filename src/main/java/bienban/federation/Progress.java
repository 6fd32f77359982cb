package bienban.federation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How far following an upstream has come, as it is kept.
 *
 * @param waiting records of a snapshot that are not taken over yet, null when there is no snapshot under way
 * @param currentAt when the copy last held all that the upstream had, null when it never did
 */
record Progress(
        String name,
        UUID instance,
        UpstreamState state,
        String cursor,
        Instant followedSince,
        Instant triedAt,
        Instant currentAt,
        String error,
        Instant errorAt,
        Long waiting,
        long parked) {

    /** From when on the copy lacks something, if it has been so for longer than is fine. A copy that never was whole is stale from the beginning. */
    Optional<Instant> staleSince(Upstream upstream, Instant now) {
        if (currentAt == null) {
            return Optional.of(followedSince);
        }
        return Duration.between(currentAt, now).compareTo(upstream.staleAfter()) > 0
                ? Optional.of(currentAt)
                : Optional.empty();
    }

    /** Whether the last try reached it; null before the first. */
    Boolean reachable() {
        return triedAt == null ? null : error == null || !error.startsWith("unreachable");
    }
}
