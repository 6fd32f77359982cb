package bienban.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.function.BiConsumer;

/**
 * What a day adds to stored documents: an SQL expression over the record's id {@code r.id} and {@code :asOf} that gives JSON,
 * and how that JSON is put into the document. Nothing that depends on a day is ever stored.
 */
public record Derived(String sql, LocalDate asOf, BiConsumer<ObjectNode, JsonNode> put) {
    public static final Derived NOTHING = new Derived("null", null, (document, added) -> {});
}
