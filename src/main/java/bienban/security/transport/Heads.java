package bienban.security.transport;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Tells {@link HeadTime} which requests have arrived and which are answered. */
@Singleton
class Heads {
    private static final int FIRST = 10_400;

    void guard(@Observes Filters filters) {
        filters.register(Heads::arrived, FIRST);
    }

    private static void arrived(RoutingContext context) {
        if (context.request().connection() instanceof ConnectionBase connection) {
            HeadTime.served(connection.channel(), true);
            context.addEndHandler(end -> HeadTime.served(connection.channel(), false));
        }
        context.next();
    }
}
