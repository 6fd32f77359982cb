package bienban.document;

import bienban.shared.PartialDate;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A legal document as a meeting cites it. */
@Schema(
        name = "DocumentReference",
        description =
                "A document by its id, or by type, number and issuer (type and title where it has no number): then the known one is taken, or one is made")
public record DocumentRef(
        @Schema(examples = "01900f5e-2a00-7c3e-9d6a-000000000030")
        UUID id,

        DocumentType type,

        @Size(min = 1, max = 60) @Schema(examples = "05-CT/TW")
        String number,

        @Size(min = 1, max = 1000) String title,

        @Size(min = 1, max = 300) @Schema(examples = "Bộ Chính trị")
        String issuer,

        @PartialDate @Schema(examples = "2016-05-15") String issuedOn,

        @Size(min = 1, max = 300) @Schema(description = "What this report calls it", examples = "Chỉ thị 05")
        String label) {

    @AssertTrue(message = "id_or_document")
    @Schema(hidden = true)
    public boolean isNamed() {
        return id != null || (type != null && (number != null || title != null || label != null));
    }
}
