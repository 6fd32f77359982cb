package bienban.indicator.comparison;

import bienban.indicator.Aggregation;
import bienban.indicator.CatalogueEntry;
import bienban.indicator.Comparator;
import bienban.indicator.Flag;
import bienban.indicator.ObservationInput;
import bienban.indicator.ObservationKind;
import bienban.indicator.SourceMeeting;
import bienban.place.PlaceRef;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One indicator over places. */
@Schema(name = "Comparison", description = "One indicator over places, one row for each")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Comparison(
        @Schema(required = true) CatalogueEntry indicator,

        @Schema(description = "The period that was asked for", examples = "2022-01/2022-06")
        String period,

        @Schema(required = true) ObservationKind kind,

        @Schema(required = true, description = "Ranked places first, then other figures, then the missing")
        List<Row> rows,

        @Schema(
                description =
                        "Absent where the indicator does not aggregate, the periods differ, or one place lies in another")
        Total total) {

    /** One place's figure. */
    @Schema(name = "ComparisonRow", description = "One place and its latest figure for the period")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(
            @Schema(required = true) PlaceRef place,

            @Schema(required = true, description = "No figure is known; then nothing else is told")
            Boolean missing,

            @Schema(
                    description =
                            "From 1, by the indicator's direction; equal values share a rank and the next is skipped. Absent where the direction is `none` or the periods differ",
                    examples = "1")
            Integer rank,

            @Schema(description = "Id of the observation", examples = "01900f5e-2a00-7c3e-9d6a-000000000010")
            UUID observation,

            @Schema(examples = "2022-01/2022-06") String period,
            ObservationKind kind,

            @Schema(description = "The number as written, before the multiplier", examples = "31167")
            BigDecimal value,

            @Schema(description = "Upper end of a range that starts at `value`")
            BigDecimal rangeTo,

            @Schema(description = "The unit as stated", examples = "VND")
            String unit,

            @Schema(examples = "9") Integer unitMultiplier,
            @Schema(examples = "tỷ đồng") String unitLabel,

            @Schema(description = "The number in the indicator's own unit", examples = "31167000000000")
            BigDecimal normalizedValue,

            @Schema(description = "True where the stated unit, or none, cannot be turned into the indicator's")
            Boolean incomparable,

            Comparator comparator,
            Boolean estimated,

            @Schema(description = "Percent of the plan reached", examples = "51.7")
            BigDecimal planShare,

            @Schema(description = "Change against the same period of the year before, percent", examples = "15.9")
            BigDecimal yearOnYear,

            @Schema(description = "The same change in the stated unit")
            BigDecimal yearOnYearAbsolute,

            @Schema(description = "The same change as a factor")
            BigDecimal yearOnYearFactor,

            List<Flag> flags,

            @Schema(description = "The meeting that states it")
            SourceMeeting meeting,

            @Schema(description = "Where it comes from when no meeting states it")
            ObservationInput.Source source) {}

    /** What the places have together. */
    @Schema(name = "ComparisonTotal", description = "What the places have together")
    public record Total(
            @Schema(required = true, description = "`sum`, or `average`: the plain mean of the places, to six decimals")
            Aggregation aggregation,

            @Schema(required = true, examples = "31167000000000")
            BigDecimal value,

            @Schema(required = true, examples = "VND") String unit,

            @Schema(required = true, description = "How many places it rests on", examples = "2")
            Integer places,

            @Schema(required = true, description = "False when a place lacks a figure that can be counted")
            Boolean complete,

            @Schema(required = true) Boolean includesEstimates,

            @Schema(required = true, description = "Some values are only “over”, “about” or a range")
            Boolean includesInexact) {}
}
