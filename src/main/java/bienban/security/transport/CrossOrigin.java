package bienban.security.transport;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.CorsHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What pages of other origins may do: read what is public, from anywhere and without credentials; everything, with credentials,
 * from the origins that are configured.
 */
@Singleton
class CrossOrigin {
    /** Before the doorway, so that a page can read why it was refused. */
    private static final int FIRST = 10_200;

    private static final int DAY_SECONDS = 24 * 60 * 60;

    /** What anyone may send without a key, though it is sent with POST. */
    private static final Pattern OPEN_TO_ALL = Pattern.compile("/v1/(extractions|meetings/[^/]+/corrections)/?");

    private static final Set<String> READ =
            Set.of("accept", "accept-language", "content-type", "if-none-match", "last-event-id", "range");
    private static final Set<String> WRITE = Set.of("authorization", "idempotency-key", "if-match");
    private static final Set<String> EXPOSED = Set.of(
            "Bienban-Instance",
            "Bienban-Stale",
            "Content-Disposition",
            "Content-Language",
            "ETag",
            "Feed-Cursor",
            "Last-Modified",
            "Link",
            "Location",
            "RateLimit",
            "RateLimit-Policy",
            "Retry-After");

    private final List<String> configured;
    private final CorsHandler readers;
    private final CorsHandler askers;
    private final CorsHandler known;

    CrossOrigin(@ConfigProperty(name = "bienban.cors.origins") Optional<List<String>> origins) {
        this.configured = origins.orElse(List.of());
        this.readers = handler(Set.of(HttpMethod.GET, HttpMethod.HEAD)).addOrigin("*");
        this.askers = handler(Set.of(HttpMethod.POST)).addOrigin("*");
        this.known = handler(Set.of(
                        HttpMethod.GET,
                        HttpMethod.HEAD,
                        HttpMethod.POST,
                        HttpMethod.PUT,
                        HttpMethod.PATCH,
                        HttpMethod.DELETE))
                .addOrigins(configured)
                .allowedHeaders(WRITE)
                .allowCredentials(true);
    }

    private static CorsHandler handler(Set<HttpMethod> methods) {
        return CorsHandler.create()
                .allowedMethods(methods)
                .allowedHeaders(READ)
                .exposedHeaders(EXPOSED)
                .maxAgeSeconds(DAY_SECONDS);
    }

    void guard(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    private void check(RoutingContext context) {
        var origin = context.request().getHeader(HttpHeaders.ORIGIN);
        if (origin == null) {
            context.next();
        } else if (configured.contains(origin)) {
            known.handle(context);
        } else if (OPEN_TO_ALL.matcher(String.valueOf(context.request().path())).matches()) {
            askers.handle(context);
        } else {
            readers.handle(context);
        }
    }
}
