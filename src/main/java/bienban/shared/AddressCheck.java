package bienban.shared;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * What an address must be before anything looks at it. Quarkus has a check of its own that answers with an empty body before any
 * handler is asked; it is turned off here, where the configuration is read, because that is the first of our code that runs in
 * production, in development and in tests alike. {@link Doorway} asks instead.
 */
@StaticInitSafe
public final class AddressCheck implements ConfigSourceFactory {
    private static final String FRAMEWORK_CHECK_IS_OFF = "vertx.disableURIValidation";

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        System.setProperty(FRAMEWORK_CHECK_IS_OFF, "true");
        return List.of();
    }

    /** Letters beyond ASCII would be read as Latin-1 and find nothing, so that they are refused like a raw bracket. */
    static boolean isAddress(String uri) {
        try {
            return uri.startsWith("/")
                    && uri.chars().allMatch(c -> c > ' ' && c < 0x7f)
                    && new URI(uri).getRawPath() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** The same as a reference that can be read, for the answer. */
    static String readable(String uri) {
        var shown = new StringBuilder();
        for (int i = 0; i < uri.length(); i++) {
            var c = uri.charAt(i);
            if (c == '%' ? isEscape(uri, i) : isAllowed(c)) {
                shown.append(c);
            } else {
                // What came over the wire are bytes, one in each character.
                shown.append("%%%02X".formatted((int) c));
            }
        }
        return shown.toString();
    }

    private static boolean isEscape(String uri, int at) {
        return at + 2 < uri.length()
                && Character.digit(uri.charAt(at + 1), 16) >= 0
                && Character.digit(uri.charAt(at + 2), 16) >= 0;
    }

    private static boolean isAllowed(char c) {
        return c > ' ' && c < 0x7f && "\"<>[]\\^`{|}".indexOf(c) < 0;
    }
}
