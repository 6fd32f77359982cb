package bienban.directive;

import bienban.shared.Input;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.OptBoolean;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One report on how far a directive has been carried out. */
@Schema(
        name = "ProgressReport",
        description =
                "One report on how far a directive has been carried out. Reports append to a timeline and are never rewritten")
public record ProgressReport(
        @Schema(readOnly = true, description = "UUIDv7", examples = "01900f5e-2a00-7c3e-9d6a-000000000040")
        UUID id,

        @NotNull @Schema(required = true) DirectiveState state,

        @NotBlank @Size(max = 10000) @Schema(required = true, examples = "Đã bàn giao 12/15 ha mặt bằng.")
        String text,

        @NotBlank
        @Size(max = 300)
        @Schema(required = true, description = "Who reports, as named", examples = "Trung tâm Phát triển quỹ đất")
        String reporter,

        @NotNull
        @JsonFormat(shape = JsonFormat.Shape.STRING, lenient = OptBoolean.FALSE)
        @Schema(
                required = true,
                description = "The day of the report: not before the meeting, not after today in Viet Nam",
                examples = "2022-09-30")
        LocalDate reportedOn,

        @Size(max = 2000)
        @Pattern(regexp = "https?://\\S+")
        @Schema(description = "Link to a document that shows it", examples = "https://example.org/bao-cao.pdf")
        String attachment,

        @Schema(
                readOnly = true,
                description = "When it was appended; in the list of reports only",
                examples = "2022-09-30T02:10:00.000Z")
        Instant createdAt)
        implements Input {}
