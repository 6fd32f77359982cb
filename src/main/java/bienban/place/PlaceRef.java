package bienban.place;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A place as other records name it: by its code; name and level are shown, and ignored when written. */
@Schema(
        name = "PlaceReference",
        description = "A place by its code; name and level are shown, and ignored when written")
public record PlaceRef(
        @NotNull @Size(min = 1, max = 24) @Schema(description = "Official code", examples = "292")
        String code,

        @Schema(readOnly = true, examples = "Thị xã Kinh Môn")
        String name,

        @Schema(readOnly = true) PlaceLevel level) {}
