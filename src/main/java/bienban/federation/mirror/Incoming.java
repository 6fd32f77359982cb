package bienban.federation.mirror;

import bienban.record.Origin;
import bienban.record.RecordKind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What an upstream says of one record: what became of it, and its document where there is one to see. */
public record Incoming(
        RecordKind kind,
        String key,
        UUID id,
        int version,
        Fate fate,
        UUID mergedInto,
        Origin origin,
        ObjectNode document) {
    /** A document as exports and single reads show it, or as a change brings it along. */
    public static Incoming of(RecordKind kind, ObjectNode document) {
        var key = document.path("id").asText();
        return new Incoming(
                kind,
                key,
                idOf(kind, key),
                document.path("version").asInt(),
                fateOf(document),
                document.hasNonNull("mergedInto")
                        ? UUID.fromString(document.get("mergedInto").asText())
                        : null,
                originOf(document),
                document);
    }

    /** A record of which nothing is left to see. */
    public static Incoming gone(RecordKind kind, String key, int version, Fate fate, Origin origin) {
        return new Incoming(kind, key, idOf(kind, key), version, fate, null, origin, null);
    }

    /** A person of whom only that is told into whom they were merged. */
    public static Incoming merged(String key, int version, UUID into, Origin origin) {
        return new Incoming(RecordKind.speaker, key, UUID.fromString(key), version, Fate.merged, into, origin, null);
    }

    public static Origin originOf(JsonNode node) {
        var origin = node.path("origin");
        return origin.hasNonNull("instance")
                ? new Origin(
                        UUID.fromString(origin.get("instance").asText()),
                        origin.path("version").asInt())
                : null;
    }

    /** Code lists are known by their code; their records have an id that follows from it. */
    static UUID idOf(RecordKind kind, String key) {
        if (!isCodeList(kind)) {
            return UUID.fromString(key);
        }
        try {
            var digest = ByteBuffer.wrap(MessageDigest.getInstance("MD5")
                    .digest((kind.name() + ":" + key).getBytes(StandardCharsets.UTF_8)));
            return new UUID(digest.getLong(), digest.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has MD5", e);
        }
    }

    static boolean isCodeList(RecordKind kind) {
        return kind == RecordKind.place || kind == RecordKind.indicator;
    }

    /** A copy holds what is published. Whoever shows a key may be told of more than that; it is no more for the copy than for others. */
    private static Fate fateOf(ObjectNode document) {
        return switch (document.path("status").asText()) {
            case "published" -> Fate.there;
            case "merged" -> Fate.merged;
            case "deleted" -> Fate.deleted;
            default -> Fate.retracted;
        };
    }

    /** The same, known to be no other than what the copy here says. */
    Incoming unchanged() {
        return fate == Fate.there ? new Incoming(kind, key, id, version, Fate.same, null, origin, null) : this;
    }

    /** The same, seen from where it is no more. */
    Incoming vanished() {
        return fate == Fate.there ? new Incoming(kind, key, id, version, Fate.deleted, null, origin, null) : this;
    }

    /** Where it is: a figure of a meeting with its meeting, which tells for itself. */
    Optional<String> place() {
        return document == null || isPartOfMeeting() || isOfNoPlace()
                ? Optional.empty()
                : Optional.ofNullable(document.path("place").path("code").asText(null));
    }

    boolean isOfNoPlace() {
        return kind == RecordKind.document || kind == RecordKind.article || isCodeList(kind);
    }

    /** Who owns it: the instance it came from to the upstream, else the upstream itself. */
    Origin owner(UUID upstream) {
        return origin == null ? new Origin(upstream, version) : origin;
    }

    /** The directives and the observations that a meeting holds: they are records, and belong to whoever owns it. */
    List<Part> parts() {
        var parts = new ArrayList<Part>();
        if (kind == RecordKind.meeting && fate == Fate.there) {
            document.path("directives").forEach(d -> parts.add(Part.of(RecordKind.directive, d)));
            document.path("observations").forEach(o -> parts.add(Part.of(RecordKind.observation, o)));
        }
        return parts;
    }

    /** A figure of a meeting comes with that meeting; alone it only tells its version. */
    boolean isPartOfMeeting() {
        return kind == RecordKind.observation && fate == Fate.there && document.has("meeting");
    }

    /** A record within a meeting. */
    record Part(RecordKind kind, UUID id) {
        private static Part of(RecordKind kind, JsonNode part) {
            return new Part(kind, UUID.fromString(part.path("id").asText()));
        }
    }
}
