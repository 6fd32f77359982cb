package bienban.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * What a day, or who asks, adds to stored documents: an SQL expression over the record's id {@code r.id}, {@code :asOf} and
 * further parameters that gives JSON, and how that JSON is put into the document. Nothing that depends on either is ever stored.
 */
public record Derived(String sql, Map<String, Object> parameters, BiConsumer<ObjectNode, JsonNode> put) {
    public static final Derived NOTHING = new Derived("null", Map.of(), (document, added) -> {});

    public Derived {
        parameters = new TreeMap<>(parameters);
    }

    public Derived(String sql, LocalDate asOf, BiConsumer<ObjectNode, JsonNode> put) {
        this(sql, asOf == null ? Map.of() : Map.of("asOf", asOf), put);
    }
}
