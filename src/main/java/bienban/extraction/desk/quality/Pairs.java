package bienban.extraction.desk.quality;

import bienban.extraction.text.Keys;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/** Finds the same item in two lists: by id, else by the same words, else by mostly the same words. */
final class Pairs {
    private static final double ALIKE = 0.5;

    /** An item before and after; one of the two may be missing. */
    record Pair(JsonNode was, JsonNode is) {}

    private final List<Pair> pairs = new ArrayList<>();
    private final List<JsonNode> before = new ArrayList<>();
    private final List<JsonNode> after = new ArrayList<>();

    private Pairs(Iterable<JsonNode> was, Iterable<JsonNode> is) {
        was.forEach(before::add);
        is.forEach(after::add);
    }

    static List<Pair> of(Iterable<JsonNode> was, Iterable<JsonNode> is) {
        var pairs = new Pairs(was, is);
        pairs.join((a, b) -> id(a) != null && id(a).equals(id(b)));
        pairs.join((a, b) -> words(a).equals(words(b)));
        pairs.join((a, b) -> alike(words(a), words(b)));
        pairs.before.forEach(a -> pairs.pairs.add(new Pair(a, MissingNode.getInstance())));
        pairs.after.forEach(b -> pairs.pairs.add(new Pair(MissingNode.getInstance(), b)));
        return pairs.pairs;
    }

    private void join(BiPredicate<JsonNode, JsonNode> same) {
        for (var was = before.iterator(); was.hasNext(); ) {
            var a = was.next();
            for (var b : after) {
                if (same.test(a, b)) {
                    pairs.add(new Pair(a, b));
                    was.remove();
                    after.remove(b);
                    break;
                }
            }
        }
    }

    private static String id(JsonNode item) {
        var id = item.has("speaker") ? item.at("/speaker/id") : item.path("id");
        return id.isTextual() ? id.textValue() : null;
    }

    /** The words that say what an item is. */
    private static Set<String> words(JsonNode item) {
        var text = new StringBuilder();
        for (var member :
                List.of("/speaker/name", "/group", "/name", "/text", "/label", "/raw", "/number", "/caption")) {
            text.append(item.at(member).asText("")).append(' ');
        }
        return new HashSet<>(List.of(Keys.ofPhrase(text.toString()).split(" ")));
    }

    private static boolean alike(Set<String> a, Set<String> b) {
        var common = new HashSet<>(a);
        common.retainAll(b);
        return common.size() >= ALIKE * (a.size() + b.size() - common.size());
    }
}
