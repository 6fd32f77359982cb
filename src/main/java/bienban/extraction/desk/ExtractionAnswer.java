package bienban.extraction.desk;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was read from a text. */
@Schema(name = "Extraction", description = "What was read from a text, and where it stands there. Nothing was stored")
public record ExtractionAnswer(
        @Schema(required = true) DraftMeeting draft,

        @Schema(required = true, description = "Which span supports which field")
        List<Span> evidence,

        @Schema(required = true, description = "What a person should look at")
        List<Doubt> warnings) {

    /** A span that supports a field. */
    @Schema(
            name = "DraftEvidence",
            description =
                    "A span that supports a field. Offsets count Unicode code points of the canonical text: the text in NFC, or what was taken from the page")
    public record Span(
            @Schema(required = true, description = "JSON pointer into the draft", examples = "/observations/0")
            String pointer,

            @Schema(required = true, description = "First code point of the span", examples = "1201")
            Integer start,

            @Schema(required = true, description = "The code point after the span", examples = "1291")
            Integer end,

            @Schema(required = true, description = "The span itself")
            String quote,

            @Schema(required = true, description = "How sure the reading is, 0 to 1", examples = "0.95")
            BigDecimal confidence,

            @Schema(
                    description = "The rules that read it; only with `explain=true`",
                    examples = "[\"people.honorific\"]")
            List<String> rules) {}

    /** What is doubtful. */
    @Schema(
            name = "ExtractionWarning",
            description = "What is doubtful, or was left out because a wrong fact is worse than a missing one")
    public record Doubt(
            @Schema(
                    required = true,
                    description = "JSON pointer of the field; empty for the whole text",
                    examples = "/heldOn")
            String pointer,

            @Schema(required = true, description = "Stable code", examples = "year_inferred")
            String code,

            @Schema(required = true, description = "In words")
            String detail,

            @Schema(description = "First code point of the doubtful span")
            Integer start,

            @Schema(description = "The code point after it") Integer end) {}
}
