package bienban.security.transport;

import bienban.security.limit.ClientAddress;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Tells browsers and caches how to treat every answer, refusals included. */
@Singleton
class AnswerHeaders {
    private static final int FIRST = 10_300;

    private static final String NOTHING_BUT_DATA = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";
    /** The page of Swagger UI starts itself with a script of its own, and colours with styles in the text. */
    private static final String PAGE =
            "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline';"
                    + " img-src 'self' data:; font-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private static final String ONE_YEAR = "max-age=31536000";

    private final ClientAddress addresses;

    AnswerHeaders(ClientAddress addresses) {
        this.addresses = addresses;
    }

    void guard(@Observes Filters filters) {
        filters.register(this::add, FIRST);
    }

    private void add(RoutingContext context) {
        var isData = !String.valueOf(context.request().path()).startsWith("/q/");
        var headers = context.response().headers();
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Content-Security-Policy", isData ? NOTHING_BUT_DATA : PAGE);
        headers.set("Cross-Origin-Resource-Policy", isData ? "cross-origin" : "same-origin");
        if (isSecure(context)) {
            headers.set("Strict-Transport-Security", ONE_YEAR);
        }
        context.addHeadersEndHandler(end -> cache(context));
        context.next();
    }

    private boolean isSecure(RoutingContext context) {
        return context.request().isSSL()
                || (addresses.isProxied(context.request())
                        && "https".equalsIgnoreCase(context.request().getHeader("X-Forwarded-Proto")));
    }

    /** Public answers may be kept, but are asked for again each time; what a key brought is kept by nobody. */
    private static void cache(RoutingContext context) {
        var response = context.response();
        if (context.request().headers().contains(HttpHeaders.AUTHORIZATION)) {
            response.putHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        } else if (!response.headers().contains(HttpHeaders.CACHE_CONTROL)) {
            response.putHeader(HttpHeaders.CACHE_CONTROL, response.getStatusCode() < 400 ? "no-cache" : "no-store");
        }
    }
}
