package bienban.federation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** All upstreams of the configuration, by name. */
@ApplicationScoped
class Upstreams {
    private final List<Upstream> all;

    Upstreams(UpstreamSettings settings) {
        all = new TreeMap<>(settings.byName())
                .entrySet().stream()
                        .map(e -> Upstream.of(e.getKey(), e.getValue()))
                        .toList();
    }

    List<Upstream> all() {
        return all;
    }

    Optional<Upstream> find(String name) {
        return all.stream().filter(u -> u.name().equals(name)).findFirst();
    }
}
