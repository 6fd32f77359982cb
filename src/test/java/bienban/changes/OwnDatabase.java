package bienban.changes;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * A database of its own, because a feed whose beginning is taken away is of no use to the other tests; and webhooks that may
 * call this machine.
 */
public class OwnDatabase implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "bienban.database.directory", "target/feed-data",
                "bienban.sample-data", "false",
                "bienban.changes.retention", "100D",
                "bienban.changes.streams", "2",
                "bienban.webhooks.allow-private", "true",
                "bienban.webhooks.poll", "1s");
    }
}
