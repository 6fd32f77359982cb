package bienban.federation;

import bienban.federation.mirror.StagingRepository;
import bienban.security.Caller;
import bienban.shared.ApiException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/upstreams")
@Tag(name = "Upstreams", description = "The instances that this one follows")
class UpstreamResource {
    private static final int MOST_PARKED = 50;

    private final Upstreams upstreams;
    private final ProgressRepository progress;
    private final StagingRepository staging;
    private final Caller caller;

    UpstreamResource(Upstreams upstreams, ProgressRepository progress, StagingRepository staging, Caller caller) {
        this.upstreams = upstreams;
        this.progress = progress;
        this.staging = staging;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listUpstreams",
            summary = "List the instances that this one follows",
            description =
                    "In the order of their names, with how far the copy of each goes. Whoever compares places sees here which of them are not up to date; lists say the same in the header `Bienban-Stale`. Addresses, cursors and errors are shown to administrators.")
    public UpstreamList list() {
        var known = progress.all();
        return new UpstreamList(upstreams.all().stream()
                .flatMap(u -> known.stream().filter(p -> p.name().equals(u.name())).map(p -> shown(u, p)))
                .toList());
    }

    @GET
    @Path("/{name}")
    @Operation(
            operationId = "getUpstream",
            summary = "Get one instance that this one follows",
            description =
                    "How far its copy goes. Administrators also see what could not be taken over, and why.")
    public UpstreamRecord get(@RestPath String name) {
        return upstreams
                .find(name)
                .flatMap(u -> progress.find(name).map(p -> shown(u, p)))
                .orElseThrow(() -> ApiException.notFound("upstream", name));
    }

    private UpstreamRecord shown(Upstream upstream, Progress at) {
        var waiting = at.state() == UpstreamState.following ? null : (Long) staging.waiting(upstream.name());
        return UpstreamRecord.of(
                upstream, at, waiting, caller.seesDrafts() ? inside(upstream, at) : null, Instant.now());
    }

    private UpstreamRecord.Inside inside(Upstream upstream, Progress at) {
        return new UpstreamRecord.Inside(
                upstream.url().toString(),
                upstream.isFiltered() ? upstream.filter() : null,
                upstream.kinds().stream().map(k -> k.plural()).toList(),
                at.instance(),
                at.cursor(),
                at.triedAt(),
                at.error(),
                at.errorAt(),
                progress.parked(upstream.name(), MOST_PARKED));
    }
}
