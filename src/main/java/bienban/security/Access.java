package bienban.security;

import bienban.shared.ApiException;
import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Finds out who calls, and lets them call what they may. */
@Singleton
class Access {
    private static final String SCHEME = "Bearer ";
    private static final Identity CONFIGURED = new Identity("admin-key", Role.admin, Scope.EVERYTHING);

    private final Caller caller;
    private final List<Authenticator> authenticators;
    private final byte[] adminKey;

    Access(
            Caller caller,
            @All List<Authenticator> authenticators,
            @ConfigProperty(name = "bienban.admin-key") Optional<String> adminKey) {
        this.caller = caller;
        this.authenticators = authenticators;
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
            Log.info("No bienban.admin-key is set: only keys that were made earlier may write");
        }
    }

    @ServerRequestFilter(priority = 1000)
    public void identify(ContainerRequestContext request) {
        var credentials = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (credentials != null) {
            caller.become(identify(credentials).orElseThrow(ApiException::unauthorized));
        }
    }

    /** Later than the other, so that what is refused to a key counts for that key. */
    @ServerRequestFilter(priority = 1200)
    public void check(ResourceInfo resource) {
        var least = leastRole(resource.getResourceMethod());
        if (least.isPresent() && caller.role().isEmpty() && isClosed()) {
            throw ApiException.writesClosed();
        }
        least.ifPresent(caller::mustBe);
    }

    /** An operation that states no rule is open to nobody. */
    private static Optional<Role> leastRole(Method operation) {
        var rule = operation == null ? null : operation.getAnnotation(Allowed.class);
        if (rule == null) {
            throw ApiException.notAllowed();
        }
        return List.of(rule.value()).stream().findFirst();
    }

    private Optional<Identity> identify(String credentials) {
        if (!credentials.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        var token = credentials.substring(SCHEME.length()).trim();
        if (adminKey != null && MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), adminKey)) {
            return Optional.of(CONFIGURED);
        }
        return authenticators.stream().flatMap(a -> a.identify(token).stream()).findFirst();
    }

    /** Where no credentials could be right, asking for them would be a lie. */
    private boolean isClosed() {
        return adminKey == null && authenticators.stream().noneMatch(Authenticator::isInUse);
    }
}
