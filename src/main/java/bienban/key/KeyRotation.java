package bienban.key;

import bienban.shared.Input;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a key is replaced by another. */
@Schema(name = "KeyRotation", description = "How long the key that was valid until now stays so beside the new one")
public record KeyRotation(
        @Min(0)
        @Max(720)
        @Schema(
                description = "Hours during which both are valid; 24 unless stated, 0 ends the old one at once",
                examples = "24")
        Integer overlapHours)
        implements Input {
    private static final int ONE_DAY = 24;

    int hours() {
        return overlapHours == null ? ONE_DAY : overlapHours;
    }
}
