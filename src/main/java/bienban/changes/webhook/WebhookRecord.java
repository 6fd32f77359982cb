package bienban.changes.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A webhook as it is answered. */
@Schema(name = "Webhook", description = "Where pings are sent, and how that went")
public record WebhookRecord(
        @Schema(required = true, description = "UUIDv7", examples = "01900f5e-2a00-7c3e-9d6a-000000000070")
        UUID id,

        @Schema(required = true, examples = "https://example.org/hooks/bienban")
        String url,

        @Schema(description = "What pings are signed with: only in the answer that makes the webhook")
        String secret,

        @Schema(required = true, description = "Of which types it is told; empty: of all")
        List<String> types,

        @Schema(description = "Code of the place that it is told of", examples = "30")
        String place,

        @Schema(required = true) WebhookStatus status,

        @Schema(required = true, description = "How far in the feed it has been told")
        String position,

        @Schema(required = true) Instant createdAt,

        @Schema(required = true, description = "Who made it", examples = "admin-key")
        String createdBy,

        @Schema(required = true, description = "How often it could not be told since it last was", examples = "0")
        int failures,

        @Schema(description = "When it was last told") Instant lastSuccessAt,

        @Schema(description = "Why it could not be told the last time that it could not")
        WebhookFailure lastError,

        @Schema(description = "When that was") Instant lastErrorAt,

        @Schema(description = "When it is tried again, while it fails")
        Instant nextTryAt) {}
