package bienban.document;

import bienban.place.PlaceRef;
import bienban.record.LifeStatus;
import bienban.record.Origin;
import bienban.record.Retraction;
import bienban.shared.Input;
import bienban.shared.PartialDate;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A legal document as it is answered and written. */
@Schema(name = "LegalDocument", description = "A legal document that reports cite")
public record DocumentRecord(
        @Schema(readOnly = true, description = "UUIDv7", examples = "01900f5e-2a00-7c3e-9d6a-000000000030")
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

        @NotNull @Schema(required = true) DocumentType type,

        @Size(min = 1, max = 60) @Schema(description = "Number and symbol as printed", examples = "17-NQ/TU")
        String number,

        @Size(min = 1, max = 1000) @Schema(examples = "Về phương hướng, nhiệm vụ năm 2021")
        String title,

        @Size(min = 1, max = 300)
        @Schema(description = "The body that issued it, as named", examples = "Ban Chấp hành Đảng bộ thành phố Hạ Long")
        String issuer,

        @PartialDate @Schema(description = "ISO 8601 date with the precision stated", examples = "2020-12-18")
        String issuedOn,

        @Valid
        @Schema(
                description =
                        "The place whose office keeps the record; it stays as it is unless stated. A document without one is kept by administrators")
        PlaceRef place)
        implements Input {

    @AssertTrue(message = "number_or_title")
    @Schema(hidden = true)
    public boolean isNamed() {
        return number != null || title != null;
    }
}
