package bienban.speaker;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A person as other records name them. */
@Schema(
        name = "SpeakerReference",
        description =
                "A person by id, or by name: then the one of that name in the meeting's place, in a place above or below it, is taken, or a new one is made")
public record SpeakerRef(
        @Schema(examples = "01900f5e-2a00-7c3e-9d6a-000000000002")
        UUID id,

        @Size(min = 1, max = 100) @Schema(examples = "Sái Thị Yến")
        String name) {

    @AssertTrue(message = "id_or_name")
    @Schema(hidden = true)
    public boolean isNamed() {
        return id != null || (name != null && !name.isBlank());
    }
}
