package bienban.speaker;

import bienban.place.PlaceRef;
import bienban.shared.Input;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which meetings of a person were another's. */
@Schema(name = "SpeakerSplit", description = "Which meetings of a person were another's, and who that is")
public record SpeakerSplit(
        @Schema(
                description =
                        "Id of a person who was merged into this one and is to stand alone again; else a new person is made",
                examples = "01900f5e-2a00-7c3e-9d6a-000000000003")
        UUID id,

        @Size(min = 1, max = 100)
        @Schema(description = "Name of the other person; may be left out with `id`", examples = "Bùi Xuân Lộc")
        String name,

        @Valid @Schema(description = "The place of the other person; that of this one unless stated")
        PlaceRef place,

        @NotEmpty
        @Size(max = 1000)
        @Schema(
                required = true,
                description =
                        "Ids of the meetings whose participation and directives go to the other person: this one took part or issued a directive in each",
                examples = "[\"01900f5e-2a00-7c3e-9d6a-6f1d2b7c4e10\"]")
        List<@NotNull UUID> meetings)
        implements Input {

    @AssertTrue(message = "id_or_name")
    @Schema(hidden = true)
    public boolean isNamed() {
        return id != null || (name != null && !name.isBlank());
    }
}
