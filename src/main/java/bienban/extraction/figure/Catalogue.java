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
        for (var row : rows.subList(1, rows.size())) {
            for (var phrase : row.get(PHRASES).split(";", -1)) {
                boolean beneath = phrase.startsWith("~");
                var key = Keys.ofPhrase(beneath ? phrase.substring(1) : phrase).replace(" và ", " ");
                longest = Math.max(longest, key.split(" ", -1).length);
                byPhrase.computeIfAbsent(beneath ? row.get(PARENT) + " " + key : key, k -> new ArrayList<>())
                        .add(new Entry(row.get(CODE), row.get(UNIT)));
            }
        }
    }

    /** The code of the longest phrase in the label whose unit fits, or null. */
    static String find(String label, Unit unit, String parent) {
        var words = Tokenizer.tokenize(label).stream()
                .filter(token -> (token.isWord() && !token.is("và")) || token.isNumber())
                .map(Token::key)
                .toList();
        var beneath = parent == null ? null : LOADED.longestIn(words, parent + " ", unit);
        return beneath != null ? beneath : LOADED.longestIn(words, "", unit);
    }

    private String longestIn(List<String> words, String prefix, Unit unit) {
        for (int length = Math.min(longest, words.size()); length > 0; length--) {
            for (int from = 0; from + length <= words.size(); from++) {
                var phrase = prefix + String.join(" ", words.subList(from, from + length));
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
