package bienban.extraction.sitting;

import bienban.extraction.text.Token;
import java.util.List;
import java.util.Map;

/** Reads "9", "IX" and "chín" as a number. */
final class Ordinals {
    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("nhất", 1),
            Map.entry("đầu", 1),
            Map.entry("hai", 2),
            Map.entry("ba", 3),
            Map.entry("tư", 4),
            Map.entry("bốn", 4),
            Map.entry("năm", 5),
            Map.entry("lăm", 5),
            Map.entry("mốt", 1),
            Map.entry("sáu", 6),
            Map.entry("bảy", 7),
            Map.entry("bẩy", 7),
            Map.entry("tám", 8),
            Map.entry("chín", 9),
            Map.entry("mười", 10));
    private static final Map<Character, Integer> ROMAN = Map.of('I', 1, 'V', 5, 'X', 10, 'L', 50, 'C', 100);

    private Ordinals() {}

    /** A number and how many tokens it takes. */
    record Ordinal(int value, int length) {}

    static Ordinal at(List<Token> tokens, int at) {
        if (at >= tokens.size()) {
            return null;
        }
        var token = tokens.get(at);
        if (token.isNumber()) {
            return token.text().length() <= 3 && token.text().chars().allMatch(Character::isDigit)
                    ? new Ordinal(Integer.parseInt(token.text()), 1)
                    : null;
        }
        var word = WORDS.get(token.key());
        if (word != null
                && word < 10
                && at + 1 < tokens.size()
                && tokens.get(at + 1).is("mươi")) {
            var unit = at + 2 < tokens.size() ? WORDS.get(tokens.get(at + 2).key()) : null;
            return unit == null || unit > 9 ? new Ordinal(word * 10, 2) : new Ordinal(word * 10 + unit, 3);
        }
        if (word != null) {
            var next = at + 1 < tokens.size() ? WORDS.get(tokens.get(at + 1).key()) : null;
            boolean teen = word == 10 && next != null && next < 10;
            return teen ? new Ordinal(10 + next, 2) : new Ordinal(word, 1);
        }
        int roman = roman(token.text());
        return roman > 0 ? new Ordinal(roman, 1) : null;
    }

    static int roman(String text) {
        int value = 0;
        for (int i = 0; i < text.length(); i++) {
            var digit = ROMAN.get(text.charAt(i));
            if (digit == null) {
                return 0;
            }
            var next = i + 1 < text.length() ? ROMAN.getOrDefault(text.charAt(i + 1), 0) : 0;
            value += digit < next ? -digit : digit;
        }
        return value;
    }
}
