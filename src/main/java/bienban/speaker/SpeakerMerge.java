package bienban.speaker;

import bienban.shared.Input;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who a person turned out to be. */
@Schema(name = "SpeakerMerge", description = "The person into whom another is merged")
public record SpeakerMerge(
        @NotNull
        @Schema(
                required = true,
                description = "Id of the person who is left; one who was merged stands for their survivor",
                examples = "01900f5e-2a00-7c3e-9d6a-000000000002")
        UUID into)
        implements Input {}
