package bienban.correction;

import bienban.shared.Input;
import bienban.shared.PlainText;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a reader reports. */
@Schema(
        name = "CorrectionInput",
        description = "What a reader reports as wrong. Plain text; only reviewers of the place read it")
public record CorrectionInput(
        @NotBlank
        @Size(max = 2000)
        @PlainText
        @Schema(required = true, description = "What is wrong", examples = "Thu ngân sách 6 tháng là 905,3 tỷ đồng.")
        String text,

        @Min(1) @Schema(description = "The version it speaks of; the present one unless stated", examples = "1")
        Integer version,

        @Size(min = 1, max = 300)
        @Pattern(regexp = "(/[^/]*)+")
        @Schema(description = "JSON pointer to the field that is wrong", examples = "/observations/0")
        String pointer,

        @Size(min = 1, max = 300)
        @PlainText
        @Schema(description = "The right figure, name or date, if known; needs `source`", examples = "905,3 tỷ đồng")
        String rightValue,

        @Size(max = 2000)
        @Pattern(regexp = "https?://\\S+")
        @PlainText
        @Schema(description = "Where the right one can be read", examples = "https://example.org/bao-cao-6-thang")
        String source,

        @Size(min = 1, max = 200)
        @PlainText
        @Schema(
                description = "How to reach the one who files, if they wish. Never public",
                examples = "ban-doc@example.org")
        String contact)
        implements Input {

    @AssertTrue(message = "source_needed")
    @Schema(hidden = true)
    public boolean isSourced() {
        return rightValue == null || source != null;
    }
}
