package bienban.vocabulary;

import bienban.shared.Label;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One enumeration of the API. */
@Schema(description = "One enumeration of the API")
public record Vocabulary(
        @Schema(required = true, description = "Its name", examples = "meetingKind")
        String name,

        @Schema(required = true, description = "Its values, in their order")
        List<Value> values) {

    /** One value. */
    @Schema(name = "VocabularyValue", description = "One value, as it goes over the wire and as people read it")
    public record Value(
            @Schema(required = true, examples = "briefing") String code,

            @Schema(required = true, description = "In the language asked for", examples = "Hội nghị giao ban")
            String label,

            @Schema(required = true) Label labels) {}
}
