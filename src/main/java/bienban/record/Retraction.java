package bienban.record;

import bienban.shared.PlainText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a record was taken back. */
@Schema(name = "Retraction", description = "Why the record was taken back")
public record Retraction(
        @NotBlank
        @Size(max = 1000)
        @PlainText
        @Schema(
                required = true,
                description = "Public: whoever asks for the record reads it",
                examples = "Nhập nhầm biên bản của đơn vị khác.")
        String reason,

        @Schema(
                writeOnly = true,
                description =
                        "Also removes every word of the record, from its history and from the earlier versions of records that named it; only a tombstone with the reason stays. Refused while others refer to it. Cannot be undone",
                defaultValue = "false")
        Boolean purge) {}
