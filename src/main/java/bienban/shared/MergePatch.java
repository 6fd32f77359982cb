package bienban.shared;

import com.fasterxml.jackson.databind.JsonNode;

/** An RFC 7396 merge patch: what is to change; {@code null} removes. */
public record MergePatch(JsonNode changes) implements Input {
    public static final String MEDIA_TYPE = "application/merge-patch+json";
}
