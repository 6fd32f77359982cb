package bienban.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseConfigTest {
    @TempDir
    Path parent;

    @Test
    void startsNothingWhenAServerOfOnesOwnIsConfigured() throws IOException {
        var config = configWith(Map.of("quarkus.datasource.jdbc.url", "jdbc:postgresql://db.example/bienban"));

        assertThat(config.getValue("quarkus.datasource.jdbc.url", String.class))
                .isEqualTo("jdbc:postgresql://db.example/bienban");
        assertThat(config.getOptionalValue("quarkus.datasource.username", String.class))
                .isEmpty();
        assertThat(config.getOptionalValue("quarkus.datasource.password", String.class))
                .isEmpty();
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void startsNothingWhenPropertiesAreOnlyListed() throws IOException {
        assertThat(configWith(Map.of()).getPropertyNames()).contains("quarkus.datasource.jdbc.url");
        assertThat(parent).isEmptyDirectory();
    }

    private SmallRyeConfig configWith(Map<String, String> given) throws IOException {
        var overrides = new HashMap<>(given);
        overrides.put("bienban.database.directory", parent.resolve("data").toString());
        var defaults = getClass().getResource("/application.properties");
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(defaults, 250))
                .withSources(new PropertiesConfigSource(overrides, "test", 300))
                .withSources(new EmbeddedDatabaseConfig())
                .build();
    }
}
