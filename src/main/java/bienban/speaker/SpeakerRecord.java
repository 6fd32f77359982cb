package bienban.speaker;

import bienban.place.PlaceRef;
import bienban.record.LifeStatus;
import bienban.record.Origin;
import bienban.record.Retraction;
import bienban.shared.Input;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A person as they are answered and written. */
@Schema(name = "Speaker", description = "A person who took part in meetings, with the timeline of their posts")
public record SpeakerRecord(
        @Schema(readOnly = true, description = "UUIDv7", examples = "01900f5e-2a00-7c3e-9d6a-000000000002")
        UUID id,

        @Schema(readOnly = true, description = "Grows by one with every change of content", examples = "3")
        Integer version,

        @Schema(
                description =
                        "What is new is a draft where its writer may not publish; it stays as it is unless stated")
        LifeStatus status,

        @Schema(readOnly = true, examples = "2026-11-20T02:10:00.000Z")
        Instant createdAt,

        @Schema(readOnly = true, description = "When the content last changed", examples = "2026-11-21T03:00:00.000Z")
        Instant updatedAt,

        @Schema(readOnly = true) Origin origin,

        @Valid
        @Schema(description = "Why it was taken back: needed with the status `retracted`, without meaning with another")
        Retraction retraction,

        @NotBlank @Size(max = 100) @Schema(required = true, description = "Family name first", examples = "Sái Thị Yến")
        String name,

        @Valid @Schema(description = "The place by which people of the same name are told apart")
        PlaceRef place,

        @Schema(readOnly = true, description = "The posts as published meetings state them, earliest first")
        List<PostHeld> posts)
        implements Input {

    /** A post, and the first and last meeting that states it. */
    @Schema(name = "PostHeld", description = "A post, and the first and last meeting that states it")
    public record PostHeld(
            @Schema(required = true, examples = "Bí thư Thị ủy")
            String post,

            @Schema(description = "Date of the first meeting, with its precision", examples = "2022-07-13")
            String from,

            @Schema(description = "Date of the last meeting, with its precision", examples = "2022-07-13")
            String to,

            @Schema(required = true, description = "How many meetings state it", examples = "1")
            Integer meetings) {}
}
