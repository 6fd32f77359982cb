package bienban.security.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnsafeSettingsTest {
    private static final Map<String, String> SAFE = Map.of(
            "bienban.admin-key", "bb_Zk4vQ9xT2mLw7rHc5nYd8pGs",
            "bienban.cors.origins", "https://portal.example.vn,http://localhost:3000",
            "bienban.trusted-proxies", "10.0.0.0/8,2001:db8::/32,192.0.2.7",
            "bienban.oidc.issuer", "https://login.example.vn",
            "bienban.oidc.audience", "bienban",
            "bienban.oidc.algorithms", "RS256,ES256,PS256",
            "bienban.limits.address", "6000",
            "bienban.database.url", "jdbc:postgresql://127.0.0.1:1/bienban",
            "quarkus.datasource.jdbc.url", "${bienban.database.url}",
            "quarkus.datasource.password", "made by the service");

    private static List<String> offences(Map<String, String> changes) {
        var settings = new HashMap<>(SAFE);
        settings.putAll(changes);
        return UnsafeSettings.in(new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build());
    }

    @Test
    void letsSafeSettingsPass() {
        assertThat(offences(Map.of())).isEmpty();
        assertThat(offences(Map.of("bienban.admin-key", "")))
                .as("nothing can be written")
                .isEmpty();
        assertThat(offences(Map.of(
                        "quarkus.datasource.jdbc.url",
                        "jdbc:postgresql://db/bienban",
                        "quarkus.datasource.password",
                        "")))
                .as("a server of one's own may know its clients otherwise")
                .isEmpty();
        assertThat(offences(Map.of("bienban.oidc.issuer", "http://localhost:8180")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bienban.admin-key | bb_test_key",
                "bienban.admin-key | changeme-changeme-changeme-1",
                "bienban.admin-key | bb_Zk4vQ9xT2mLw7rHc5nYd",
                "bienban.admin-key | bb_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "bienban.cors.origins | *",
                "bienban.cors.origins | https://portal.example.vn,*",
                "bienban.cors.origins | /.*/",
                "bienban.cors.origins | https://*.example.vn",
                "bienban.cors.origins | null",
                "bienban.cors.origins | https://portal.example.vn/",
                "quarkus.http.cors.enabled | true",
                "quarkus.datasource.password | ''",
                "bienban.trusted-proxies | 0.0.0.0/0",
                "bienban.trusted-proxies | 10.0.0.1,::/0",
                "bienban.trusted-proxies | 10.0.0.0/7",
                "bienban.trusted-proxies | proxy.example.vn",
                "bienban.oidc.issuer | http://login.example.vn",
                "bienban.oidc.jwks | http://login.example.vn/keys",
                "bienban.oidc.audience | ''",
                "bienban.oidc.algorithms | RS256,HS256",
                "bienban.oidc.algorithms | none",
                "bienban.limits.address | 0",
                "bienban.limits.failures | -1"
            })
    void namesTheSettingAndWhatToDo(String setting, String value) {
        var offences = offences(Map.of(setting, value));
        assertThat(offences).hasSize(1);
        assertThat(offences.get(0)).startsWith(setting + " ").contains(": ").endsWith(".");
        assertThat(offences.get(0)).as("no secrets").doesNotContain("Zk4vQ9", "changeme-");
    }

    @Test
    void namesAllAtOnce() {
        assertThat(offences(Map.of(
                        "bienban.admin-key",
                        "admin",
                        "bienban.cors.origins",
                        "*",
                        "bienban.trusted-proxies",
                        "0.0.0.0/0")))
                .hasSize(3);
    }
}
