package bienban.federation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code bienban.upstreams.<name>.…} as it is configured; {@link Upstream} is what that means. */
@ConfigMapping(prefix = "bienban.upstreams")
public interface UpstreamSettings {
    @WithParentName
    Map<String, Settings> byName();

    /** Of one upstream. */
    interface Settings {
        String url();

        Optional<String> key();

        /** As a query: {@code place=292&within=subtree}. */
        Optional<String> filter();

        Optional<List<String>> types();

        @WithDefault("30S")
        Duration interval();

        /** How long the copy may be behind before it is called stale; three intervals at least. */
        Optional<Duration> staleAfter();
    }
}
