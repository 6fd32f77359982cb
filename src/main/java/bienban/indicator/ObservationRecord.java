package bienban.indicator;

import bienban.place.PlaceRef;
import bienban.record.LifeStatus;
import bienban.record.Origin;
import bienban.record.Retraction;
import bienban.shared.Input;
import bienban.shared.Period;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An observation as it is answered and written on its own. */
@Schema(name = "Observation", description = "One stated value of a measure for a place and a period")
public record ObservationRecord(
        @Schema(readOnly = true, description = "UUIDv7", examples = "01900f5e-2a00-7c3e-9d6a-000000000010")
        UUID id,

        @Schema(readOnly = true, description = "Grows by one with every change of content", examples = "3")
        Integer version,

        @Schema(
                description = "Published unless it says `draft`; that of a meeting's figure is the meeting's",
                defaultValue = "published")
        LifeStatus status,

        @Schema(readOnly = true, examples = "2026-11-20T02:10:00.000Z")
        Instant createdAt,

        @Schema(readOnly = true, description = "When the content last changed", examples = "2026-11-21T03:00:00.000Z")
        Instant updatedAt,

        @Schema(readOnly = true) Origin origin,

        @Valid
        @Schema(
                description =
                        "Why it was taken back: needed with the status `retracted`, without meaning with another, or on a figure of a meeting")
        Retraction retraction,

        @Schema(readOnly = true, description = "The meeting that states it; none where it comes from another source")
        SourceMeeting meeting,

        @NotNull @Valid @Schema(required = true, description = "The place it is about")
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
                        "Id of the observation that it is a part of: in the same meeting, or like this one in none",
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

        @Valid ObservationInput.Source source,

        @Schema(
                readOnly = true,
                description = "What the catalogue says of the indicator; shown with `include=indicator`")
        CatalogueEntry catalogueEntry)
        implements Input, Figure {}
