package bienban.extraction.figure;

import bienban.extraction.text.Keys;
import bienban.extraction.text.Token;
import bienban.extraction.text.Tokenizer;
import bienban.extraction.text.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the catalogue's code for the words of a label, from indicators.tsv. */
final class Catalogue {
    private static final int CODE = 0;
    private static final int UNIT = 3;
    private static final int PARENT = 6;
    private static final int PHRASES = 8;
    private static final Catalogue LOADED = new Catalogue();

    private record Entry(String code, String unit) {}

    /** Entries by phrase; a phrase beneath a parent is kept as "parent phrase". */
    private final Map<String, List<Entry>> byPhrase = new HashMap<>();

    private int longest;

    private Catalogue() {
        var rows = Vocabulary.rows("indicators.tsv");
        var parents = new HashMap<String, String>();
        rows.forEach(row -> parents.put(row.get(CODE), row.get(PARENT)));
        for (var row : rows.subList(1, rows.size())) {
            for (var phrase : row.get(PHRASES).split(";", -1)) {
                boolean beneath = phrase.startsWith("~");
                var key = Keys.ofPhrase(beneath ? phrase.substring(1) : phrase).replace(" và ", " ");
                longest = Math.max(longest, key.split(" ", -1).length);
                var entry = new Entry(row.get(CODE), row.get(UNIT));
                if (!beneath) {
                    add(key, entry);
                }
                for (var above = row.get(PARENT); beneath && !above.isEmpty(); above = parents.get(above)) {
                    add(above + " " + key, entry);
                }
            }
        }
    }

    private void add(String phrase, Entry entry) {
        byPhrase.computeIfAbsent(phrase, key -> new ArrayList<>()).add(entry);
    }

    /**
     * The code of the longest phrase in the label whose unit fits, or null; a phrase that holds the counted noun goes first.
     *
     * @param noun what is counted, or null
     */
    static String find(String label, String noun, Unit unit, String parent) {
        var words = Tokenizer.tokenize(label).stream()
                .filter(token -> (token.isWord() && !token.is("và")) || token.isNumber())
                .map(Token::key)
                .toList();
        var beneath = parent == null ? null : LOADED.longestIn(words, parent + " ", null, unit);
        if (beneath != null) {
            return beneath;
        }
        var counted = noun == null ? null : LOADED.longestIn(words, "", noun, unit);
        return counted != null ? counted : LOADED.longestIn(words, "", null, unit);
    }

    private String longestIn(List<String> words, String prefix, String noun, Unit unit) {
        for (int length = Math.min(longest, words.size()); length > 0; length--) {
            for (int from = 0; from + length <= words.size(); from++) {
                var part = words.subList(from, from + length);
                if (noun != null && !part.contains(noun)) {
                    continue;
                }
                var phrase = prefix + String.join(" ", part);
                for (var entry : byPhrase.getOrDefault(phrase, List.of())) {
                    if (fits(entry.unit(), unit)) {
                        return entry.code();
                    }
                }
            }
        }
        return null;
    }

    private static boolean fits(String wanted, Unit unit) {
        if (unit == null) {
            return wanted.equals("count") || wanted.equals("point");
        }
        if (unit.is(Unit.Kind.currency)) {
            return wanted.startsWith("VND") || wanted.startsWith("USD");
        }
        return wanted.equals(unit.code())
                || (wanted.equals("tonne/ha") && unit.code().equals("quintal/ha"))
                || (wanted.equals("tonne") && unit.code().equals("quintal"));
    }
}
