package bienban.record;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The instance that owns a record which was taken over from there. */
@Schema(
        name = "Origin",
        description =
                "The instance that owns the record; it has the same id there, and is changed there. Absent on records of one's own")
public record Origin(
        @Schema(required = true, description = "Id of the instance", examples = "01900f5e-2a00-4c3e-9d6a-0000000000ff")
        UUID instance,

        @Schema(required = true, description = "The version that was taken over", examples = "3")
        Integer version) {}
