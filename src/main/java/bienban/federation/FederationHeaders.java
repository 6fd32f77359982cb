package bienban.federation;

import bienban.federation.mirror.Takeover;
import bienban.federation.source.Remote;
import bienban.record.RecordKind;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** What answers say beside their body: lists, which upstreams are stale; exports and the feed, which instance they are of. */
@Singleton
class FederationHeaders {
    static final String STALE = "Bienban-Stale";

    private static final int SUCCESS = 200;
    private static final Set<String> FOR_FOLLOWERS = Set.of("exports", "changes");
    private static final Set<String> LISTS =
            Arrays.stream(RecordKind.values()).map(RecordKind::plural).collect(Collectors.toSet());
    private static final Set<String> OVERVIEWS = Set.of("exports", "digest", "search");

    private final Staleness staleness;
    private final Takeover takeover;
    private volatile UUID instance;

    FederationHeaders(Staleness staleness, Takeover takeover) {
        this.staleness = staleness;
        this.takeover = takeover;
    }

    @ServerResponseFilter
    public void add(ContainerRequestContext request, ContainerResponseContext answer, ResourceInfo resource) {
        var path = request.getUriInfo().getPath();
        var parts = path.replaceFirst("^/", "").split("/");
        if (answer.getStatus() != SUCCESS || parts.length < 2 || !parts[0].equals("v1")) {
            return;
        }
        if (FOR_FOLLOWERS.contains(parts[1])) {
            answer.getHeaders().putSingle(Remote.INSTANCE, instance());
        }
        if (OVERVIEWS.contains(parts[1]) || (LISTS.contains(parts[1]) && !isOneRecord(resource))) {
            var stale = staleness.now();
            if (!stale.isEmpty()) {
                answer.getHeaders()
                        .putSingle(
                                STALE,
                                stale.entrySet().stream()
                                        .map(e -> "%s;since=\"%s\""
                                                .formatted(
                                                        e.getKey(), e.getValue().truncatedTo(ChronoUnit.SECONDS)))
                                        .collect(Collectors.joining(", ")));
            }
        }
    }

    /** A single record says by its origin where it comes from; what is missing shows in lists. */
    private static boolean isOneRecord(ResourceInfo resource) {
        var path = resource.getResourceMethod() == null
                ? null
                : resource.getResourceMethod().getAnnotation(Path.class);
        return path != null && path.value().endsWith("}");
    }

    /** It never changes while the database is the same. */
    private UUID instance() {
        if (instance == null) {
            instance = takeover.ownInstance();
        }
        return instance;
    }
}
