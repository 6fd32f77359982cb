package bienban.extraction.citation;

import bienban.extraction.text.Token;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads a document's number: "17-NQ/TU", "208- KH/TU", "42/2014/QĐ-TTg", "09". */
final class Symbols {
    private static final int LONGEST = 12;
    /** As circulars on office work abbreviate types; "CT" is a directive, "CTr" a programme. */
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("nq", "resolution"),
            Map.entry("ct", "directive"),
            Map.entry("kh", "plan"),
            Map.entry("qđ", "decision"),
            Map.entry("kl", "conclusion"),
            Map.entry("qyđ", "regulation"),
            Map.entry("tt", "circular"),
            Map.entry("nđ", "decree"),
            Map.entry("cv", "official_letter"),
            Map.entry("tb", "notice"),
            Map.entry("hd", "guidance"),
            Map.entry("ctr", "programme"),
            Map.entry("đa", "scheme"),
            Map.entry("cđ", "telegram"),
            Map.entry("bc", "report"));

    private Symbols() {}

    /** The number without spaces, and the index after it. */
    record Symbol(String number, int next, boolean lettered) {

        /** The type that the letters of the number stand for, or null. */
        String type() {
            return Stream.of(number.split("[-/]"))
                    .map(part -> TYPES.get(part.toLowerCase(Locale.ROOT)))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
    }

    static Symbol at(List<Token> tokens, int at) {
        if (at >= tokens.size()
                || !tokens.get(at).isNumber()
                || !isPlain(tokens.get(at).text())) {
            return null;
        }
        var number = new StringBuilder(tokens.get(at).text());
        boolean lettered = false;
        int next = at + 1;
        if (next < tokens.size()
                && tokens.get(next).isWord()
                && tokens.get(at).touches(tokens.get(next))
                && isSuffix(tokens.get(next))) {
            number.append(tokens.get(next).text());
            next++;
        }
        while (next + 1 < tokens.size() && next - at < LONGEST && isJoint(tokens.get(next))) {
            var part = tokens.get(next + 1);
            boolean near = isNear(tokens, next);
            boolean year =
                    part.isNumber() && tokens.get(next).is("/") && part.text().length() == 4;
            if (!near || !(year || isCode(part))) {
                break;
            }
            lettered |= part.isWord();
            number.append(tokens.get(next).is("-") ? "-" : tokens.get(next).key())
                    .append(part.text());
            next += 2;
            if (next < tokens.size()
                    && part.isWord()
                    && tokens.get(next).isNumber()
                    && part.touches(tokens.get(next))) {
                number.append(tokens.get(next).text());
                next++;
            }
        }
        return new Symbol(number.toString(), next, lettered);
    }

    private static boolean isPlain(String digits) {
        return digits.length() <= 5 && digits.indexOf(',') < 0 && digits.indexOf('.') < 0;
    }

    /** The a of "30a". */
    private static boolean isSuffix(Token token) {
        return token.text().length() == 1;
    }

    private static boolean isJoint(Token token) {
        return token.is("-") || token.is("/") || token.is("&") || token.is(".");
    }

    /** At most one space on one side of the joint. */
    private static boolean isNear(List<Token> tokens, int joint) {
        int gap = tokens.get(joint + 1).start() - tokens.get(joint - 1).end();
        return gap <= (tokens.get(joint).is(".") ? 1 : 3);
    }

    /** "NQ", "TU", "QĐ", "TTg", "UBND", "QH15", "CTr", "BTVTU". */
    private static boolean isCode(Token token) {
        if (!token.isWord() || token.text().length() > 14) {
            return false;
        }
        var text = token.text();
        long capitals = text.chars().filter(Character::isUpperCase).count();
        boolean shouted = text.equals(text.toUpperCase(Locale.ROOT));
        return capitals >= 2 || (shouted && text.length() <= 3) || (capitals == 1 && text.length() <= 2);
    }
}
