package bienban.extraction.desk;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of an article. */
@Schema(name = "ArticleEntered", description = "What became of an article that was posted")
public record ArticleAnswer(
        @Schema(required = true, description = "Id of the article")
        UUID article,

        @Schema(description = "Id of the draft meeting; absent when the article reports none")
        UUID meeting,

        @Schema(required = true, description = "What a person should look at; pointers lead into the meeting")
        List<ExtractionAnswer.Doubt> warnings,

        @Schema(
                required = true,
                description =
                        "Figures that a published meeting states differently for the same place, indicator and period")
        List<Conflict> conflicts) {

    /** A figure that is stated differently elsewhere. */
    @Schema(name = "FigureConflict", description = "A figure that a published meeting states differently")
    public record Conflict(
            @Schema(required = true, description = "The figure in the draft", examples = "/observations/0")
            String pointer,

            @Schema(required = true, examples = "production_value")
            String indicator,

            @Schema(required = true, examples = "2022-01/2022-06")
            String period,

            @Schema(
                    required = true,
                    description = "In the base unit, as the draft states it",
                    examples = "31167000000000")
            BigDecimal value,

            @Schema(required = true, description = "Id of the other meeting")
            UUID meeting,

            @Schema(required = true, description = "Its title")
            String title,

            @Schema(
                    required = true,
                    description = "In the base unit, as the other meeting states it",
                    examples = "31200000000000")
            BigDecimal otherValue,

            @Schema(description = "Base unit", examples = "VND")
            String unit) {}
}
