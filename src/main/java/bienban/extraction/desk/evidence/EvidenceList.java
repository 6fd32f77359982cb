package bienban.extraction.desk.evidence;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The passages that support a meeting. */
@Schema(name = "EvidenceList", description = "The passages that support a meeting or one of its fields")
public record EvidenceList(
        @Schema(required = true, description = "By article, then in the order of the text")
        List<Passage> items) {

    /** One passage. */
    @Schema(name = "EvidencePassage", description = "A span of an article with the words around it")
    public record Passage(
            @Schema(required = true, description = "JSON pointer into the meeting", examples = "/observations/3")
            String pointer,

            @Schema(required = true, description = "Id of the article")
            UUID article,

            @Schema(
                    required = true,
                    description = "First code point of the span in the article's text",
                    examples = "1201")
            Integer start,

            @Schema(required = true, description = "The code point after the span", examples = "1291")
            Integer end,

            @Schema(
                    required = true,
                    description =
                            "Up to 120 code points before the span, cut between words; empty where the text begins or is not kept")
            String before,

            @Schema(required = true, description = "The span itself")
            String quote,

            @Schema(required = true, description = "Up to 120 code points after the span, cut between words")
            String after,

            @Schema(description = "How sure the reading is, 0 to 1", examples = "0.95")
            BigDecimal confidence) {}
}
