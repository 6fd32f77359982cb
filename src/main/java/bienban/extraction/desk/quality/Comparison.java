package bienban.extraction.desk.quality;

import bienban.extraction.desk.quality.Pairs.Pair;
import bienban.extraction.desk.quality.Tally.Fate;
import bienban.extraction.desk.quality.Tally.Field;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Compares the document that the machine left with the one that was published. */
final class Comparison {
    private static final List<String> HEADER = List.of(
            "title", "kind", "extended", "ordinal", "term", "heldOn", "dayPart", "mode", "onlineLinks", "reviewPeriod");
    private static final List<String> FIGURE = List.of(
            "indicator",
            "label",
            "parent",
            "place",
            "value",
            "rangeTo",
            "unit",
            "unitMultiplier",
            "unitLabel",
            "comparator",
            "estimated",
            "kind",
            "period",
            "planShare",
            "yearOnYear",
            "yearOnYearAbsolute",
            "yearOnYearFactor",
            "whole",
            "share");
    /** Lists whose items count whole, with the members that the editor has a hand in. */
    private static final Map<Field, List<String>> ITEMS = Map.of(
            Field.findings, List.of("kind", "text", "topics"),
            Field.decisions, List.of("text", "outcome", "composition"),
            Field.directives, List.of("text", "issuer", "addressees", "legalBasis", "dueOn", "dueText", "topics"),
            Field.proposals, List.of("text", "proposer", "answer", "answeredBy", "topics"),
            Field.documents, List.of("type", "number", "title", "issuer", "issuedOn", "label"),
            Field.media, List.of("kind", "caption", "url"));

    private final Tally tally;

    Comparison(Tally tally) {
        this.tally = tally;
    }

    void count(JsonNode draft, JsonNode published) {
        tally.meeting();
        HEADER.forEach(member -> field(Field.header, draft.get(member), published.get(member)));
        field(Field.place, draft.at("/place/code"), published.at("/place/code"));
        field(Field.bodies, draft.get("host"), published.get("host"));
        list(Field.bodies, draft.path("counterparts"), published.path("counterparts"), List.of("name", "kind"));
        participations(draft.path("participations"), published.path("participations"));
        observations(draft.path("observations"), published.path("observations"));
        ITEMS.forEach((field, members) -> list(field, draft.path(field.name()), published.path(field.name()), members));
    }

    private void field(Field field, JsonNode was, JsonNode is) {
        var had = isStated(was);
        var has = isStated(is);
        if (had || has) {
            tally.count(
                    field, !had ? Fate.added : !has ? Fate.removed : same(was, is) ? Fate.accepted : Fate.corrected);
        }
    }

    private void list(Field field, JsonNode was, JsonNode is, List<String> members) {
        for (var pair : Pairs.of(was, is)) {
            whole(
                    field,
                    pair,
                    members.stream()
                            .allMatch(m -> same(pair.was().path(m), pair.is().path(m))));
        }
    }

    private void whole(Field field, Pair pair, boolean unchanged) {
        tally.count(
                field,
                pair.was().isMissingNode()
                        ? Fate.added
                        : pair.is().isMissingNode() ? Fate.removed : unchanged ? Fate.accepted : Fate.corrected);
    }

    /** A person stays when the name stays; posts and roles are counted one by one. */
    private void participations(JsonNode was, JsonNode is) {
        for (var pair : Pairs.of(only(was, "speaker"), only(is, "speaker"))) {
            whole(
                    Field.people,
                    pair,
                    same(pair.was().at("/speaker/name"), pair.is().at("/speaker/name")));
            values(Field.posts, pair.was().path("posts"), pair.is().path("posts"));
            values(Field.roles, pair.was().path("roles"), pair.is().path("roles"));
        }
        for (var pair : Pairs.of(only(was, "group"), only(is, "group"))) {
            whole(Field.groups, pair, same(pair.was().path("group"), pair.is().path("group")));
        }
    }

    private void observations(JsonNode was, JsonNode is) {
        for (var pair : Pairs.of(was, is)) {
            var both = !pair.was().isMissingNode() && !pair.is().isMissingNode();
            whole(
                    Field.observations,
                    pair,
                    FIGURE.stream()
                            .allMatch(m -> same(pair.was().path(m), pair.is().path(m))));
            if (both) {
                FIGURE.forEach(m -> field(
                        Field.observation_attributes,
                        pair.was().get(m),
                        pair.is().get(m)));
            }
        }
    }

    /** Values without identity: what is on one side only is taken for a correction as long as the other side has such too. */
    private void values(Field field, JsonNode was, JsonNode is) {
        var gone = new ArrayList<String>();
        was.forEach(v -> gone.add(v.asText()));
        var fresh = new ArrayList<String>();
        is.forEach(v -> fresh.add(v.asText()));
        var kept = gone.stream().filter(fresh::contains).toList();
        gone.removeAll(kept);
        fresh.removeAll(kept);
        int corrected = Math.min(gone.size(), fresh.size());
        tally.count(field, Fate.accepted, kept.size());
        tally.count(field, Fate.corrected, corrected);
        tally.count(field, Fate.removed, gone.size() - corrected);
        tally.count(field, Fate.added, fresh.size() - corrected);
    }

    private static List<JsonNode> only(JsonNode participations, String member) {
        return Stream.of(participations)
                .flatMap(p -> {
                    var list = new ArrayList<JsonNode>();
                    p.forEach(list::add);
                    return list.stream();
                })
                .filter(p -> p.has(member))
                .toList();
    }

    private static boolean isStated(JsonNode node) {
        return node != null
                && !node.isMissingNode()
                && !node.isNull()
                && !((node.isArray() || node.isObject()) && node.isEmpty());
    }

    /** Equal in content: numbers by value, records by id, names that a rename of the record changed included. */
    static boolean same(JsonNode a, JsonNode b) {
        if (a.isNumber() && b.isNumber()) {
            return a.decimalValue().compareTo(b.decimalValue()) == 0;
        }
        if (a.isObject() && a.has("id") && b.has("id")) {
            return a.get("id").equals(b.get("id"));
        }
        if (!isStated(a) && !isStated(b)) {
            return true;
        }
        return a.equals(b);
    }
}
