package bienban.exchange.export;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.postgresql.core.Utils;

/** {@code COPY} takes no parameters: puts typed literals in the place of {@code :names}, with the escaping of the driver. */
final class Literals {
    /** What may hold a colon that begins no name is skipped: strings, quoted identifiers and casts. */
    private static final Pattern NAME = Pattern.compile("'(?:[^']|'')*'|\"[^\"]*\"|::|:([A-Za-z]\\w*)");

    private Literals() {}

    /** @param sql a text of the code, in which strings are written in the standard way, without backslashes that escape */
    static String inline(String sql, Map<String, Object> parameters) {
        return NAME.matcher(sql)
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                        found.group(1) == null ? found.group() : known(found.group(1), parameters)));
    }

    private static String known(String name, Map<String, Object> parameters) {
        var value = parameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException("No value for :" + name);
        }
        return literal(value);
    }

    private static String literal(Object value) {
        if (value instanceof String text) {
            return "cast(" + quoted(text) + " as text)";
        } else if (value instanceof String[] texts) {
            return "cast(array[" + Arrays.stream(texts).map(Literals::quoted).collect(Collectors.joining(", "))
                    + "] as text[])";
        } else if (value instanceof LocalDate || value instanceof java.util.UUID) {
            return "cast(" + quoted(value.toString()) + " as " + (value instanceof LocalDate ? "date)" : "uuid)");
        } else if (value instanceof Boolean || value instanceof Integer || value instanceof Long) {
            return "(" + value + ")";
        }
        throw new IllegalArgumentException("No literal for a " + value.getClass());
    }

    private static String quoted(String text) {
        try {
            return Utils.escapeLiteral(new StringBuilder("'"), text, true)
                    .append('\'')
                    .toString();
        } catch (SQLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
