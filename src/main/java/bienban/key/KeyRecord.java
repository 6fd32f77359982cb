package bienban.key;

import bienban.security.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A key as it is answered. */
@Schema(name = "Key", description = "A key: who bears it, for which role and places; itself only when it was just made")
public record KeyRecord(
        @Schema(required = true, description = "UUIDv7", examples = "01900f5e-2a00-7c3e-9d6a-000000000060")
        UUID id,

        @Schema(required = true, examples = "Văn phòng Thị ủy Kinh Môn")
        String name,

        @Schema(required = true) Role role,

        @Schema(required = true, description = "Codes of its places", examples = "[\"292\"]")
        List<String> places,

        @Schema(
                description = "How the key begins, by which one that was found somewhere is told",
                examples = "bb_4fGh7Kq0aZ12")
        String prefix,

        @Schema(
                description =
                        "The key itself: only in the answer that makes it. It is not kept, and cannot be shown again",
                examples = "bb_4fGh7Kq0aZ12Xk2mW8sT5vB9nC3dR6yP1qJ4gL7hF0eUaM5c")
        String key,

        @Schema(
                description = "While both are valid after a rotation: when the one before this ends",
                examples = "2026-11-22T03:00:00.000Z")
        Instant previousValidUntil,

        @Schema(required = true, examples = "2026-11-20T02:10:00.000Z")
        Instant createdAt,

        @Schema(required = true, description = "Who made it", examples = "admin-key")
        String createdBy,

        @Schema(description = "When it ends; absent: never", examples = "2030-12-31T17:00:00.000Z")
        Instant expiresAt,

        @Schema(description = "Since when it is refused", examples = "2026-12-01T02:10:00.000Z")
        Instant revokedAt) {}
