package bienban.history;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.LinkedHashSet;

/** The JSON Patch (RFC 6902) that makes one document into another. */
final class Difference {
    /**
     * Two lists are compared each entry with each. Beyond this many comparisons the list is replaced whole, so that the longest
     * meetings cost no more than others.
     */
    private static final long MOST_COMPARISONS = 250_000;

    private Difference() {}

    /** @param before null where there was nothing before */
    static String between(String before, String after) {
        var from = before == null ? JsonValue.EMPTY_JSON_OBJECT : object(before);
        var to = object(after);
        var names = new LinkedHashSet<>(from.keySet());
        names.addAll(to.keySet());
        var patch = Json.createArrayBuilder();
        for (var name : names) {
            compare(name, from.get(name), to.get(name), patch);
        }
        return patch.build().toString();
    }

    private static void compare(String name, JsonValue from, JsonValue to, JsonArrayBuilder patch) {
        if (from instanceof JsonArray one && to instanceof JsonArray other && !isComparable(one, other)) {
            patch.add(Json.createObjectBuilder()
                    .add("op", "replace")
                    .add("path", "/" + Json.encodePointer(name))
                    .add("value", to));
        } else {
            Json.createDiff(only(name, from), only(name, to)).toJsonArray().forEach(patch::add);
        }
    }

    private static boolean isComparable(JsonArray one, JsonArray other) {
        return (long) one.size() * other.size() <= MOST_COMPARISONS || one.equals(other);
    }

    private static JsonObject only(String name, JsonValue value) {
        return value == null
                ? JsonValue.EMPTY_JSON_OBJECT
                : Json.createObjectBuilder().add(name, value).build();
    }

    private static JsonObject object(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
