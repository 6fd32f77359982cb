package bienban.correction;

import bienban.shared.Input;
import bienban.shared.PlainText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That a correction is not taken up, and why. */
@Schema(name = "CorrectionDecline", description = "That a correction is not taken up, and why")
public record Decline(
        @NotBlank
        @Size(max = 2000)
        @PlainText
        @Schema(
                required = true,
                description = "Read by whoever filed the correction",
                examples = "Báo cáo gốc ghi đúng như trong biên bản.")
        String note)
        implements Input {}
