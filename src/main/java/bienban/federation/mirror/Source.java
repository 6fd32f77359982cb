package bienban.federation.mirror;

import java.util.Set;
import java.util.UUID;

/**
 * Where documents come from.
 *
 * @param followed the names of all upstreams that are followed
 * @param afresh whether this is a snapshot, whose word counts whatever version was seen before: the upstream may have been put
 *     back to an older state
 */
public record Source(String upstream, UUID instance, UUID own, Set<String> followed, boolean afresh) {}
