package bienban.correction;

import bienban.shared.Input;
import bienban.shared.PlainText;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That a correction was right, and where it was made. */
@Schema(name = "CorrectionAcceptance", description = "That a correction was right, and which version fixed it")
public record Acceptance(
        @NotNull
        @Min(1)
        @Schema(
                required = true,
                description = "The version of the meeting that fixed it: later than the one the correction speaks of",
                examples = "2")
        Integer version,

        @NotBlank
        @Size(max = 2000)
        @PlainText
        @Schema(
                required = true,
                description = "Read by whoever filed the correction",
                examples = "Đã sửa theo báo cáo gốc. Cảm ơn bạn đọc.")
        String note)
        implements Input {}
