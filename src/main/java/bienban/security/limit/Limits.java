package bienban.security.limit;

import bienban.security.Caller;
import bienban.shared.ApiException;
import bienban.shared.Doorway;
import io.github.bucket4j.TimeMeter;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Counts what everybody asks for: who sends no credentials by the address, before anything is done; who does by the key, once it
 * is known whose it is. Credentials that are not taken are counted by the address too, and looked at no longer when there were
 * too many.
 */
@Singleton
class Limits {
    /** Behind {@link Doorway}, before the body is read. */
    private static final int AFTER_THE_DOORWAY = 9_900;

    private static final String COUNTED = "bienban.counted";

    private final LimitSettings settings;
    private final ClientAddress addresses;
    private final Caller caller;
    private final Quotas quotas;

    Limits(LimitSettings settings, ClientAddress addresses, Caller caller) {
        this.caller = caller;
        this.settings = settings;
        this.addresses = addresses;
        this.quotas = new Quotas(settings.window(), settings.callers(), TimeMeter.SYSTEM_MILLISECONDS);
    }

    void guard(@Observes Filters filters) {
        if (settings.enabled()) {
            filters.register(this::atTheDoor, AFTER_THE_DOORWAY);
        }
    }

    private void atTheDoor(RoutingContext context) {
        var request = context.request();
        if (HttpMethod.OPTIONS.equals(request.method())) {
            context.next();
        } else if (request.headers().contains(HttpHeaders.AUTHORIZATION)) {
            withCredentials(context);
        } else {
            var address = addresses.counted(request);
            admit(context, quotas.take("address", address, settings.address(), cost(context)));
        }
    }

    private void withCredentials(RoutingContext context) {
        var address = addresses.counted(context.request());
        var failures = quotas.look("failures", address, settings.failures());
        if (!failures.allowed()) {
            admit(context, failures);
            return;
        }
        context.addHeadersEndHandler(end -> {
            if (context.get(COUNTED) == null) {
                tell(context.response(), quotas.take("failures", address, settings.failures(), 1));
            }
        });
        context.next();
    }

    private static void admit(RoutingContext context, Quotas.Left left) {
        tell(context.response(), left);
        if (left.allowed()) {
            context.next();
            return;
        }
        context.response().putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(left.seconds()));
        Doorway.refuse(context, 429, "too-many-requests", left.seconds());
    }

    /** Between finding out who calls and asking whether he may. */
    @ServerRequestFilter(priority = 1100)
    public void known(RoutingContext context) {
        var role = caller.role();
        if (!settings.enabled() || role.isEmpty()) {
            return;
        }
        context.put(COUNTED, true);
        var left = quotas.take("key", caller.subject(), settings.of(role.get()), cost(context));
        tell(context.response(), left);
        if (!left.allowed()) {
            throw ApiException.tooManyRequests(left.seconds());
        }
    }

    private static long cost(RoutingContext context) {
        return Cost.of(context.request().method().name(), context.normalizedPath())
                .units();
    }

    private static void tell(HttpServerResponse response, Quotas.Left left) {
        response.putHeader("RateLimit-Policy", left.policyField());
        response.putHeader("RateLimit", left.limitField());
    }
}
