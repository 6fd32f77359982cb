package bienban.extraction.desk.quality;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How good the drafts were. */
@Schema(
        name = "ExtractionQuality",
        description = "What became of the fields that the machine made, for meetings that were published since")
public record Quality(
        @Schema(
                required = true,
                description = "How many published meetings began as a draft of the machine",
                examples = "1")
        Integer meetings,

        @Schema(required = true, description = "By kind of field, in a fixed order")
        List<Counts> fields,

        @Schema(required = true) Counts total) {

    /** One kind of field. */
    @Schema(
            name = "FieldQuality",
            description =
                    "What became of one kind of field. Items of a list are paired by id, else by what they say; `observation_attributes` counts the members of figures that stayed, and an item with a corrected member is itself corrected")
    public record Counts(
            @Schema(required = true, examples = "people") String field,

            @Schema(required = true, description = "Made by the machine and published unchanged", examples = "8")
            Integer accepted,

            @Schema(required = true, description = "Made by the machine and changed by an editor", examples = "1")
            Integer corrected,

            @Schema(required = true, description = "Made by the machine and taken out by an editor", examples = "0")
            Integer removed,

            @Schema(required = true, description = "Added by an editor", examples = "1")
            Integer added,

            @Schema(
                    description = "accepted / (accepted + corrected + removed); absent when the machine made none",
                    examples = "0.889")
            BigDecimal precision,

            @Schema(
                    description =
                            "(accepted + corrected) / (accepted + corrected + added): how much of what was published the machine had found; absent when there is nothing",
                    examples = "0.9")
            BigDecimal found) {

        static Counts of(String field, int accepted, int corrected, int removed, int added) {
            return new Counts(
                    field,
                    accepted,
                    corrected,
                    removed,
                    added,
                    share(accepted, accepted + corrected + removed),
                    share(accepted + corrected, accepted + corrected + added));
        }

        private static BigDecimal share(int part, int whole) {
            return whole == 0
                    ? null
                    : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 3, RoundingMode.HALF_UP);
        }
    }
}
