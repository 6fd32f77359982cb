package bienban.indicator;

import bienban.place.PlaceRef;
import bienban.shared.Period;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A figure as a meeting states it. */
@Schema(name = "MeetingObservation", description = "One stated value, as part of a meeting")
public record ObservationInput(
        @Schema(
                description = "UUIDv7; given back to keep an observation's identity",
                examples = "01900f5e-2a00-7c3e-9d6a-000000000010")
        UUID id,

        @Valid @Schema(description = "The place it is about, where that is not the meeting's")
        PlaceRef place,

        @Size(max = 100) @Schema(description = "Code in the catalogue, where one fits", examples = "production_value")
        String indicator,

        @NotBlank
        @Size(max = 500)
        @Schema(required = true, description = "What the report calls it", examples = "Tổng giá trị sản xuất")
        String label,

        @Size(max = 60)
        @Schema(
                description =
                        "The observation it is a part of: its id, or `/observations/0` by its position in this meeting",
                examples = "01900f5e-2a00-7c3e-9d6a-000000000010")
        String parent,

        @Digits(integer = 24, fraction = 12)
        @Schema(
                description = "The number as written, before the multiplier; absent when it cannot be read",
                examples = "31167")
        BigDecimal value,

        @Digits(integer = 24, fraction = 12) @Schema(description = "Upper end of a range that starts at `value`")
        BigDecimal rangeTo,

        @Size(min = 1, max = 30)
        @Schema(description = "Base unit: `VND`, `USD`, `count`, `percent`, `ha`, `tonne` …", examples = "VND")
        String unit,

        @Min(-12) @Max(18) @Schema(description = "Power of ten that the number is written in; 9 for tỷ", examples = "9")
        Integer unitMultiplier,

        @Schema(readOnly = true, description = "value × 10^unitMultiplier", examples = "31167000000000")
        BigDecimal normalizedValue,

        @Size(max = 60) @Schema(description = "Unit as written", examples = "tỷ đồng")
        String unitLabel,

        @Schema(description = "`exact` unless stated", defaultValue = "exact")
        Comparator comparator,

        @Schema(description = "The report says “ước”", defaultValue = "false")
        Boolean estimated,

        @Schema(description = "`actual` unless stated", defaultValue = "actual")
        ObservationKind kind,

        @Period @Schema(description = "ISO 8601 / EDTF level 0", examples = "2022-01/2022-06")
        String period,

        @Digits(integer = 12, fraction = 6)
        @Schema(description = "Percent of the plan or estimate reached", examples = "51.7")
        BigDecimal planShare,

        @Digits(integer = 12, fraction = 6)
        @Schema(
                description = "Change against the same period of the year before, percent; negative for a fall",
                examples = "15.9")
        BigDecimal yearOnYear,

        @Digits(integer = 24, fraction = 12)
        @Schema(description = "The same change in the value's own unit and multiplier", examples = "4")
        BigDecimal yearOnYearAbsolute,

        @Digits(integer = 12, fraction = 6) @Schema(description = "The same change as a factor: 1.5 for “gấp 1,5 lần”")
        BigDecimal yearOnYearFactor,

        @Digits(integer = 24, fraction = 12)
        @Schema(description = "The whole of which `value` is a part: 110 in “57/110”", examples = "110")
        BigDecimal whole,

        @Digits(integer = 12, fraction = 6) @Schema(description = "That part in percent, as stated", examples = "51.8")
        BigDecimal share,

        @Size(max = 6) @Schema(description = "`malformed_number` is set by the writer; the others by the checks")
        List<@NotNull Flag> flags,

        @Size(max = 2000) @Schema(description = "The words of the report")
        String raw,

        @Valid Source source)
        implements Figure {

    /** Where a figure comes from that no meeting states. */
    @Schema(name = "ObservationSource", description = "Where a figure comes from that no meeting states")
    public record Source(
            @Size(min = 1, max = 500) @Schema(examples = "Niên giám thống kê 2021")
            String title,

            @Size(max = 2000) @Pattern(regexp = "https?://\\S+")
            String url) {}
}
