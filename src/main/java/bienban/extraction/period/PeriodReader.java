package bienban.extraction.period;

import bienban.extraction.period.PeriodMention.Kind;
import bienban.extraction.text.Token;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A grammar of Vietnamese time spans over tokens; the year of the report stands in where none is stated. */
public final class PeriodReader {
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

    /** Reads from these tokens; {@code reportYear} may be null when nothing tells it. */
    public PeriodReader(List<Token> tokens, Integer reportYear) {
        this.tokens = tokens;
        this.reportYear = reportYear;
    }

    /** Every span stated in the tokens, from left to right. */
    public static List<PeriodMention> all(List<Token> tokens, Integer reportYear) {
        var reader = new PeriodReader(tokens, reportYear);
        var found = new ArrayList<PeriodMention>();
        for (int i = 0; i < tokens.size(); i++) {
            var mention = reader.at(i);
            if (mention != null) {
                found.add(mention);
                i = mention.to() - 1;
            }
        }
        return found;
    }

    /** The span that begins at this token, or null. */
    public PeriodMention at(int i) {
        return switch (key(i)) {
            case "quý" -> quarter(i);
            case "tháng" -> month(i);
            case "năm", "cả" -> year(i);
            case "nửa" -> half(i);
            case "giai", "nhiệm" -> term(i);
            case "từ" -> since(i);
            case "tính", "đến", "tới" -> upTo(i);
            default -> months(i);
        };
    }

    private PeriodMention months(int i) {
        Integer count = small(i);
        if (count == null
                || count > 12
                || !key(i + 1).equals("tháng")
                || (i > 0 && key(i - 1).equals("/"))) {
            return null;
        }
        int at = i + 2;
        String side = key(at);
        boolean last = side.equals("cuối") || (side.equals("còn") && key(at + 1).equals("lại"));
        if (last || side.equals("đầu")) {
            at += side.equals("còn") ? 2 : 1;
        } else if (!key(key(at).equals("của") ? at + 1 : at).equals("năm") && !isCumulative(i - 1)) {
            return null;
        }
        var stated = yearAfter(at);
        Integer year = told(stated);
        if (year == null) {
            return null;
        }
        int to = stated == null ? (key(at).equals("năm") ? at + 1 : at) : stated.to();
        return last ? span(year, 13 - count, 12, i, to) : span(year, 1, count, i, to);
    }

    private boolean isCumulative(int i) {
        return switch (key(i)) {
            case "kế", "dồn", "trong", "qua" -> true;
            default -> false;
        };
    }

    private PeriodMention quarter(int i) {
        Integer number = key(i + 1).equals("đầu") ? Integer.valueOf(1) : small(i + 1);
        if (number == null || number > 4) {
            return null;
        }
        var stated = yearAfter(i + 2);
        Integer year = told(stated);
        return year == null ? null : span(year, 3 * number - 2, 3 * number, i, stated == null ? i + 2 : stated.to());
    }

    private PeriodMention month(int i) {
        var glued = token(i + 1);
        if (glued != null && glued.isNumber() && glued.text().matches("\\d{1,2}[.,]\\d{4}")) {
            int cut = glued.text().length() - 5;
            return monthOf(
                    Integer.parseInt(glued.text().substring(cut + 1)),
                    Integer.parseInt(glued.text().substring(0, cut)),
                    i,
                    i + 2);
        }
        Integer number = small(i + 1);
        if (number == null || (i > 0 && token(i - 1).isNumber())) {
            return null;
        }
        var stated = yearAfter(i + 2);
        Integer year = told(stated);
        return year == null ? null : monthOf(year, number, i, stated == null ? i + 2 : stated.to());
    }

    private static PeriodMention monthOf(int year, int month, int from, int to) {
        return month < 1 || month > 12 ? null : new PeriodMention(ym(year, month), Kind.month, from, to);
    }

    private PeriodMention year(int i) {
        if (key(i).equals("cả")) {
            if (!key(i + 1).equals("năm")) {
                return null;
            }
            var stated = yearAfter(i + 1);
            Integer year = told(stated);
            return year == null
                    ? null
                    : new PeriodMention(year.toString(), Kind.year, i, stated == null ? i + 2 : stated.to());
        }
        Integer year = fourDigits(i + 1);
        if (year == null) {
            return null;
        }
        Integer second = key(i + 2).equals("-") ? fourDigits(i + 3) : null;
        if (second != null) {
            return new PeriodMention(year + "/" + second, Kind.term, i, i + 4);
        }
        return new PeriodMention(year.toString(), Kind.year, i, i + 2);
    }

    private PeriodMention half(int i) {
        boolean first = key(i + 1).equals("đầu");
        if ((!first && !key(i + 1).equals("cuối")) || !key(i + 2).equals("năm")) {
            return null;
        }
        var stated = yearAfter(i + 2);
        Integer year = told(stated);
        int to = stated == null ? i + 3 : stated.to();
        return year == null ? null : first ? span(year, 1, 6, i, to) : span(year, 7, 12, i, to);
    }

    private PeriodMention term(int i) {
        if (!key(i + 1).equals("đoạn") && !key(i + 1).equals("kỳ")) {
            return null;
        }
        int at = key(i + 2).equals("năm") ? i + 3 : i + 2;
        Integer first = fourDigits(at);
        Integer second = key(at + 1).equals("-") || key(at + 1).equals("đến") ? fourDigits(at + 2) : null;
        return first == null || second == null ? null : new PeriodMention(first + "/" + second, Kind.term, i, at + 3);
    }

    /** "từ đầu năm (2022) đến nay": no end is stated, so only the year is known. */
    private PeriodMention since(int i) {
        int day = key(i + 1).equals("ngày") ? i + 2 : i + 1;
        var first = dayAt(day);
        int to = first == null ? day : first.to();
        var last = first == null || !key(to).equals("đến")
                ? null
                : dayAt(key(to + 1).equals("ngày") ? to + 2 : to + 1);
        return last == null
                ? sinceNewYear(i)
                : new PeriodMention(first.iso() + "/" + last.iso(), Kind.months, i, last.to());
    }

    /** "từ đầu năm đến hết tháng 9"; "đến nay" states no end. */
    private PeriodMention sinceNewYear(int i) {
        if (!key(i + 1).equals("đầu") || !key(i + 2).equals("năm")) {
            return null;
        }
        var stated = yearAfter(i + 2);
        int at = stated == null ? i + 3 : stated.to();
        if (!key(at).equals("đến")) {
            return null;
        }
        var end = upTo(at);
        return end == null ? null : new PeriodMention(end.iso(), end.kind(), i, end.to());
    }

    private PeriodMention upTo(int i) {
        int at = key(i).equals("tính") ? i + 1 : i;
        if (!key(at).equals("đến") && !key(at).equals("tới")) {
            return null;
        }
        at++;
        boolean whole = key(at).equals("hết") || key(at).equals("cuối");
        at += whole ? 1 : 0;
        if (key(at).equals("thời") && key(at + 1).equals("điểm")) {
            at += 2;
        }
        if (key(at).equals("tháng")) {
            var month = month(at);
            return month == null
                    ? null
                    : new PeriodMention(month.iso().substring(0, 4) + "-01/" + month.iso(), Kind.months, i, month.to());
        }
        if (key(at).equals("năm")) {
            var year = year(at);
            return year == null || year.kind() != Kind.year
                    ? null
                    : new PeriodMention(year.iso(), Kind.year, i, year.to());
        }
        if (key(at).equals("quý")) {
            var quarter = quarter(at);
            return quarter == null
                    ? null
                    : new PeriodMention(
                            quarter.iso().substring(0, 4) + "-01"
                                    + quarter.iso().substring(7),
                            Kind.months,
                            i,
                            quarter.to());
        }
        return upToDay(i, key(at).equals("ngày") ? at + 1 : at);
    }

    private PeriodMention upToDay(int from, int at) {
        var day = dayAt(at);
        return day == null ? null : new PeriodMention(".." + day.iso(), Kind.up_to, from, day.to());
    }

    /** A day such as "30/6/2022" or "10-9". */
    private PeriodMention dayAt(int at) {
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

    private boolean isSlash(int i) {
        return key(i).equals("/") || key(i).equals("-");
    }

    private record Year(int year, int to) {}

    /** A year stated after a month or quarter: "năm 2022", "/2022", "năm nay", "năm học" does not count. */
    private Year yearAfter(int i) {
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

    private Integer told(Year stated) {
        if (stated == null) {
            return reportYear;
        }
        return stated.year();
    }

    private Integer small(int i) {
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

    private Integer fourDigits(int i) {
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

    private static PeriodMention span(int year, int first, int last, int from, int to) {
        return first < 1 ? null : new PeriodMention(ym(year, first) + "/" + ym(year, last), Kind.months, from, to);
    }

    private static String ym(int year, int month) {
        return year + (month < 10 ? "-0" : "-") + month;
    }

    private Token token(int i) {
        return i < 0 || i >= tokens.size() ? null : tokens.get(i);
    }

    private String key(int i) {
        return i < 0 || i >= tokens.size() ? "" : tokens.get(i).key();
    }
}
