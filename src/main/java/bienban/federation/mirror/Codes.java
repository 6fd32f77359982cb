package bienban.federation.mirror;

import bienban.record.RecordKind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Places and indicators that documents name and that are not known here: they are taken over from the upstream that uses them. */
@ApplicationScoped
class Codes {
    /** Units above units, wholes above parts: more steps than there are. */
    private static final int MOST_STEPS = 10;

    private final MirrorRepository mirror;

    Codes(MirrorRepository mirror) {
        this.mirror = mirror;
    }

    /** What must be entered before the items can be. */
    List<Incoming> unknownTo(List<Incoming> items, Lookup lookup) throws IOException {
        var found = new ArrayList<Incoming>();
        var places = new TreeSet<String>();
        var indicators = new TreeSet<String>();
        for (var item : items) {
            if (item.document() != null && item.fate() == Fate.there) {
                named(item.kind(), item.document(), places, indicators);
            }
        }
        find(RecordKind.place, "place", places, lookup, found);
        find(RecordKind.indicator, "indicator", indicators, lookup, found);
        return found;
    }

    private void find(RecordKind kind, String table, Set<String> named, Lookup lookup, List<Incoming> found)
            throws IOException {
        var asked = new TreeSet<String>();
        var wanted = mirror.unknownCodes(table, named);
        for (int step = 0; step < MOST_STEPS && !wanted.isEmpty(); step++) {
            var above = new TreeSet<String>();
            for (var code : wanted) {
                asked.add(code);
                var document = lookup.find(kind, code);
                if (document.isPresent()) {
                    // What is above comes before what is below.
                    found.add(0, Incoming.of(kind, document.get()));
                    above(kind, document.get(), above);
                }
            }
            above.removeAll(asked);
            wanted = mirror.unknownCodes(table, above);
        }
    }

    private static void above(RecordKind kind, ObjectNode document, Set<String> codes) {
        if (kind == RecordKind.place) {
            code(document.path("parent").path("code"), codes);
        } else {
            code(document.path("parent"), codes);
        }
    }

    private static void named(RecordKind kind, ObjectNode document, Set<String> places, Set<String> indicators) {
        if (kind == RecordKind.place || kind == RecordKind.indicator) {
            above(kind, document, kind == RecordKind.place ? places : indicators);
            return;
        }
        code(document.path("place").path("code"), places);
        if (kind == RecordKind.observation) {
            code(document.path("indicator"), indicators);
        }
        if (kind == RecordKind.meeting) {
            document.path("observations").forEach(o -> {
                code(o.path("place").path("code"), places);
                code(o.path("indicator"), indicators);
            });
        }
    }

    private static void code(JsonNode code, Set<String> codes) {
        if (code.isTextual()) {
            codes.add(code.asText());
        }
    }
}
