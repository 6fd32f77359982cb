package bienban.extraction.period;

import bienban.extraction.period.PeriodMention.Kind;
import bienban.extraction.text.Token;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The small words of time spans: numbers, years and days at a token. */
final class TimeWords {
    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("một", 1),
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
            Map.entry("mười", 10),
            Map.entry("i", 1),
            Map.entry("ii", 2),
            Map.entry("iii", 3),
            Map.entry("iv", 4));
    private static final Set<String> YEAR_SIGNS = Set.of("/", "-", ".", "(");

    private final List<Token> tokens;
    private final Integer reportYear;
    private final Integer reportMonth;

    TimeWords(List<Token> tokens, Integer reportYear, Integer reportMonth) {
        this.tokens = tokens;
        this.reportYear = reportYear;
        this.reportMonth = reportMonth;
    }

    /** The month that "trong tháng" means, or null. */
    Integer reportMonth() {
        return reportYear == null ? null : reportMonth;
    }

    /** A day such as "30/6/2022" or "10-9". */
    PeriodMention dayAt(int at) {
        Integer day = small(at);
        Integer month = day == null || !token(at).isNumber() || !isSlash(at + 1) ? null : small(at + 2);
        if (month == null) {
            return null;
        }
        Integer stated = isSlash(at + 3) ? fourDigits(at + 4) : null;
        Integer year = stated == null ? reportYear : stated;
        if (year == null) {
            return null;
        }
        try {
            var date = LocalDate.of(year, month, day);
            return new PeriodMention(date.toString(), Kind.up_to, at, stated == null ? at + 3 : at + 5);
        } catch (DateTimeException e) {
            return null;
        }
    }

    boolean isSlash(int i) {
        return key(i).equals("/") || key(i).equals("-");
    }

    record Year(int year, int to) {}

    /** A year stated after a month or quarter: "năm 2022", "/2022", "năm nay", "năm học" does not count. */
    Year yearAfter(int i) {
        int at = i;
        if (key(at).equals("của")) {
            at++;
        }
        if (key(at).equals("năm")) {
            if (key(at + 1).equals("nay") || key(at + 1).equals("này")) {
                return reportYear == null ? null : new Year(reportYear, at + 2);
            }
            at++;
            if (key(at).equals("năm")) {
                at++;
            }
        } else if (YEAR_SIGNS.contains(key(at))) {
            at++;
        }
        Integer year = fourDigits(at);
        return year == null || (fourDigits(at + 2) != null && key(at + 1).equals("-")) ? null : new Year(year, at + 1);
    }

    Integer told(Year stated) {
        if (stated == null) {
            return reportYear;
        }
        return stated.year();
    }

    Integer small(int i) {
        var token = token(i);
        if (token == null) {
            return null;
        }
        if (!token.isNumber()) {
            return token.isWord() ? WORDS.get(token.key()) : null;
        }
        if (token.text().length() > 2 || !token.text().chars().allMatch(Character::isDigit)) {
            return null;
        }
        int number = Integer.parseInt(token.text());
        return number == 0 ? null : Integer.valueOf(number);
    }

    Integer fourDigits(int i) {
        var token = token(i);
        if (token == null || !token.isNumber() || token.text().length() != 4) {
            return null;
        }
        if (!token.text().chars().allMatch(Character::isDigit)) {
            return null;
        }
        int year = Integer.parseInt(token.text());
        return year >= 1930 && year <= 2100 ? Integer.valueOf(year) : null;
    }

    Token token(int i) {
        return i < 0 || i >= tokens.size() ? null : tokens.get(i);
    }

    String key(int i) {
        return i < 0 || i >= tokens.size() ? "" : tokens.get(i).key();
    }
}
