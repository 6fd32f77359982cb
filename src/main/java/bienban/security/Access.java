package bienban.security;

import bienban.shared.ApiException;
import io.quarkus.logging.Log;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Anyone reads what is published; writing needs the configured key. */
@Singleton
class Access {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final String SCHEME = "Bearer ";

    private final Caller caller;
    private final byte[] adminKey;

    Access(Caller caller, @ConfigProperty(name = "bienban.admin-key") Optional<String> adminKey) {
        this.caller = caller;
        this.adminKey = adminKey.filter(k -> !k.isBlank())
                .or(() -> LaunchMode.current() == LaunchMode.DEVELOPMENT ? Optional.of(newKey()) : Optional.empty())
                .map(k -> k.getBytes(StandardCharsets.UTF_8))
                .orElse(null);
    }

    /** Kept for the life of the process, so that a live reload does not lock the developer out. */
    private static String newKey() {
        var known = System.getProperty("bienban.development-key");
        if (known != null) {
            return known;
        }
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        var key = "bb_dev_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        System.setProperty("bienban.development-key", key);
        Log.infof("No bienban.admin-key is set; until the next start this one may write: %s", key);
        return key;
    }

    /** Makes the bean, and so a development key, at start rather than at the first request. */
    void started(@Observes StartupEvent event) {
        if (adminKey == null) {
            Log.info("No bienban.admin-key is set: nothing can be written");
        }
    }

    @ServerRequestFilter(priority = 1000)
    public void check(ContainerRequestContext request, ResourceInfo resource) {
        var credentials = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (credentials != null) {
            if (!isAdminKey(credentials)) {
                throw ApiException.unauthorized();
            }
            caller.isEditor();
        } else if (!SAFE.contains(request.getMethod())
                && !resource.getResourceMethod().isAnnotationPresent(OpenToAll.class)) {
            throw adminKey == null ? ApiException.writesClosed() : ApiException.unauthorized();
        }
    }

    private boolean isAdminKey(String credentials) {
        return adminKey != null
                && credentials.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && MessageDigest.isEqual(
                        credentials.substring(SCHEME.length()).trim().getBytes(StandardCharsets.UTF_8), adminKey);
    }
}
