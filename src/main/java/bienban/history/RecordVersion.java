package bienban.history;

import bienban.record.RecordStatus;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One version of a record as the list of versions shows it. */
@Schema(name = "RecordVersion", description = "One version of a record: what it was, since when, and by whom")
record RecordVersion(
        @Schema(required = true, examples = "3") Integer version,
        @Schema(required = true) RecordStatus status,

        @Schema(required = true, description = "When this version was written", examples = "2026-11-21T03:00:00.000Z")
        Instant changedAt,

        @Schema(required = true, description = "Bytes of the document in UTF-8", examples = "5484")
        Integer size,

        @Schema(
                required = true,
                description = "SHA-256 of the document, hexadecimal",
                examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String hash,

        @Schema(description = "Who wrote it; for editors of the place only", examples = "admin-key")
        String actor) {}
