package bienban.federation;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** One upstream, asked again and again. */
public final class FollowsFake implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "bienban.upstreams.fake.url",
                "http://127.0.0.1:" + FakeUpstream.start(),
                "bienban.upstreams.fake.interval",
                "0.2S");
    }
}
