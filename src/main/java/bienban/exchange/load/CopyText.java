package bienban.exchange.load;

import java.nio.charset.StandardCharsets;
import java.util.Collection;

/** Rows in the text form of PostgreSQL's {@code COPY}. */
final class CopyText {
    private final StringBuilder text = new StringBuilder(1 << 16);
    private boolean first = true;

    CopyText add(Object value) {
        if (!first) {
            text.append('\t');
        }
        first = false;
        if (value == null) {
            text.append("\\N");
        } else if (value instanceof Collection<?> many) {
            array(many);
        } else {
            escape(value instanceof Enum<?> term ? term.name() : value.toString());
        }
        return this;
    }

    void end() {
        text.append('\n');
        first = true;
    }

    byte[] take() {
        var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        text.setLength(0);
        return bytes;
    }

    /** Of enumerated values only, which need no quotation. */
    private void array(Collection<?> values) {
        text.append('{');
        var separator = "";
        for (var value : values) {
            text.append(separator).append(((Enum<?>) value).name());
            separator = ",";
        }
        text.append('}');
    }

    private void escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }
}
