package bienban.indicator.comparison;

import bienban.indicator.Comparator;
import bienban.indicator.Flag;
import bienban.indicator.ObservationInput;
import bienban.indicator.ObservationKind;
import bienban.indicator.SourceMeeting;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One figure of an indicator as a point in time. */
@Schema(
        name = "SeriesPoint",
        description = "One figure as a point in time, with what others stated for the same period")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StatedFigure(
        @Schema(
                required = true,
                description = "Id of the observation",
                examples = "01900f5e-2a00-7c3e-9d6a-000000000010")
        UUID observation,

        @Schema(required = true, examples = "2022-01/2022-06")
        String period,

        @Schema(required = true) ObservationKind kind,

        @Schema(description = "The number as written, before the multiplier", examples = "31167")
        BigDecimal value,

        @Schema(description = "Upper end of a range that starts at `value`")
        BigDecimal rangeTo,

        @Schema(description = "The unit as stated", examples = "VND")
        String unit,

        @Schema(required = true, examples = "9") Integer unitMultiplier,
        @Schema(examples = "tỷ đồng") String unitLabel,

        @Schema(description = "The number in the indicator's own unit", examples = "31167000000000")
        BigDecimal normalizedValue,

        @Schema(description = "True where the stated unit, or none, cannot be turned into the indicator's")
        Boolean incomparable,

        @Schema(required = true) Comparator comparator,
        @Schema(required = true) Boolean estimated,

        @Schema(description = "Percent of the plan reached", examples = "51.7")
        BigDecimal planShare,

        @Schema(description = "Change against the same period of the year before, percent", examples = "15.9")
        BigDecimal yearOnYear,

        @Schema(description = "The same change in the stated unit")
        BigDecimal yearOnYearAbsolute,

        @Schema(description = "The same change as a factor") BigDecimal yearOnYearFactor,

        @Schema(required = true) List<Flag> flags,
        @Schema(description = "The meeting that states it") SourceMeeting meeting,

        @Schema(description = "Where it comes from when no meeting states it")
        ObservationInput.Source source,

        @Schema(
                description =
                        "What else was stated for the same period, the latest meeting's first; absent in these themselves")
        List<StatedFigure> revisions) {}
