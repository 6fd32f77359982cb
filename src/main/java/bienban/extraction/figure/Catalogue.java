package bienban.extraction.figure;

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
    private static final int WEIGHT = 100;
    private static final Catalogue LOADED = new Catalogue();

    /** A wording of an indicator; {@code beneath} is the total it counts under, or null. */
    private record Entry(List<String> words, String code, String unit, String beneath) {}

    private final Map<String, List<Entry>> byFirstWord = new HashMap<>();

    private Catalogue() {
        var rows = Vocabulary.rows("indicators.tsv");
        var parents = new HashMap<String, String>();
        rows.forEach(row -> parents.put(row.get(CODE), row.get(PARENT)));
        for (var row : rows.subList(1, rows.size())) {
            for (var phrase : row.get(PHRASES).split(";", -1)) {
                boolean beneath = phrase.startsWith("~");
                var words = words(beneath ? phrase.substring(1) : phrase);
                if (!beneath) {
                    add(new Entry(words, row.get(CODE), row.get(UNIT), null));
                }
                for (var above = row.get(PARENT); beneath && !above.isEmpty(); above = parents.get(above)) {
                    add(new Entry(words, row.get(CODE), row.get(UNIT), above));
                }
            }
        }
    }

    private void add(Entry entry) {
        byFirstWord
                .computeIfAbsent(entry.words().get(0), key -> new ArrayList<>())
                .add(entry);
    }

    private static List<String> words(String text) {
        return Tokenizer.tokenize(text).stream()
                .filter(token -> (token.isWord() && !token.is("và")) || token.isNumber())
                .map(Token::key)
                .toList();
    }

    /**
     * The code of the longest phrase in the label whose unit fits, or null; one beneath the parent goes first, then one that
     * holds the counted noun.
     *
     * @param noun what is counted, or null
     */
    static String find(String label, String noun, Unit unit, String parent) {
        Entry best = null;
        int bestRank = 0;
        var words = words(label);
        for (int from = 0; from < words.size(); from++) {
            for (var entry : LOADED.byFirstWord.getOrDefault(words.get(from), List.of())) {
                int rank = rank(entry, noun, parent);
                if (rank > bestRank && fits(entry.unit(), unit) && isAt(entry.words(), words, from)) {
                    best = entry;
                    bestRank = rank;
                }
            }
        }
        return best == null ? null : best.code();
    }

    private static int rank(Entry entry, String noun, String parent) {
        if (entry.beneath() != null) {
            return entry.beneath().equals(parent) ? 2 * WEIGHT + entry.words().size() : 0;
        }
        return (noun != null && entry.words().contains(noun) ? WEIGHT : 0)
                + entry.words().size();
    }

    private static boolean isAt(List<String> phrase, List<String> words, int from) {
        int to = from + phrase.size();
        return to <= words.size() && words.subList(from, to).equals(phrase);
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
