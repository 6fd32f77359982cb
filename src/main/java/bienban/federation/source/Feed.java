package bienban.federation.source;

import bienban.federation.mirror.Fate;
import bienban.federation.mirror.Incoming;
import bienban.federation.source.UpstreamFault.Kind;
import bienban.record.RecordKind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** Reads a page of the feed: what each item says became of its record. */
final class Feed {
    private Feed() {}

    static Page page(UUID instance, JsonNode page) throws UpstreamFault {
        if (!page.path("items").isArray() || !page.path("next").isTextual()) {
            throw new UpstreamFault(Kind.broken, "a page of changes without items and next");
        }
        var items = new ArrayList<Incoming>();
        for (var item : page.get("items")) {
            try {
                kind(item.path("type").asText())
                        .flatMap(kind -> item(kind, item))
                        .ifPresent(items::add);
            } catch (IllegalArgumentException e) {
                throw new UpstreamFault(Kind.broken, "an item that cannot be read: " + item.path("id"), e);
            }
        }
        return new Page(
                instance, items, page.get("next").asText(), page.path("hasMore").asBoolean());
    }

    /** Kinds that this release does not know are none of its copy. */
    static Optional<RecordKind> kind(String type) {
        return Arrays.stream(RecordKind.values())
                .filter(k -> k.plural().equals(type) || k.name().equals(type))
                .findFirst();
    }

    /** Nothing where the record has changed again and is no longer to be seen: a later item says what became of it. */
    private static Optional<Incoming> item(RecordKind kind, JsonNode item) {
        if (item.path("record") instanceof ObjectNode document && document.hasNonNull("id")) {
            return Optional.of(Incoming.of(kind, document));
        }
        var key = item.path("recordId").asText();
        var version = item.path("version").asInt();
        return switch (item.path("action").asText()) {
            case "deleted" -> Optional.of(Incoming.gone(kind, key, version, Fate.deleted, Incoming.originOf(item)));
            case "retracted" -> Optional.of(Incoming.gone(kind, key, version, Fate.retracted, Incoming.originOf(item)));
            case "merged" ->
                Optional.of(Incoming.merged(
                        key, version, UUID.fromString(item.path("mergedInto").asText()), Incoming.originOf(item)));
            default -> Optional.empty();
        };
    }
}
