package bienban.security.limit;

import bienban.security.Role;
import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much is allowed; see {@code application.properties}. The defaults let a page of 200 be asked for a thousand times a minute. */
// Filters are made before all else, and need this.
@StaticInitSafe
@ConfigMapping(prefix = "bienban.limits")
public interface LimitSettings {
    @WithDefault("true")
    boolean enabled();

    @WithDefault("60S")
    Duration window();

    /** Of one address, of those who send no credentials. */
    @WithDefault("6000")
    long address();

    @WithDefault("30000")
    long reader();

    @WithDefault("30000")
    long editor();

    @WithDefault("60000")
    long reviewer();

    @WithDefault("120000")
    long admin();

    /** Credentials from one address that were not taken. */
    @WithDefault("60")
    long failures();

    /** How many callers are remembered at once; who has not called for longest is forgotten first. */
    @WithDefault("100000")
    long callers();

    default long of(Role role) {
        return switch (role) {
            case reader -> reader();
            case editor -> editor();
            case reviewer -> reviewer();
            case admin -> admin();
        };
    }
}
