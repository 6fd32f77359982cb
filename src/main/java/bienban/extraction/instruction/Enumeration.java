package bienban.extraction.instruction;

import bienban.extraction.text.Phrases;
import bienban.extraction.text.Sentence;
import bienban.extraction.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Splits "Một là …; hai là …" and "(1) …; (2) …", and tells the number of an item. */
final class Enumeration {
    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("một", 1),
            Map.entry("nhất", 1),
            Map.entry("hai", 2),
            Map.entry("ba", 3),
            Map.entry("bốn", 4),
            Map.entry("tư", 4),
            Map.entry("năm", 5),
            Map.entry("sáu", 6),
            Map.entry("bảy", 7),
            Map.entry("bẩy", 7),
            Map.entry("tám", 8),
            Map.entry("chín", 9),
            Map.entry("mười", 10));
    private static final Phrases FIRST = Phrases.of("thứ");

    private Enumeration() {}

    /** A part of a sentence; its ordinal is null for what stands before the first mark. */
    record Part(int from, int to, Integer ordinal) {}

    static List<Part> split(Sentence sentence) {
        var tokens = sentence.tokens();
        var starts = new ArrayList<Integer>();
        int expected = 1;
        for (int i = 0; i < tokens.size(); i++) {
            var number = markAt(tokens, i);
            if (number != null && number == expected) {
                starts.add(i);
                expected++;
            }
        }
        if (starts.size() < 2) {
            return List.of(new Part(0, tokens.size(), ordinal(sentence)));
        }
        var parts = new ArrayList<Part>();
        if (starts.get(0) > 0) {
            parts.add(new Part(0, starts.get(0), null));
        }
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : tokens.size();
            parts.add(new Part(starts.get(i), trimmed(tokens, starts.get(i), end), i + 1));
        }
        return parts;
    }

    private static int trimmed(List<Token> tokens, int from, int to) {
        int end = to;
        while (end > from + 1
                && (tokens.get(end - 1).is(";")
                        || tokens.get(end - 1).is(",")
                        || tokens.get(end - 1).is("và"))) {
            end--;
        }
        return end;
    }

    /** The number of an enumeration mark inside a sentence, or null. */
    private static Integer markAt(List<Token> tokens, int at) {
        var token = tokens.get(at);
        if (token.is("(")
                && at + 2 < tokens.size()
                && tokens.get(at + 1).isNumber()
                && tokens.get(at + 2).is(")")) {
            return small(tokens.get(at + 1));
        }
        if (at + 1 < tokens.size()
                && tokens.get(at + 1).is("là")
                && NUMBERS.containsKey(token.key())
                && !FIRST.occursIn(List.of(token))) {
            boolean begins = at == 0
                    || tokens.get(at - 1).isPunctuation()
                    || tokens.get(at - 1).is("và");
            return begins ? NUMBERS.get(token.key()) : null;
        }
        if (token.is("thứ")
                && at + 2 < tokens.size()
                && NUMBERS.containsKey(tokens.get(at + 1).key())) {
            boolean begins = at == 0 || tokens.get(at - 1).isPunctuation();
            boolean closed = tokens.get(at + 2).is(",")
                    || tokens.get(at + 2).is(":")
                    || tokens.get(at + 2).is("là");
            return begins && closed ? NUMBERS.get(tokens.get(at + 1).key()) : null;
        }
        return null;
    }

    private static Integer small(Token number) {
        return number.text().length() <= 2 && number.text().chars().allMatch(Character::isDigit)
                ? Integer.valueOf(number.text())
                : null;
    }

    /** The number that a sentence begins with: "3. …", "Hai là, …", "Thứ ba, …". */
    static Integer ordinal(Sentence sentence) {
        var tokens = sentence.tokens();
        var mark = markAt(tokens, 0);
        if (mark != null) {
            return mark;
        }
        boolean numbered = tokens.size() > 2
                && tokens.get(0).isNumber()
                && (tokens.get(1).is(".")
                        || tokens.get(1).is(")")
                        || tokens.get(1).is("/")
                        || tokens.get(1).is("-"));
        return numbered && !tokens.get(2).isNumber() ? small(tokens.get(0)) : null;
    }

    /** The index after a bullet or a number at the beginning of a part. */
    static int afterMark(List<Token> tokens, int from, int to) {
        int at = from;
        if (at + 2 < to
                && tokens.get(at).isNumber()
                && (tokens.get(at + 1).is(".")
                        || tokens.get(at + 1).is(")")
                        || tokens.get(at + 1).is("/")
                        || tokens.get(at + 1).is("-"))) {
            return at + 2;
        }
        if (at + 2 < to
                && tokens.get(at).text().length() == 1
                && tokens.get(at).isWord()
                && (tokens.get(at + 1).is(")") || tokens.get(at + 1).is("."))) {
            return at + 2;
        }
        while (at < to
                && tokens.get(at).isPunctuation()
                && !tokens.get(at).is("\"")
                && !tokens.get(at).is("(")) {
            at++;
        }
        return at;
    }
}
