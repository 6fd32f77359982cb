package bienban.extraction.calendar;

import bienban.extraction.text.Token;
import java.util.List;
import java.util.Set;

/** Reads dates from tokens: 20/10/2021, 20-10-2021, 20.10, "ngày 20 tháng 10 năm 2021", "tháng 10/2021". */
public final class Dates {
    private static final Set<String> SEPARATORS = Set.of("/", "-", ".");

    private Dates() {}

    /** A date and the index after its last token. */
    public record Reading(StatedDate date, int next) {}

    /** The date whose first number is the token at {@code at}, or null; a year is taken when it is stated. */
    public static Reading at(List<Token> tokens, int at) {
        if (at >= tokens.size() || !tokens.get(at).isNumber()) {
            return null;
        }
        var reading = iso(tokens, at);
        if (reading == null) {
            reading = dotted(tokens, at);
        }
        if (reading == null) {
            reading = separated(tokens, at);
        }
        if (reading == null) {
            reading = worded(tokens, at);
        }
        return reading != null && reading.date().isPossible() ? reading : null;
    }

    /** "2021-10-20". */
    private static Reading iso(List<Token> tokens, int at) {
        var year = year(tokens.get(at).text());
        boolean parts = year != null
                && isDash(tokens, at + 1)
                && isNumber(tokens, at + 2)
                && isDash(tokens, at + 3)
                && isNumber(tokens, at + 4);
        var date = parts ? date(tokens.get(at + 4).text(), tokens.get(at + 2).text(), null) : null;
        return date == null ? null : new Reading(date.inYear(year), at + 5);
    }

    private static boolean isDash(List<Token> tokens, int at) {
        return at < tokens.size() && tokens.get(at).is("-");
    }

    /** "20.10.2021", "20.10" and "20.10/2021", which the tokenizer keeps as one number. */
    private static Reading dotted(List<Token> tokens, int at) {
        var text = tokens.get(at).text();
        int first = text.indexOf('.');
        if (first < 0 || text.indexOf(',') >= 0) {
            return null;
        }
        int second = text.indexOf('.', first + 1);
        if (second < 0) {
            var date = date(text.substring(0, first), text.substring(first + 1), null);
            return date == null ? null : new Reading(date, at + 1);
        }
        if (text.indexOf('.', second + 1) >= 0) {
            return null;
        }
        var date = date(text.substring(0, first), text.substring(first + 1, second), text.substring(second + 1));
        return date == null ? null : new Reading(date, at + 1);
    }

    private static Reading separated(List<Token> tokens, int at) {
        if (!isSeparator(tokens, at + 1) || !isNumber(tokens, at + 2)) {
            return null;
        }
        var day = tokens.get(at).text();
        var month = tokens.get(at + 2).text();
        int dot = month.indexOf('.');
        if (dot > 0) {
            var date = date(day, month.substring(0, dot), month.substring(dot + 1));
            return date == null ? null : new Reading(date, at + 3);
        }
        if (isRange(tokens, at)) {
            return null;
        }
        boolean same = isSeparator(tokens, at + 3) && isNumber(tokens, at + 4);
        if (same && tokens.get(at + 4).text().length() == 4) {
            var full = date(day, month, tokens.get(at + 4).text());
            if (full != null) {
                return new Reading(full, at + 5);
            }
        }
        var date = date(day, month, null);
        if (date == null) {
            return null;
        }
        return withYear(tokens, new Reading(date, at + 3));
    }

    /** "3-4/6": two days of June, not the third of April. */
    private static boolean isRange(List<Token> tokens, int at) {
        return tokens.get(at + 1).is("-")
                && at + 4 < tokens.size()
                && tokens.get(at + 3).is("/")
                && tokens.get(at + 4).isNumber()
                && tokens.get(at + 4).text().length() <= 2;
    }

    private static Reading worded(List<Token> tokens, int at) {
        if (at + 2 >= tokens.size() || !tokens.get(at + 1).is("tháng") || !isNumber(tokens, at + 2)) {
            return null;
        }
        var month = tokens.get(at + 2).text();
        if (isSeparator(tokens, at + 3) && isNumber(tokens, at + 4)) {
            var full = date(tokens.get(at).text(), month, tokens.get(at + 4).text());
            return full == null ? null : new Reading(full, at + 5);
        }
        var date = date(tokens.get(at).text(), month, null);
        return date == null ? null : withYear(tokens, new Reading(date, at + 3));
    }

    private static Reading withYear(List<Token> tokens, Reading reading) {
        int next = reading.next();
        if (next < tokens.size() && tokens.get(next).is("/") && next + 1 < tokens.size()) {
            next++;
        } else if (next < tokens.size()
                && (tokens.get(next).is("năm") || tokens.get(next).is("-"))) {
            next++;
        } else {
            return reading;
        }
        var year = isNumber(tokens, next) ? year(tokens.get(next).text()) : null;
        return year == null ? reading : new Reading(reading.date().inYear(year), next + 1);
    }

    private static StatedDate date(String day, String month, String year) {
        if (!isShort(day) || !isShort(month)) {
            return null;
        }
        var stated = year == null ? null : year(year);
        if (year != null && stated == null) {
            return null;
        }
        var date = new StatedDate(stated, Integer.valueOf(month), Integer.valueOf(day));
        return date.isPossible() ? date : null;
    }

    /** The year a token states, or null. */
    public static Integer year(String digits) {
        return digits.length() == 4
                        && digits.chars().allMatch(Character::isDigit)
                        && (digits.startsWith("19") || digits.startsWith("20"))
                ? Integer.valueOf(digits)
                : null;
    }

    private static boolean isShort(String digits) {
        return !digits.isEmpty() && digits.length() <= 2 && digits.chars().allMatch(Character::isDigit);
    }

    private static boolean isSeparator(List<Token> tokens, int at) {
        return at < tokens.size() && SEPARATORS.contains(tokens.get(at).key());
    }

    private static boolean isNumber(List<Token> tokens, int at) {
        return at < tokens.size() && tokens.get(at).isNumber();
    }
}
