package bienban.federation;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says how far the copies go. An upstream that is away is no reason to send readers away: the service is ready all the same. */
@Readiness
@Singleton
class UpstreamsHealth implements HealthCheck {
    private final Upstreams upstreams;
    private final Staleness staleness;

    UpstreamsHealth(Upstreams upstreams, Staleness staleness) {
        this.upstreams = upstreams;
        this.staleness = staleness;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("upstreams").up();
        var stale = staleness.now();
        for (var upstream : upstreams.all()) {
            Instant since = stale.get(upstream.name());
            answer.withData(upstream.name(), since == null ? "current" : "stale since " + since);
        }
        return answer.build();
    }
}
