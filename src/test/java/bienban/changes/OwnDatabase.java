package bienban.changes;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * A database of its own, because a feed whose beginning is taken away is of no use to the other tests; webhooks that may call
 * this machine; a proxy on it; bounds that are soon met; and an upstream that is never there.
 */
public class OwnDatabase implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                Map.entry("bienban.database.directory", "target/feed-data"),
                Map.entry("bienban.sample-data", "false"),
                Map.entry("bienban.changes.retention", "100D"),
                Map.entry("bienban.changes.streams", "2"),
                Map.entry("bienban.webhooks.allow-private", "true"),
                Map.entry("bienban.webhooks.poll", "1s"),
                Map.entry("bienban.trusted-proxies", "127.0.0.1,::1"),
                Map.entry("bienban.corrections.open-per-meeting", "3"),
                Map.entry("bienban.corrections.per-address-and-hour", "5"),
                Map.entry("bienban.upstreams.nobody.url", "http://127.0.0.1:9"),
                Map.entry("bienban.upstreams.nobody.interval", "1H"),
                Map.entry("bienban.upstreams.nobody.filter", "place=292"));
    }
}
