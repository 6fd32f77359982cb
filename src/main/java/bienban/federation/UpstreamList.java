package bienban.federation;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All upstreams. */
@Schema(name = "UpstreamList", description = "All instances that this one follows")
public record UpstreamList(@Schema(required = true) List<UpstreamRecord> items) {}
