package bienban.federation;

import bienban.record.RecordKind;
import bienban.shared.StrictJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An upstream as it is answered. */
@Schema(name = "Upstream", description = "An instance that this one follows, and how far the copy goes")
public record UpstreamRecord(
        @Schema(required = true, description = "As configured", examples = "kinh-mon")
        String name,

        @Schema(required = true) UpstreamState state,

        @Schema(required = true, description = "Whether lists lack something of it for longer than is fine")
        boolean stale,

        @Schema(
                description = "From when on something is missing; only when stale",
                examples = "2026-11-20T02:10:00.000Z")
        Instant staleSince,

        @Schema(description = "When the copy last held all that there was; absent before the first time")
        Instant currentAt,

        @Schema(description = "Seconds since then", examples = "12")
        Long lagSeconds,

        @Schema(description = "Records of a snapshot that have arrived and are not taken over yet", examples = "0")
        Long waiting,

        @Schema(description = "Whether the last try reached it; absent before the first")
        Boolean reachable,

        @Schema(
                required = true,
                description = "Records that could not be taken over, and are tried again",
                examples = "0")
        long parked,

        @Schema(description = "For administrators only") Inside inside) {

    /** What only administrators see. */
    @Schema(name = "UpstreamInside", description = "Address, cursor and errors of an upstream; for administrators only")
    public record Inside(
            @Schema(required = true, examples = "https://bienban.kinhmon.example.vn")
            String url,

            @Schema(description = "As configured", examples = "place=292&within=subtree")
            String filter,

            @Schema(required = true, description = "What is followed")
            List<String> types,

            @Schema(description = "Id of the instance, the `origin.instance` of its records")
            UUID instance,

            @Schema(description = "How far its feed has been read")
            String cursor,

            Instant lastTriedAt,

            @Schema(
                    description = "Why the last try failed; gone after one that did not",
                    examples = "unreachable: Connection refused")
            String lastError,

            Instant lastErrorAt,

            @Schema(
                    description =
                            "What could not be taken over, longest waiting first, 50 at most; only of a single upstream")
            List<Parked> parkedRecords) {

        static Inside of(Upstream upstream, Progress at, List<Parked> parked) {
            return new Inside(
                    upstream.url().toString(),
                    upstream.isFiltered() ? upstream.filter() : null,
                    upstream.kinds().stream().map(RecordKind::plural).toList(),
                    at.instance(),
                    at.cursor(),
                    at.triedAt(),
                    at.error(),
                    at.errorAt(),
                    parked);
        }
    }

    /** A record that could not be taken over. */
    @Schema(name = "ParkedRecord", description = "A record that could not be taken over, and why")
    public record Parked(
            @Schema(required = true) RecordKind kind,

            @Schema(required = true, examples = "01900f5e-2a00-7c3e-9d6a-6f1d2b7c4e10")
            String id,

            @Schema(required = true, description = "The version that it has at the upstream", examples = "3")
            int version,

            @Schema(required = true, description = "Code of the problem", examples = "invalid-request")
            String error,

            @Schema(required = true) List<Fault> faults,
            @Schema(required = true) Instant since,
            @Schema(required = true) Instant triedAt,
            @Schema(required = true, examples = "3") int tries) {

        static Parked of(Tuple row) {
            return new Parked(
                    RecordKind.valueOf(row.get(0, String.class)),
                    row.get(1, String.class),
                    row.get(2, Integer.class),
                    row.get(3, String.class),
                    faults(row.get(4, String.class)),
                    ProgressRepository.instant(row, 5),
                    ProgressRepository.instant(row, 6),
                    row.get(7, Integer.class));
        }

        private static List<Fault> faults(String json) {
            try {
                return StrictJson.READER.readValue(json, new TypeReference<>() {});
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** One fault of a parked record. */
    @Schema(name = "ParkedFault", description = "One fault of a parked record")
    public record Fault(
            @Schema(description = "JSON pointer into the record; empty for the whole")
            String pointer,

            @Schema(
                    required = true,
                    description = "Code of the fault, or the rule or the record that it conflicts with",
                    examples = "required")
            String code) {}

    static UpstreamRecord of(Upstream upstream, Progress progress, Inside inside, Instant now) {
        var since = progress.staleSince(upstream, now);
        var isLate = since.isPresent() && progress.state() == UpstreamState.following;
        return new UpstreamRecord(
                upstream.name(),
                isLate ? UpstreamState.stale : progress.state(),
                since.isPresent(),
                since.orElse(null),
                progress.currentAt(),
                progress.currentAt() == null
                        ? null
                        : Math.max(
                                0, Duration.between(progress.currentAt(), now).toSeconds()),
                progress.waiting(),
                progress.reachable(),
                progress.parked(),
                inside);
    }
}
