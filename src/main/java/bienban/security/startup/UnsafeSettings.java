package bienban.security.startup;

import bienban.security.limit.Network;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/** The rules, as a function of the configuration: each offence names its setting and says what to do. */
final class UnsafeSettings {
    private static final int SHORTEST_KEY = 24;
    private static final int FEWEST_CHARACTERS = 10;
    /** Parts of keys that stand in examples, tests and everybody's head. */
    private static final Set<String> KNOWN = Set.of(
            "bb_test", "bb_try", "bb_dev", "change", "secret", "password", "admin", "example", "123456", "bienban");
    /** Blocks that hold more than any one office or cloud. */
    private static final int WIDEST_IPV4 = 8;

    private static final int WIDEST_IPV6 = 16;

    private final Config config;
    private final List<String> offences = new ArrayList<>();

    private UnsafeSettings(Config config) {
        this.config = config;
    }

    static List<String> in(Config config) {
        var settings = new UnsafeSettings(config);
        settings.adminKey();
        settings.crossOrigin();
        settings.database();
        settings.proxies();
        settings.issuer();
        settings.limits();
        return settings.offences;
    }

    private void adminKey() {
        var key = value("bienban.admin-key");
        if (key.isEmpty()) {
            return;
        }
        var known = KNOWN.stream().anyMatch(key.toLowerCase(Locale.ROOT)::contains);
        if (known || key.length() < SHORTEST_KEY || key.chars().distinct().count() < FEWEST_CHARACTERS) {
            offend(
                    "bienban.admin-key",
                    known ? "holds a word that others would guess" : "is too short or too simple",
                    "set at least %d random characters, e.g. of `openssl rand -base64 32`".formatted(SHORTEST_KEY));
        }
    }

    private void crossOrigin() {
        for (var origin : values("bienban.cors.origins")) {
            if (!isOrigin(origin)) {
                offend(
                        "bienban.cors.origins",
                        "holds \"%s\", but pages of these origins may use the keys of their visitors".formatted(origin),
                        "name each origin in full, e.g. https://example.gov.vn; reading needs no entry");
            }
        }
        if (isTrue("quarkus.http.cors.enabled")) {
            offend(
                    "quarkus.http.cors.enabled",
                    "adds a second rule for other origins beside the service's own",
                    "remove it and name origins in bienban.cors.origins");
        }
    }

    private static boolean isOrigin(String text) {
        return text.matches("https?://[A-Za-z0-9.-]+(:\\d{1,5})?");
    }

    private void database() {
        var embedded = value("quarkus.datasource.jdbc.url").equals(value("bienban.database.url"));
        if (embedded && value("quarkus.datasource.password").isEmpty()) {
            offend(
                    "quarkus.datasource.password",
                    "is empty, so that the embedded database would have to let in everybody on this machine",
                    "remove the setting: the service makes a password of its own");
        }
    }

    private void proxies() {
        for (var proxy : values("bienban.trusted-proxies")) {
            try {
                var network = Network.of(proxy);
                if (network.bits() < (network.isIpv4() ? WIDEST_IPV4 : WIDEST_IPV6)) {
                    offend(
                            "bienban.trusted-proxies",
                            "trusts %s, so that anyone could name any address as his own".formatted(proxy),
                            "name the addresses of your proxies");
                }
            } catch (IllegalArgumentException e) {
                offend(
                        "bienban.trusted-proxies",
                        "holds \"%s\", which is no address or block".formatted(proxy),
                        "write e.g. 10.1.2.3 or 10.1.0.0/16");
            }
        }
    }

    private void issuer() {
        if (value("bienban.oidc.issuer").isEmpty()) {
            return;
        }
        for (var name : List.of("bienban.oidc.issuer", "bienban.oidc.jwks")) {
            if (!value(name).isEmpty() && !isSafe(value(name))) {
                offend(name, "is not https, so that anyone on the way could sign tokens", "use its https address");
            }
        }
        if (values("bienban.oidc.audience").isEmpty()) {
            offend(
                    "bienban.oidc.audience",
                    "is not set, so that tokens made for any other service would be taken",
                    "set the name under which the issuer knows this service");
        }
        for (var algorithm : values("bienban.oidc.algorithms")) {
            if (!algorithm.matches("(RS|ES|PS)\\d{3}|EdDSA|EDDSA")) {
                offend(
                        "bienban.oidc.algorithms",
                        "holds %s, which needs a secret that the issuer does not publish".formatted(algorithm),
                        "name signatures with public keys only, e.g. RS256,ES256");
            }
        }
    }

    private static boolean isSafe(String address) {
        try {
            var uri = URI.create(address);
            return "https".equals(uri.getScheme())
                    || ("http".equals(uri.getScheme())
                            && Set.of("localhost", "127.0.0.1", "[::1]").contains(String.valueOf(uri.getHost())));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void limits() {
        for (var name : List.of("address", "reader", "editor", "reviewer", "admin", "failures", "callers")) {
            var value = value("bienban.limits." + name);
            if (!value.isEmpty() && !value.matches("0*[1-9]\\d{0,11}")) {
                offend(
                        "bienban.limits." + name,
                        "is %s, which is no limit".formatted(value),
                        "set a positive number, or bienban.limits.enabled=false behind a gateway that limits");
            }
        }
    }

    private void offend(String setting, String what, String remedy) {
        offences.add("%s %s: %s.".formatted(setting, what, remedy));
    }

    private boolean isTrue(String name) {
        return config.getOptionalValue(name, Boolean.class).orElse(false);
    }

    private String value(String name) {
        return config.getOptionalValue(name, String.class).orElse("").trim();
    }

    private List<String> values(String name) {
        return config.getOptionalValues(name, String.class).orElse(List.of()).stream()
                .map(String::trim)
                .filter(v -> !v.isEmpty())
                .toList();
    }
}
