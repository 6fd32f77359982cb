package bienban.organization;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An organization as other records name it. */
@Schema(
        name = "OrganizationReference",
        description =
                "An organization by its id, or by name: then the one of that name and kind in the meeting's place is taken, or made")
public record OrganizationRef(
        @Schema(examples = "01900f5e-2a00-7c3e-9d6a-000000000001")
        UUID id,

        @Size(min = 1, max = 300) @Schema(examples = "Ban Chấp hành Đảng bộ thị xã Kinh Môn")
        String name,

        OrganizationKind kind) {

    @AssertTrue(message = "id_or_name")
    @Schema(hidden = true)
    public boolean isNamed() {
        return id != null || (name != null && !name.isBlank());
    }
}
