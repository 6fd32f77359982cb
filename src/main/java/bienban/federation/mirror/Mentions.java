package bienban.federation.mirror;

import bienban.record.LifeStatus;
import bienban.record.RecordKind;
import bienban.record.Rows;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The people, bodies, documents and articles that meetings mention. Where one is not here yet, a record is made of what the meeting
 * says, under its own id: a mention must not be taken for somebody else of the same name. It is completed when it is seen itself.
 */
@ApplicationScoped
class Mentions {
    private static final Map<RecordKind, String> TABLES = Map.of(
            RecordKind.organization, "organization",
            RecordKind.document, "legal_document",
            RecordKind.article, "article",
            RecordKind.speaker, "speaker");

    private final MirrorRepository mirror;
    private final Rows rows;

    Mentions(MirrorRepository mirror, Rows rows) {
        this.mirror = mirror;
        this.rows = rows;
    }

    void makeMissing(Source source, List<Incoming> items) {
        for (var item : items) {
            if (item.kind() == RecordKind.meeting && item.fate() == Fate.there) {
                make(source, item);
            }
        }
    }

    private void make(Source source, Incoming meeting) {
        var owner = meeting.owner(source.instance()).instance();
        of(meeting.document()).forEach((kind, mentioned) -> {
            var missing = mirror.missing(TABLES.get(kind), mentioned.keySet());
            var unrecorded = mirror.unrecorded(missing);
            mirror.ownUnseen(source, owner, unrecorded.stream().collect(Collectors.toMap(id -> id, id -> kind)));
            rows.insert(
                    TABLES.get(kind),
                    missing.stream().sorted().map(mentioned::get).toList(),
                    "on conflict do nothing");
        });
    }

    private static Map<RecordKind, Map<UUID, Map<String, Object>>> of(ObjectNode meeting) {
        var all = new EnumMap<RecordKind, Map<UUID, Map<String, Object>>>(RecordKind.class);
        TABLES.keySet().forEach(kind -> all.put(kind, new LinkedHashMap<>()));
        var place = meeting.path("place").path("code").asText(null);
        var organizations = all.get(RecordKind.organization);
        var speakers = all.get(RecordKind.speaker);
        organization(organizations, meeting.path("host"), "id", place);
        meeting.path("counterparts").forEach(o -> organization(organizations, o, "id", place));
        meeting.path("participations").forEach(p -> speaker(speakers, p.path("speaker"), place));
        for (var directive : meeting.path("directives")) {
            var issuer = directive.path("issuer");
            if (issuer.path("type").asText().equals("organization")) {
                organization(organizations, issuer, "id", place);
            } else {
                speaker(speakers, issuer, place);
            }
            directive.path("addressees").forEach(a -> organization(organizations, a, "organization", place));
            directive.path("legalBasis").forEach(b -> document(all.get(RecordKind.document), b));
        }
        meeting.path("documents").forEach(d -> document(all.get(RecordKind.document), d));
        meeting.path("sources").forEach(s -> article(all.get(RecordKind.article), s));
        return all;
    }

    private static void organization(
            Map<UUID, Map<String, Object>> mentioned, JsonNode node, String idMember, String place) {
        put(mentioned, node, idMember, row -> {
            row.put("name", node.path("name").asText(null));
            row.put("kind", node.path("kind").asText("other"));
            row.put("place_code", place);
        });
    }

    private static void speaker(Map<UUID, Map<String, Object>> mentioned, JsonNode node, String place) {
        put(mentioned, node, "id", row -> {
            row.put("name", node.path("name").asText(null));
            row.put("place_code", place);
        });
    }

    private static void document(Map<UUID, Map<String, Object>> mentioned, JsonNode node) {
        put(mentioned, node, "id", row -> {
            var number = node.path("number").asText(null);
            row.put("type", node.path("type").asText("other"));
            row.put("number", number);
            row.put(
                    "title",
                    node.path("title").asText(number == null ? node.path("text").asText(null) : null));
            row.put("issuer", node.path("issuer").asText(null));
            row.put("issued_on", node.path("issuedOn").asText(null));
        });
    }

    private static void article(Map<UUID, Map<String, Object>> mentioned, JsonNode node) {
        put(mentioned, node, "article", row -> {
            row.put("title", node.path("title").asText(null));
            row.put("url", node.path("url").asText(null));
            row.put("publisher", node.path("publisher").asText(null));
            row.put("authors", node.path("authors").isArray() ? node.get("authors") : List.of());
            row.put("published_at", node.path("publishedAt").asText(null));
        });
    }

    /** The first mention that names it wins; an id alone has nothing to make a record of. */
    private static void put(
            Map<UUID, Map<String, Object>> mentioned,
            JsonNode node,
            String idMember,
            java.util.function.Consumer<Map<String, Object>> filler) {
        if (!node.hasNonNull(idMember)) {
            return;
        }
        var row = new LinkedHashMap<String, Object>();
        row.put("id", UUID.fromString(node.get(idMember).asText()));
        filler.accept(row);
        row.put("status", LifeStatus.published);
        mentioned.putIfAbsent((UUID) row.get("id"), row);
    }
}
