package bienban.security.startup;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import org.eclipse.microprofile.config.Config;

/** Refuses to serve in production with unsafe settings, and tells all of them at once. Development and tests may. */
@Singleton
class SafeStart {
    private final Config config;

    SafeStart(Config config) {
        this.config = config;
    }

    void check(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        if (LaunchMode.current() != LaunchMode.NORMAL) {
            return;
        }
        var offences = UnsafeSettings.in(config);
        if (!offences.isEmpty()) {
            throw new IllegalStateException(
                    "Not started, because of unsafe settings:\n  - " + String.join("\n  - ", offences));
        }
    }
}
