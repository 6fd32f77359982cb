package bienban.federation;

import bienban.security.Allowed;
import bienban.security.Caller;
import bienban.security.Role;
import bienban.shared.ApiException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/upstreams")
@Tag(name = "Upstreams", description = "The instances that this one follows")
class UpstreamResource {
    private static final int MOST_PARKED = 50;

    private final Upstreams upstreams;
    private final ProgressRepository progress;
    private final Caller caller;

    UpstreamResource(Upstreams upstreams, ProgressRepository progress, Caller caller) {
        this.upstreams = upstreams;
        this.progress = progress;
        this.caller = caller;
    }

    @GET
    @Allowed
    @Operation(
            operationId = "listUpstreams",
            summary = "List the instances that this one follows",
            description =
                    "In the order of their names, with how far the copy of each goes. Whoever compares places sees here which of them are not up to date; lists say the same in the header `Bienban-Stale`. Addresses, cursors and errors are shown to administrators.")
    public UpstreamList list() {
        var known = progress.all();
        return new UpstreamList(upstreams.all().stream()
                .flatMap(u -> known.stream()
                        .filter(p -> p.name().equals(u.name()))
                        .map(p -> UpstreamRecord.of(u, p, inside(u, p, null), Instant.now())))
                .toList());
    }

    @GET
    @Allowed
    @Path("/{name}")
    @Operation(
            operationId = "getUpstream",
            summary = "Get one instance that this one follows",
            description = "How far its copy goes. Administrators also see what could not be taken over, and why.")
    public UpstreamRecord get(
            @Parameter(description = "The name that the configuration gives it") @RestPath String name) {
        return upstreams
                .find(name)
                .flatMap(u ->
                        progress.find(name).map(p -> UpstreamRecord.of(u, p, inside(u, p, parked(u)), Instant.now())))
                .orElseThrow(() -> ApiException.notFound("upstream", name));
    }

    private List<UpstreamRecord.Parked> parked(Upstream upstream) {
        return caller.isAtLeast(Role.admin) ? progress.parked(upstream.name(), MOST_PARKED) : null;
    }

    private UpstreamRecord.Inside inside(Upstream upstream, Progress at, List<UpstreamRecord.Parked> parked) {
        return caller.isAtLeast(Role.admin) ? UpstreamRecord.Inside.of(upstream, at, parked) : null;
    }
}
