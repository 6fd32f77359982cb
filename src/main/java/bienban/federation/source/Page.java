package bienban.federation.source;

import bienban.federation.mirror.Incoming;
import java.util.List;
import java.util.UUID;

/** One page of an upstream's feed. */
public record Page(UUID instance, List<Incoming> items, String next, boolean hasMore) {}
