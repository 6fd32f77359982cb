package bienban.key;

import bienban.security.Role;
import bienban.shared.Input;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A key that is wanted. */
@Schema(name = "KeyInput", description = "Who is to have a key, for which role and which places")
public record KeyInput(
        @NotBlank
        @Size(max = 100)
        @Schema(required = true, description = "Who or what will use it", examples = "Văn phòng Thị ủy Kinh Môn")
        String name,

        @NotNull
        @Schema(
                required = true,
                description =
                        "`reader`: higher limits only; `editor`: writes drafts; `reviewer`: publishes, retracts and merges people; `admin`: everything, everywhere")
        Role role,

        @Size(max = 100)
        @Schema(
                description =
                        "Codes of the places where an editor or reviewer works, each with all units below; readers and administrators have none",
                examples = "[\"292\"]")
        List<@NotNull @Size(min = 1, max = 24) String> places,

        @Schema(description = "When it ends; never unless stated", examples = "2030-12-31T17:00:00.000Z")
        Instant expiresAt)
        implements Input {}
