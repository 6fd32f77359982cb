package bienban.security.transport;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells {@link HeadTime} which requests have arrived and which are answered. */
@Singleton
class Heads {
    private static final int FIRST = 10_400;

    Heads(@ConfigProperty(name = "bienban.longest-head", defaultValue = "10S") Duration longest) {
        HeadTime.limit(longest);
    }

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
