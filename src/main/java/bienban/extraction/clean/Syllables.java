package bienban.extraction.clean;

import bienban.extraction.text.Token;
import bienban.extraction.text.Vocabulary;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Knows which words can be Vietnamese syllables; a text with many that cannot is a spoilt copy. */
final class Syllables {
    private static final Set<String> ONSETS = Set.of(
            "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph",
            "qu", "r", "s", "t", "th", "tr", "v", "x");
    private static final Set<String> RIMES = new HashSet<>(
            Vocabulary.rows("rimes.txt").stream().map(row -> row.get(0)).toList());
    private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";
    private static final int MOST_ANSWERS = 20_000;
    private static final Map<String, Boolean> ANSWERS = new ConcurrentHashMap<>();
    private static final int FEWEST = 4;
    private static final int ONE_IN = 30;

    private Syllables() {}

    /** Whether so many syllables with marks are impossible that the text cannot be trusted. */
    static boolean areSpoilt(List<Token> tokens) {
        int marked = 0;
        int impossible = 0;
        for (var token : tokens) {
            if (token.isWord() && !token.isCapitalized() && isMarked(token.key())) {
                marked++;
                impossible += isKnown(token.key()) ? 0 : 1;
            }
        }
        return impossible >= FEWEST && impossible * ONE_IN >= marked;
    }

    private static boolean isMarked(String key) {
        for (int i = 0; i < key.length(); i++) {
            if (key.charAt(i) > 127) {
                return true;
            }
        }
        return false;
    }

    /** The same few thousand syllables make up every text, so their answers are kept. */
    private static boolean isKnown(String key) {
        var known = ANSWERS.get(key);
        if (known == null) {
            known = isPossible(key);
            if (ANSWERS.size() < MOST_ANSWERS) {
                ANSWERS.put(key, known);
            }
        }
        return known;
    }

    /** Whether a lower-case word with diacritics is a syllable of Vietnamese. */
    static boolean isPossible(String key) {
        if (key.indexOf('\'') >= 0 || key.chars().anyMatch(Character::isDigit)) {
            return true;
        }
        var letters = Normalizer.normalize(key, Normalizer.Form.NFD);
        var base = new StringBuilder();
        int tone = 0;
        int tones = 0;
        for (int i = 0; i < letters.length(); i++) {
            char c = letters.charAt(i);
            if (TONES.indexOf(c) >= 0) {
                tones++;
                tone = c;
            } else {
                base.append(c);
            }
        }
        return tones <= 1 && fits(Normalizer.normalize(base, Normalizer.Form.NFC), tone);
    }

    private static boolean fits(String base, int tone) {
        for (int length = Math.min(3, base.length()); length >= 0; length--) {
            var onset = base.substring(0, length);
            var rime = base.substring(length);
            if (ONSETS.contains(onset) && (RIMES.contains(rime) || (onset.equals("gi") && rime.isEmpty()))) {
                boolean stopped = rime.endsWith("c") || rime.endsWith("ch") || rime.endsWith("p") || rime.endsWith("t");
                return !stopped || tone == '\u0301' || tone == '\u0323';
            }
        }
        return false;
    }
}
