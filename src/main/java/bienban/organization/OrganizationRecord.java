package bienban.organization;

import bienban.place.PlaceRef;
import bienban.record.LifeStatus;
import bienban.record.Origin;
import bienban.record.Retraction;
import bienban.shared.Input;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An organization as it is answered and written. */
@Schema(name = "Organization", description = "A committee, council or agency")
public record OrganizationRecord(
        @Schema(readOnly = true, description = "UUIDv7", examples = "01900f5e-2a00-7c3e-9d6a-000000000001")
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

        @NotBlank @Size(max = 300) @Schema(required = true, examples = "Ban Chấp hành Đảng bộ thị xã Kinh Môn")
        String name,

        @NotNull @Schema(required = true) OrganizationKind kind,
        @Valid PlaceRef place)
        implements Input {}
