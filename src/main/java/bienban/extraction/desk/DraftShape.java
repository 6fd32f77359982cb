package bienban.extraction.desk;

import bienban.extraction.Draft;
import bienban.extraction.Extraction;
import bienban.extraction.Warning;
import bienban.extraction.text.Keys;
import bienban.shared.InputError;
import bienban.shared.Messages;
import bienban.shared.StrictJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Gives what was read the shape of a meeting; what a meeting has no word for is left out and told. */
final class DraftShape {
    /** Bodies that the readers tell apart more finely than the records do. */
    private static final Map<String, String> KINDS = Map.of(
            "agency", "state_agency",
            "government", "state_agency",
            "association", "mass_organization",
            "delegation", "other",
            "national_assembly", "other",
            "steering_committee", "other");

    private DraftShape() {}

    static ExtractionAnswer of(Extraction extraction, Locale language) {
        var errors = new ArrayList<InputError>();
        var draft = StrictJson.bind(tree(extraction.draft()), DraftMeeting.class, errors);
        var warnings = new ArrayList<>(
                extraction.warnings().stream().map(w -> told(w, language)).toList());
        errors.forEach(e -> warnings.add(doubt(e.pointer(), "left_out", language)));
        var evidence = extraction.evidence().stream()
                .map(e -> new ExtractionAnswer.Span(
                        e.pointer(), e.start(), e.end(), e.quote(), e.confidence(), e.rules()))
                .toList();
        return new ExtractionAnswer(draft, evidence, warnings);
    }

    /** A warning in the caller's language; the readers themselves speak English. */
    private static ExtractionAnswer.Doubt told(Warning warning, Locale language) {
        var detail = language.equals(Locale.ENGLISH)
                ? warning.detail()
                : Messages.textOr(language, "warning." + warning.code(), warning.detail());
        return new ExtractionAnswer.Doubt(warning.pointer(), warning.code(), detail, warning.start(), warning.end());
    }

    static ExtractionAnswer.Doubt doubt(String pointer, String code, Locale language, Object... arguments) {
        var detail = Messages.text(language, "warning." + code, List.of(arguments));
        return new ExtractionAnswer.Doubt(pointer, code, detail, null, null);
    }

    private static ObjectNode tree(Draft draft) {
        var tree = DeskJson.tree(draft);
        body(tree.path("host"));
        tree.path("counterparts").forEach(DraftShape::body);
        tree.path("observations").forEach(o -> name((ObjectNode) o, "place"));
        tree.path("documents").forEach(d -> {
            var date = ((ObjectNode) d).remove("date");
            if (date != null) {
                ((ObjectNode) d).set("issuedOn", date);
            }
        });
        tree.path("directives").forEach(d -> {
            var bases = (ArrayNode) d.get("legalBasis");
            for (int i = 0; bases != null && i < bases.size(); i++) {
                bases.set(i, bases.objectNode().put("text", bases.get(i).textValue()));
            }
        });
        tree.path("proposals").forEach(p -> {
            if (p.has("proposer")) {
                ((ObjectNode) p).set("proposer", p.get("proposer").get("name"));
            }
        });
        return tree;
    }

    private static void name(ObjectNode of, String member) {
        if (of.has(member)) {
            of.set(member, of.objectNode().set("name", of.get(member)));
        }
    }

    private static void body(JsonNode body) {
        if (!(body instanceof ObjectNode organization) || !body.has("name")) {
            return;
        }
        var name = Keys.ofPhrase(body.get("name").textValue()) + " ";
        var kind = body.path("kind").textValue();
        if (name.startsWith("ban thường vụ ") || name.startsWith("btv ")) {
            kind = "standing_committee";
        } else if (name.startsWith("thường trực ")) {
            kind = "standing_body";
        }
        if (kind != null) {
            organization.put("kind", KINDS.getOrDefault(kind, kind));
        }
    }
}
