package bienban.exchange.load;

import bienban.shared.Messages;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A job as it is answered. */
@Schema(name = "Import", description = "A file of records that is entered, and how far that is")
public record ImportJob(
        @Schema(required = true, description = "UUIDv7", examples = "01900f5e-2a00-7c3e-9d6a-000000060001")
        UUID id,

        @Schema(required = true) ImportType type,
        @Schema(required = true) ImportFormat format,
        @Schema(required = true) ImportMode mode,

        @Schema(required = true, description = "Whether it only tells what would happen")
        boolean dryRun,

        @Schema(description = "Whose names the external ids are", examples = "niengiam")
        String origin,

        @Schema(
                required = true,
                description = "`receiving` the file, `queued` behind other jobs, `running`; then for good `done`,"
                        + " `failed` or `cancelled`. A job whose process was killed has `failed`")
        ImportState state,

        @Schema(required = true) Rows rows,
        @Schema(description = "Why it failed") Reason problem,

        @Schema(required = true, examples = "2026-11-20T02:10:00.000Z")
        Instant createdAt,

        @Schema(description = "When its turn to write came", examples = "2026-11-20T02:10:03.000Z")
        Instant startedAt,

        @Schema(examples = "2026-11-20T02:10:05.000Z") Instant endedAt) {

    /** How many rows came to what. */
    @Schema(
            name = "ImportRows",
            description = "Rows counted so far. With `dryRun`, and where nothing is written because some are refused,"
                    + " `written` and `unchanged` tell what would have been")
    public record Rows(
            @Schema(required = true, examples = "3") long read,

            @Schema(required = true, description = "Made or changed", examples = "1")
            long written,

            @Schema(required = true, description = "As they were already", examples = "1")
            long unchanged,

            @Schema(required = true, examples = "1") long refused) {}

    /** Why a job failed: as a problem, without the request that it would answer. */
    @Schema(
            name = "ImportProblem",
            description = "Why a job failed: as a problem, without the request that it would answer")
    public record Reason(
            @Schema(required = true, examples = "urn:bienban:problem:import-refused")
            String type,

            @Schema(required = true, examples = "Tệp có dòng bị từ chối")
            String title,

            @Schema(required = true, examples = "Không có gì được ghi.")
            String detail) {

        static Reason of(String code, List<?> arguments, Locale language) {
            return new Reason(
                    "urn:bienban:problem:" + code,
                    Messages.text(language, "problem." + code + ".title", arguments),
                    Messages.text(language, "problem." + code + ".detail", arguments));
        }
    }
}
