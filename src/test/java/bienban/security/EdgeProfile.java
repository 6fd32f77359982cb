package bienban.security;

import bienban.security.oidc.TestIssuer;
import bienban.security.transport.Certificate;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** As in production, behind a proxy on this machine, with limits and times short enough to be met. */
public class EdgeProfile implements QuarkusTestProfile {
    public static final int ADDRESS_QUOTA = 100;
    public static final int READER_QUOTA = 200;
    public static final int FAILURES = 40;
    public static final int LONGEST_SECONDS = 5;
    public static final int IDLE_SECONDS = 2;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                Map.entry("bienban.limits.enabled", "true"),
                Map.entry("bienban.limits.window", "3600S"),
                Map.entry("bienban.limits.address", String.valueOf(ADDRESS_QUOTA)),
                Map.entry("bienban.limits.reader", String.valueOf(READER_QUOTA)),
                Map.entry("bienban.limits.failures", String.valueOf(FAILURES)),
                Map.entry("bienban.trusted-proxies", "127.0.0.1,::1,10.0.0.0/8"),
                Map.entry("bienban.cors.origins", "https://portal.example.vn,https://desk.example.vn"),
                Map.entry("bienban.longest-request", LONGEST_SECONDS + "S"),
                Map.entry("quarkus.http.idle-timeout", IDLE_SECONDS + "S"),
                Map.entry("bienban.oidc.issuer", TestIssuer.URL),
                Map.entry("bienban.oidc.audience", "bienban"),
                Map.entry("bienban.oidc.role-claim", "realm_access.roles"),
                Map.entry("bienban.oidc.role-prefix", "bienban-"),
                Map.entry("bienban.oidc.places-claim", "https://example.vn/places"),
                Map.entry("bienban.oidc.keys-at-most-every", "1S"),
                Map.entry("quarkus.management.enabled", "true"),
                Map.entry("quarkus.management.test-port", "0"),
                Map.entry("quarkus.tls.https.key-store.p12.path", Certificate.STORE.toString()),
                Map.entry("quarkus.tls.https.key-store.p12.password", Certificate.PASSWORD),
                Map.entry("quarkus.http.tls-configuration-name", "https"),
                Map.entry("quarkus.http.test-ssl-port", "0"));
    }
}
