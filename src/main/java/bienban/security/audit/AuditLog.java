package bienban.security.audit;

import bienban.security.Caller;
import bienban.security.limit.ClientAddress;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Writes down every write, granted or not, every use of a key or token and every refusal of one. */
@Singleton
class AuditLog {
    private static final Logger LOG = Logger.getLogger("bienban.audit");
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<Integer> REFUSED_TO_SOMEBODY = Set.of(401, 403, 429);
    private static final String CALL = "bienban.call";

    /** Before anything can refuse. */
    private static final int FIRST = 10_500;

    private final ClientAddress addresses;
    private final Caller caller;
    private final boolean reads;

    AuditLog(
            ClientAddress addresses,
            Caller caller,
            @ConfigProperty(name = "bienban.audit.reads", defaultValue = "true") boolean reads) {
        this.addresses = addresses;
        this.caller = caller;
        this.reads = reads;
    }

    void guard(@Observes Filters filters) {
        filters.register(this::watch, FIRST);
    }

    private void watch(RoutingContext context) {
        // Asked now: when the answer is written the connection may be gone, and with it the address.
        var address = addresses.of(context.request());
        context.addEndHandler(end -> {
            if (isOfInterest(context)) {
                LOG.info(line(context, address).json());
            }
        });
        context.next();
    }

    private boolean isOfInterest(RoutingContext context) {
        var request = context.request();
        var status = context.response().getStatusCode();
        return REFUSED_TO_SOMEBODY.contains(status)
                || !SAFE.contains(request.method().name())
                || (reads && hasCredentials(request));
    }

    private static AuditLine line(RoutingContext context, String address) {
        Call call = context.get(CALL, Call.UNKNOWN);
        var request = context.request();
        var status = context.response().getStatusCode();
        var isWrite = !SAFE.contains(request.method().name());
        return new AuditLine(
                Instant.now().toString(),
                status == 401 && hasCredentials(request) ? "authentication" : isWrite ? "write" : "read",
                status < 400 ? "granted" : status < 500 ? "refused" : "failed",
                call.subject(),
                call.role(),
                address,
                Plain.text(request.method().name()),
                call.path(),
                call.operation(),
                status,
                Plain.text(call.record()),
                Plain.version(context.response().headers().get(HttpHeaders.ETAG)),
                null);
    }

    private static boolean hasCredentials(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.AUTHORIZATION);
    }

    /** Keeps what only Jakarta REST knows until the answer is written. */
    @ServerResponseFilter
    public void remember(
            RoutingContext context, ResourceInfo resource, UriInfo uri, ContainerResponseContext response) {
        var method = resource == null ? null : resource.getResourceMethod();
        if (method == null) {
            return;
        }
        var operation = method.getAnnotation(Operation.class);
        context.put(
                CALL,
                new Call(
                        caller.subject(),
                        caller.role().map(Enum::name).orElse(null),
                        path(resource),
                        operation == null ? null : operation.operationId(),
                        record(uri, response)));
    }

    private static String path(ResourceInfo resource) {
        var root = resource.getResourceClass().getAnnotation(Path.class);
        var rest = resource.getResourceMethod().getAnnotation(Path.class);
        return (root == null ? "" : root.value())
                + (rest == null ? "" : (rest.value().startsWith("/") ? "" : "/") + rest.value());
    }

    private static String record(UriInfo uri, ContainerResponseContext response) {
        var made = response.getHeaders().getFirst("Location");
        if (made != null) {
            var address = made.toString();
            return address.substring(address.lastIndexOf('/') + 1);
        }
        return uri.getPathParameters().values().stream()
                .flatMap(values -> values.stream())
                .findFirst()
                .orElse(null);
    }

    /** What Jakarta REST found out about a request. */
    private record Call(String subject, String role, String path, String operation, String record) {
        static final Call UNKNOWN = new Call("anonymous", null, null, null, null);
    }
}
