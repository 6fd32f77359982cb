package bienban.database;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.Expressions;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Supplies the address of the embedded PostgreSQL, unless the configuration names another server. */
public final class EmbeddedDatabaseConfig implements ConfigSourceFactory {
    private static final String PLACEHOLDER = "${bienban.database.url}";

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        if (!PLACEHOLDER.equals(raw(context, "quarkus.datasource.jdbc.url"))) {
            return List.of();
        }
        var directory = new DataDirectory(
                Path.of(context.getValue("bienban.database.directory").getValue()),
                Boolean.parseBoolean(raw(context, "bienban.database.temporary")));
        return List.of(new Source(directory));
    }

    private static String raw(ConfigSourceContext context, String name) {
        ConfigValue value = Expressions.withoutExpansion(() -> context.getValue(name));
        return value == null ? null : value.getValue();
    }

    private record Source(DataDirectory directory) implements ConfigSource {
        @Override
        public String getValue(String name) {
            return switch (name) {
                case "bienban.database.url" -> EmbeddedServer.in(directory).url();
                case "bienban.database.username" -> Database.APPLICATION;
                case "bienban.database.owner" -> Database.NAME;
                case "bienban.database.password" -> EmbeddedServer.in(directory).password();
                default -> null;
            };
        }

        /** None: whoever lists the properties, as the build does, would otherwise read them and start the server. */
        @Override
        public Set<String> getPropertyNames() {
            return Set.of();
        }

        @Override
        public String getName() {
            return "embedded PostgreSQL";
        }
    }
}
