package bienban.record;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a record was taken back. */
@Schema(name = "Retraction", description = "Why the record was taken back")
public record Retraction(
        @Schema(required = true, examples = "Nhập nhầm biên bản của đơn vị khác.")
        String reason) {}
