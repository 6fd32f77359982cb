package bienban.indicator;

import bienban.record.Origin;
import bienban.record.RecordStatus;
import bienban.record.Retraction;
import bienban.shared.Input;
import bienban.shared.Topic;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An indicator as it is answered and written. */
@Schema(name = "Indicator", description = "A named measure in the catalogue")
public record IndicatorRecord(
        @Schema(readOnly = true, description = "The same as `code`", examples = "production_value")
        String id,

        @Schema(readOnly = true, description = "Grows by one with every change of content", examples = "3")
        Integer version,

        @Schema(readOnly = true) RecordStatus status,

        @Schema(readOnly = true, examples = "2026-11-20T02:10:00.000Z")
        Instant createdAt,

        @Schema(readOnly = true, description = "When the content last changed", examples = "2026-11-21T03:00:00.000Z")
        Instant updatedAt,

        @Schema(readOnly = true) Origin origin,
        @Schema(readOnly = true) Retraction retraction,

        @NotNull
        @Size(max = 100)
        @Pattern(regexp = "[a-z][a-z0-9_]*(\\.[a-z0-9_]+)*")
        @Schema(
                required = true,
                description = "Chosen when the indicator is made, and kept; parts take the whole's code and a dot",
                examples = "production_value.services")
        String code,

        @NotNull @Valid @Schema(required = true) Labels labels,

        @NotBlank
        @Size(max = 30)
        @Schema(
                required = true,
                description = "The unit that comparisons are told in: `VND`, `count`, `percent`, `ha`, `tonne/ha` …",
                examples = "VND")
        String unit,

        @NotNull @Schema(required = true) Topic topic,

        @NotNull @Schema(required = true, description = "How the values of several places make one")
        Aggregation aggregation,

        @Size(max = 100)
        @Schema(description = "Code of the indicator that this one is a part of", examples = "production_value")
        String parent,

        @Schema(description = "Whether more is better; decides ranks", defaultValue = "none")
        Direction direction)
        implements Input {

    /** Its name in both languages. */
    @Schema(name = "IndicatorLabels", description = "Its name in Vietnamese and in English")
    public record Labels(
            @NotBlank @Size(max = 300) @Schema(required = true, examples = "Giá trị sản xuất thương mại - dịch vụ")
            String vi,

            @NotBlank @Size(max = 300) @Schema(required = true, examples = "Production value of trade and services")
            String en) {}
}
