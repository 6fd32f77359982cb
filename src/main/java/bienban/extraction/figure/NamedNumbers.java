package bienban.extraction.figure;

import bienban.extraction.text.Token;
import bienban.extraction.text.Vocabulary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells the numbers that name something: dates, years, documents, roads, versions, list markers. */
final class NamedNumbers {
    private static final Map<String, String> LEADS = load();
    private static final int LONGEST_LEAD = 4;
    private static final int LONGEST_PLAN = 9;

    private static final Set<String> DAY_PARTS = Set.of("sáng", "chiều", "tối", "trưa", "ngày");
    private static final Set<String> LEVELS = Set.of("tỉnh", "huyện", "quận", "xã", "phường");

    private NamedNumbers() {}

    private static Map<String, String> load() {
        var leads = new HashMap<String, String>();
        var rows = Vocabulary.rows("numbers_in_names.tsv");
        rows.subList(1, rows.size()).forEach(row -> leads.put(row.get(0), row.get(1)));
        return leads;
    }

    /** Where the name that begins at this number ends, or {@code i} when the number may be a figure. */
    static int end(List<Token> tokens, int i) {
        int date = dateEnd(tokens, i);
        if (date > i) {
            return date;
        }
        if (isDenominator(tokens, i)) {
            return Units.at(tokens, i + 1).to();
        }
        int planned = plannedEnd(tokens, i);
        if (planned > i) {
            return planned;
        }
        if (isOfOther(tokens, i)) {
            return i;
        }
        if (isRunTogether(tokens, i) || isOfProgrammes(tokens, i) || isOfParty(tokens, i)) {
            return i + 1;
        }
        if (isGlued(tokens, i) || isListMarker(tokens, i) || isQuoted(tokens, i) || isLong(tokens.get(i))) {
            return i + 1;
        }
        if (key(tokens, i + 1).equals("/") && isWord(tokens, i + 2) && Units.at(tokens, i + 2) == null) {
            return i + 2;
        }
        if (isYear(tokens.get(i)) && !hasUnit(tokens, i + 1)) {
            return i + 1;
        }
        return isLedIn(tokens, i) ? i + 1 : i;
    }

    /** "trên 1 ha đất", "/10.000 dân": what a rate is reckoned on. */
    private static boolean isDenominator(List<Token> tokens, int i) {
        var before = key(tokens, i - 1);
        var text = tokens.get(i).text();
        boolean round = text.equals("1") || text.equals("01") || text.endsWith("000");
        return round && (before.equals("trên") || before.equals("/")) && i > 1 && isBasis(tokens, i + 1, text);
    }

    private static boolean isBasis(List<Token> tokens, int i, String text) {
        var unit = Units.at(tokens, i);
        if (unit == null) {
            return false;
        }
        boolean people = key(tokens, unit.to() - 1).equals("dân");
        boolean money = unit.meaning().is(Unit.Kind.scale) || unit.meaning().is(Unit.Kind.currency);
        return text.endsWith("000")
                ? people
                : people || !(money || unit.meaning().isCounted());
    }

    /** "3 tỷ 842 triệu đồng/4 tỷ 500 triệu đồng": behind the slash the whole plan, not only its first number. */
    private static int plannedEnd(List<Token> tokens, int i) {
        if (i < 2 || !tokens.get(i - 1).is("/") || !tokens.get(i - 2).isWord()) {
            return i;
        }
        int end = i;
        while (end < tokens.size() && tokens.get(end).isNumber() && end - i < LONGEST_PLAN) {
            var unit = Units.at(tokens, end + 1);
            boolean money = unit != null
                    && (unit.meaning().is(Unit.Kind.scale) || unit.meaning().is(Unit.Kind.currency));
            if (!money) {
                break;
            }
            end = unit.to();
        }
        return end;
    }

    /** "9 vụ/13 đối tượng": behind the slash another noun is counted. */
    private static boolean isOfOther(List<Token> tokens, int i) {
        boolean counted = i > 2
                && tokens.get(i - 1).is("/")
                && tokens.get(i - 2).isWord()
                && tokens.get(i - 3).isNumber();
        var unit = counted ? Units.at(tokens, i + 1) : null;
        return unit != null
                && unit.meaning().isCounted()
                && !tokens.get(i + 1).is(tokens.get(i - 2).key());
    }

    /** "Trung ương 6 khóa XIII", "Đại hội 15 Đảng bộ thành phố": the how-manieth session or congress. */
    private static boolean isOfParty(List<Token> tokens, int i) {
        boolean session =
                (key(tokens, i - 1).equals("ương") || key(tokens, i - 1).equals("tw"))
                        && key(tokens, i + 1).equals("khóa");
        boolean congress = key(tokens, i - 1).equals("hội")
                && key(tokens, i - 2).equals("đại")
                && i + 1 < tokens.size()
                && tokens.get(i + 1).isCapitalized();
        return session || congress;
    }

    private static boolean isLedIn(List<Token> tokens, int i) {
        for (int length = LONGEST_LEAD; length > 0; length--) {
            var strength = i < length ? null : LEADS.get(join(tokens, i - length, i));
            if (strength != null) {
                return switch (strength) {
                    case "strong" -> true;
                    case "weak" -> !hasUnit(tokens, behindFraction(tokens, i)) || isOfPlace(tokens, i);
                    case "day" -> isUpTo(tokens.get(i), 31);
                    case "month" -> isUpTo(tokens.get(i), 12);
                    default -> isYear(tokens.get(i));
                };
            }
        }
        return false;
    }

    /** "Cụm số 3 tỉnh Gia Lai": behind the number of an office the place where it is, no count of such places. */
    private static boolean isOfPlace(List<Token> tokens, int i) {
        return key(tokens, i - 1).equals("số")
                && LEVELS.contains(key(tokens, i + 1))
                && i + 2 < tokens.size()
                && tokens.get(i + 2).isCapitalized();
    }

    /** "mức 4" names a level, "vượt mức 22/25 chỉ tiêu" counts. */
    private static int behindFraction(List<Token> tokens, int i) {
        return key(tokens, i + 1).equals("/") && isNumber(tokens, i + 2) ? i + 3 : i + 1;
    }

    private static String join(List<Token> tokens, int from, int to) {
        var phrase = new StringBuilder(tokens.get(from).key());
        for (int i = from + 1; i < to; i++) {
            phrase.append(' ').append(tokens.get(i).key());
        }
        return phrase.toString();
    }

    private static boolean hasUnit(List<Token> tokens, int i) {
        var unit = Units.at(tokens, i);
        return unit != null && !unit.meaning().is(Unit.Kind.duration);
    }

    /** 28/12/2020, 28.12.2020, 28-12-2020, 2020-2025, 11/10 without a unit, 1/500. */
    private static int dateEnd(List<Token> tokens, int i) {
        var text = tokens.get(i).text();
        if (isDotted(text)) {
            return i + 1;
        }
        var sign = key(tokens, i + 1);
        if ((!sign.equals("/") && !sign.equals("-")) || !isNumber(tokens, i + 2)) {
            return i;
        }
        if (key(tokens, i + 3).equals(sign) && isNumber(tokens, i + 4)) {
            return isUpTo(tokens.get(i), 31) && isUpTo(tokens.get(i + 2), 12) ? i + 5 : i;
        }
        if (isYear(tokens.get(i + 2)) && (isYear(tokens.get(i)) || isUpTo(tokens.get(i), 12))) {
            return hasUnit(tokens, i + 3) ? i : i + 3;
        }
        boolean day = isUpTo(tokens.get(i), 31) && isUpTo(tokens.get(i + 2), 12);
        boolean inDay = day && DAY_PARTS.contains(key(tokens, i - 1));
        return inDay || (sign.equals("/") && isBareFraction(tokens, i)) ? i + 3 : i;
    }

    private static boolean isBareFraction(List<Token> tokens, int i) {
        boolean scale =
                tokens.get(i).text().equals("1") && tokens.get(i + 2).text().endsWith("00");
        var second = tokens.get(i + 2).text();
        boolean always = tokens.get(i).text().equals("24")
                && (second.equals("24") || second.equals("7"))
                && !hasUnit(tokens, i + 3);
        boolean day = isUpTo(tokens.get(i), 31) && isUpTo(tokens.get(i + 2), 12);
        return scale
                || always
                || (day && isLedIn(tokens, i))
                || (day && !hasUnit(tokens, i + 3) && !isReached(tokens, i));
    }

    /** "đạt 19/19", "(5/5)": a score, not a day. */
    private static boolean isReached(List<Token> tokens, int i) {
        return key(tokens, i - 1).equals("đạt") || tokens.get(i).key().equals(key(tokens, i + 2));
    }

    private static boolean isDotted(String text) {
        int first = text.indexOf('.');
        int second = first < 0 ? -1 : text.indexOf('.', first + 1);
        boolean shortHead = first > 0 && first <= 2 && second > 0 && second - first <= 3;
        int tail = text.length() - second - 1;
        return shortHead && tail != 3 && text.indexOf('.', second + 1) < 0;
    }

    /** Covid-19, 30a, 8h30, 17-NQ: a number grown together with letters. */
    private static boolean isGlued(List<Token> tokens, int i) {
        var number = tokens.get(i);
        if (i > 1
                && tokens.get(i - 1).is("-")
                && tokens.get(i - 1).touches(number)
                && tokens.get(i - 2).isWord()) {
            return tokens.get(i - 2).touches(tokens.get(i - 1));
        }
        if (i > 1 && tokens.get(i - 1).is("/") && tokens.get(i - 2).isWord()) {
            return true;
        }
        if (i + 1 < tokens.size() && tokens.get(i + 1).text().equals("G")) {
            return number.touches(tokens.get(i + 1));
        }
        if (i + 1 >= tokens.size() || !number.touches(tokens.get(i + 1))) {
            return false;
        }
        var next = tokens.get(i + 1);
        if (next.is("-") && i + 2 < tokens.size() && tokens.get(i + 2).isWord()) {
            return next.touches(tokens.get(i + 2)) && tokens.get(i + 2).isCapitalized();
        }
        return next.isWord() && !hasUnit(tokens, i + 1);
    }

    private static boolean isListMarker(List<Token> tokens, int i) {
        var next = key(tokens, i + 1);
        boolean starts = i == 0 || (i == 1 && tokens.get(0).isPunctuation());
        if (starts && (next.equals(".") || next.equals(")") || next.equals("-") || next.equals("/"))) {
            return !isNumber(tokens, i + 2);
        }
        boolean small = isUpTo(tokens.get(i), 20);
        return small && next.equals(")") && !key(tokens, i - 1).equals("/");
    }

    /** "ngày 14/102021", "năm 2019315 hộ": the mark between two numbers was lost. */
    private static boolean isRunTogether(List<Token> tokens, int i) {
        var text = tokens.get(i).text();
        if (key(tokens, i - 1).equals("năm") && text.length() > 4 && isDigits(tokens.get(i))) {
            return text.startsWith("20") || text.startsWith("19");
        }
        boolean behindDay = i > 1 && tokens.get(i - 1).is("/") && isUpTo(tokens.get(i - 2), 31);
        return behindDay
                && (text.length() == 5 || text.length() == 6)
                && isDigits(tokens.get(i))
                && text.startsWith("20", text.length() - 4);
    }

    /** "3 chương trình mục tiêu quốc gia": what the programmes are called together, not how many there came to be. */
    private static boolean isOfProgrammes(List<Token> tokens, int i) {
        return key(tokens, i + 1).equals("chương")
                && key(tokens, i + 2).equals("trình")
                && key(tokens, i + 3).equals("mục")
                && key(tokens, i + 4).equals("tiêu");
    }

    private static boolean isQuoted(List<Token> tokens, int i) {
        return i > 0
                && tokens.get(i - 1).is("\"")
                && tokens.get(i - 1).touches(tokens.get(i))
                && !hasUnit(tokens, i + 1);
    }

    private static boolean isLong(Token token) {
        return token.text().startsWith("0") && token.text().length() > 8 && isDigits(token);
    }

    private static boolean isYear(Token token) {
        return token.text().length() == 4
                && isDigits(token)
                && token.text().compareTo("1930") >= 0
                && token.text().compareTo("2100") <= 0;
    }

    private static boolean isUpTo(Token token, int most) {
        return token.text().length() <= 2 && isDigits(token) && Integer.parseInt(token.text()) <= most;
    }

    private static boolean isDigits(Token token) {
        return token.isNumber() && token.text().chars().allMatch(Character::isDigit);
    }

    private static boolean isNumber(List<Token> tokens, int i) {
        return i < tokens.size() && tokens.get(i).isNumber();
    }

    private static boolean isWord(List<Token> tokens, int i) {
        return i < tokens.size() && tokens.get(i).isWord();
    }

    private static String key(List<Token> tokens, int i) {
        return i < 0 || i >= tokens.size() ? "" : tokens.get(i).key();
    }
}
