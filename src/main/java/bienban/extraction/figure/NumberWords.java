package bienban.extraction.figure;

import bienban.extraction.text.Token;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads numbers that are spelled out: "hai mươi mốt", "một trăm linh năm", "hai nghìn ba trăm". */
final class NumberWords {
    private static final Map<String, Integer> DIGITS = Map.ofEntries(
            Map.entry("một", 1),
            Map.entry("mốt", 1),
            Map.entry("hai", 2),
            Map.entry("ba", 3),
            Map.entry("bốn", 4),
            Map.entry("tư", 4),
            Map.entry("năm", 5),
            Map.entry("lăm", 5),
            Map.entry("nhăm", 5),
            Map.entry("sáu", 6),
            Map.entry("bảy", 7),
            Map.entry("bẩy", 7),
            Map.entry("tám", 8),
            Map.entry("chín", 9));
    private static final Map<String, Integer> SCALES =
            Map.of("mươi", 10, "chục", 10, "trăm", 100, "nghìn", 1000, "ngàn", 1000);
    private static final Set<String> ZEROS = Set.of("linh", "lẻ");
    /** Alone these are more often another word: "một" an article, "năm" a year, "tư" private. */
    private static final Set<String> NEVER_ALONE = Set.of("một", "mốt", "năm", "lăm", "nhăm", "tư", "bẩy");
    /** Before them a number is an order or a date. */
    private static final Set<String> ORDINAL = Set.of("thứ", "lần", "tháng", "ngày", "năm", "quý", "khóa", "mùng");

    private int thousands;
    private int hundreds;
    /** A digit whose scale has not come yet, or -1. */
    private int open = -1;

    private NumberWords() {}

    /** A number between two tokens, the last one excluded. */
    record Spelled(BigDecimal value, int to) {}

    /** The number that is spelled from this token on, or null. */
    static Spelled at(List<Token> tokens, int start) {
        var first = tokens.get(start).key();
        boolean begins = DIGITS.containsKey(first) || first.equals("mười");
        if (!begins || tokens.get(start).isCapitalized() || (start > 0 && ORDINAL.contains(key(tokens, start - 1)))) {
            return null;
        }
        var words = new NumberWords();
        int to = start;
        while (to < tokens.size() && words.take(key(tokens, to))) {
            to++;
        }
        boolean alone = to == start + 1 && NEVER_ALONE.contains(first);
        return alone ? null : new Spelled(BigDecimal.valueOf(words.value()), to);
    }

    private static String key(List<Token> tokens, int i) {
        return tokens.get(i).key();
    }

    /** False when the word does not go on with the number. */
    private boolean take(String word) {
        var digit = DIGITS.get(word);
        var scale = SCALES.get(word);
        if (digit != null && open < 0) {
            open = digit;
        } else if (word.equals("mười") && open < 0) {
            hundreds += 10;
        } else if (scale != null && scale < 1000 && open > 0) {
            hundreds += open * scale;
            open = -1;
        } else if (scale != null && scale == 1000 && value() > 0 && thousands == 0) {
            thousands = value() * scale;
            hundreds = 0;
            open = -1;
        } else {
            return ZEROS.contains(word) && open < 0 && hundreds >= 100;
        }
        return true;
    }

    private int value() {
        return thousands + hundreds + Math.max(open, 0);
    }
}
