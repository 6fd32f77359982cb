package bienban.federation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which upstreams are stale, as every list says; looked up now and then, so that no list has to ask for it. */
@ApplicationScoped
class Staleness {
    private final Upstreams upstreams;
    private final ProgressRepository progress;
    private volatile List<Progress> seen = List.of();

    Staleness(Upstreams upstreams, ProgressRepository progress) {
        this.upstreams = upstreams;
        this.progress = progress;
    }

    void look() {
        seen = progress.all();
    }

    /** The stale ones, and from when on something of theirs is missing. */
    Map<String, Instant> now() {
        var now = Instant.now();
        var stale = new LinkedHashMap<String, Instant>();
        for (var one : seen) {
            upstreams
                    .find(one.name())
                    .flatMap(upstream -> one.staleSince(upstream, now))
                    .ifPresent(since -> stale.put(one.name(), since));
        }
        return stale;
    }
}
