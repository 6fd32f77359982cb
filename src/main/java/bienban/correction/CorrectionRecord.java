package bienban.correction;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A correction as it is answered. */
@Schema(
        name = "Correction",
        description =
                "An error that a reader reported, and what became of it. What was written is shown to reviewers of the place only")
record CorrectionRecord(
        @Schema(required = true, description = "UUIDv7", examples = "01900f5e-2a00-7c3e-9d6a-000000060001")
        UUID id,

        @Schema(required = true, description = "Id of the meeting")
        UUID meeting,

        @Schema(required = true, description = "The version that it speaks of", examples = "1")
        Integer version,

        @Schema(required = true) CorrectionState state,

        @Schema(required = true, examples = "2026-11-20T02:10:00.000Z")
        Instant createdAt,

        @Schema(description = "JSON pointer to the field; for reviewers", examples = "/observations/0")
        String pointer,

        @Schema(description = "For reviewers") String text,
        @Schema(description = "For reviewers") String rightValue,
        @Schema(description = "For reviewers") String source,
        @Schema(description = "For reviewers") String contact,

        @Schema(description = "Absent as long as it is open")
        Outcome outcome) {

    /** The decision. */
    @Schema(name = "CorrectionOutcome", description = "What the reviewer decided")
    record Outcome(
            @Schema(required = true, examples = "Đã sửa theo báo cáo gốc.")
            String note,

            @Schema(description = "The version of the meeting that fixed it; of an accepted one", examples = "2")
            Integer version,

            @Schema(required = true, examples = "2026-11-21T03:00:00.000Z")
            Instant decidedAt,

            @Schema(description = "For reviewers") String decidedBy) {}
}
