package bienban.extraction.text;

import java.text.Normalizer;
import java.util.Locale;

/** The key of a word: lower case, NFC, the tone mark where the older spelling puts it; diacritics are kept. */
public final class Keys {
    private static final String PLAIN = "aeoy";
    private static final String[] TONED = {"àáảãạ", "èéẻẽẹ", "òóỏõọ", "ỳýỷỹỵ"};
    private static final String U_TONED = "ùúủũụ";

    private Keys() {}

    /** The key of one word. */
    public static String of(String word) {
        if (isPlainLowerCase(word)) {
            return word;
        }
        var lower = word.toLowerCase(Locale.ROOT);
        if (!Normalizer.isNormalized(lower, Normalizer.Form.NFC)) {
            lower = Normalizer.normalize(lower, Normalizer.Form.NFC);
        }
        return placeTone(withoutStrays(lower));
    }

    /** The key of a phrase: the keys of its words with single spaces, marks dropped. */
    public static String ofPhrase(String phrase) {
        var key = new StringBuilder();
        for (var token : Tokenizer.tokenize(Normalizer.normalize(phrase, Normalizer.Form.NFC))) {
            if (token.isWord() || token.isNumber()) {
                key.append(key.length() == 0 ? "" : " ").append(token.key());
            }
        }
        return key.toString();
    }

    private static boolean isPlainLowerCase(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c < 'a' || c > 'z') {
                return false;
            }
        }
        return true;
    }

    private static String withoutStrays(String lower) {
        StringBuilder clean = null;
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            boolean format = Character.getType(c) == Character.FORMAT;
            char kept = c == '\u00f0' ? 'đ' : c == '\u2019' || c == '\u2018' || c == '`' ? '\'' : c;
            if (clean == null && (format || kept != c)) {
                clean = new StringBuilder(lower.substring(0, i));
            }
            if (clean != null && !format) {
                clean.append(kept);
            }
        }
        return clean == null ? lower : clean.toString();
    }

    /** hoà → hòa, uỷ → ủy; quý and hoàn stay. */
    private static String placeTone(String word) {
        int last = word.length() - 1;
        if (last < 1) {
            return word;
        }
        char first = word.charAt(last - 1);
        char second = word.charAt(last);
        for (int v = 0; v < TONED.length; v++) {
            int tone = TONED[v].indexOf(second);
            if (tone >= 0 && first == 'o' && v < 2) {
                return word.substring(0, last - 1) + TONED[2].charAt(tone) + PLAIN.charAt(v);
            }
            if (tone >= 0 && first == 'u' && v == 3 && !(last > 1 && word.charAt(last - 2) == 'q')) {
                return word.substring(0, last - 1) + U_TONED.charAt(tone) + 'y';
            }
        }
        return placeToneBeforeCoda(word);
    }

    /** hòan → hoàn, qúy → quý: spellings that no rule allows but that keyboards produce. */
    private static String placeToneBeforeCoda(String word) {
        for (int i = 0; i + 1 < word.length(); i++) {
            int tone = TONED[2].indexOf(word.charAt(i));
            int vowel = PLAIN.indexOf(word.charAt(i + 1));
            if (tone >= 0 && i + 2 < word.length() && (vowel == 0 || vowel == 1)) {
                return word.substring(0, i) + 'o' + TONED[vowel].charAt(tone) + word.substring(i + 2);
            }
            tone = U_TONED.indexOf(word.charAt(i));
            if (tone >= 0 && i > 0 && word.charAt(i - 1) == 'q' && vowel >= 0 && vowel != 2) {
                return word.substring(0, i) + 'u' + TONED[vowel].charAt(tone) + word.substring(i + 2);
            }
        }
        return word;
    }
}
