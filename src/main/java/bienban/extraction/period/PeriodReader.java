package bienban.extraction.period;

import bienban.extraction.period.PeriodMention.Kind;
import bienban.extraction.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A grammar of Vietnamese time spans over tokens; the year of the report stands in where none is stated. */
public final class PeriodReader {
    /** Before so many months they are how long something takes. */
    private static final Set<String> LASTING = Set.of(
            "sau", "hơn", "gần", "từng", "mỗi", "dài", "hạn", "trước", "suốt", "khoảng", "đủ", "tù", "nhất", "thiểu");

    private static final Set<String> REACHED = Set.of("đạt", "ước", "được", "thực", "tăng", "giảm", "qua", "lên");
    /** What may follow "10 tháng" at the head of a clause that tells what these months brought. */
    private static final Set<String> BROUGHT = Set.of(
            "xảy", "có", "toàn", "đã", "thu", "chi", "kết", "giải", "cấp", "tổng", "huyện", "tỉnh", "xã", "phường",
            "thành", "thị", "giá", "số", "bắt", "phát", "đón", "tạo", "sản", "trồng", "khách", "lượng", "kim", "vốn");

    /** After "trong tháng" these speak of another month. */
    private static final Set<String> NO_MONTH = Set.of(
            "tới", "sau", "cao", "hành", "thanh", "an", "đầu", "cuối", "trước", "âm", "giêng", "chạp", "qua", "tiếp");

    /** "giá so sánh năm 2010", "giá SS năm 2010", "giá cố định năm 1994": the year of the prices. */
    private static final Set<String> PRICES = Set.of("ss", "sánh", "định");

    private static final Set<String> SEASONS = Set.of("đông", "xuân", "hè", "thu", "mùa", "hạ", "chiêm");
    private static final Set<String> LEVELS = Set.of("tỉnh", "huyện", "quận", "xã", "phường", "thị", "thành");
    private static final Set<String> CLAUSE_HEADS = Set.of(";", ".", ",", ":", "-", "+", "(");
    /** The ends of "kinh tế - xã hội", "tình hình", "kết quả", "công tác", "nhiệm vụ", "an ninh", "ngân sách". */
    private static final Set<String> LOOKED_BACK_ON = Set.of("hội", "hình", "quả", "tác", "ninh", "vụ", "sách");

    private final TimeWords words;
    private final LimitReader limits;

    /** Reads from these tokens; {@code reportYear} may be null when nothing tells it. */
    public PeriodReader(List<Token> tokens, Integer reportYear) {
        this(tokens, reportYear, null);
    }

    /** Reads "trong tháng" as the month that the report looks back on last, where it is known. */
    public PeriodReader(List<Token> tokens, Integer reportYear, Integer reportMonth) {
        this.words = new TimeWords(tokens, reportYear, reportMonth);
        this.limits = new LimitReader(words, this);
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
        return switch (words.key(i)) {
            case "quý" -> quarter(i);
            case "tháng" -> month(i);
            case "năm", "cả" -> year(i);
            case "nửa" -> half(i);
            case "đầu", "cuối" -> words.key(i + 1).equals("năm") ? atYear(i) : null;
            case "giai", "nhiệm" -> term(i);
            case "vụ" -> season(i);
            case "từ" -> limits.since(i);
            case "tính", "đến", "tới" -> limits.upTo(i);
            default -> months(i);
        };
    }

    private PeriodMention months(int i) {
        Integer count = words.small(i);
        if (count == null
                || count > 12
                || !words.key(i + 1).equals("tháng")
                || (i > 0 && words.key(i - 1).equals("/"))) {
            return null;
        }
        int at = i + 2;
        String side = words.key(at);
        boolean last =
                side.equals("cuối") || (side.equals("còn") && words.key(at + 1).equals("lại"));
        if (last || side.equals("đầu")) {
            at += side.equals("còn") ? 2 : 1;
        } else if (!words.key(words.key(at).equals("của") ? at + 1 : at).equals("năm")
                && !isCumulative(i - 1)
                && !isReviewed(i, count, at)) {
            return null;
        }
        var stated = words.yearAfter(at);
        Integer year = words.told(stated);
        if (year == null) {
            return null;
        }
        int to = stated == null ? (words.key(at).equals("năm") ? at + 1 : at) : stated.to();
        return last ? span(year, 13 - count, 12, i, to) : span(year, 1, count, i, to);
    }

    private boolean isCumulative(int i) {
        return switch (words.key(i)) {
            case "kế", "dồn", "trong", "qua", "cả" -> true;
            default -> false;
        };
    }

    /** "thu ngân sách 9 tháng ước đạt …": what was reached in so many months is reached since January. */
    private boolean isReviewed(int i, int count, int after) {
        if (count < 2 || LASTING.contains(words.key(i - 1))) {
            return false;
        }
        if (words.key(after).equals("của") && LEVELS.contains(words.key(after + 1))) {
            boolean two =
                    words.key(after + 1).equals("thị") || words.key(after + 1).equals("thành");
            return isReviewed(i, count, after + (two ? 3 : 2));
        }
        boolean ends = words.key(after).equals(".")
                || words.key(after).equals(",")
                || words.key(after).equals(";");
        boolean heads = i == 0 || CLAUSE_HEADS.contains(words.key(i - 1));
        boolean sign = words.key(after).equals(":") || words.key(after).equals("là");
        int at = sign ? after + 1 : after;
        var next = words.token(at);
        boolean valued = next != null && next.isNumber() && !words.key(at + 1).equals("ngày");
        return REACHED.contains(words.key(after))
                || valued
                || (heads && BROUGHT.contains(words.key(after)))
                || (ends && LOOKED_BACK_ON.contains(words.key(i - 1)));
    }

    PeriodMention quarter(int i) {
        Integer number = words.key(i + 1).equals("đầu") ? Integer.valueOf(1) : words.small(i + 1);
        if (number == null || number > 4) {
            return null;
        }
        var stated = words.yearAfter(i + 2);
        Integer year = words.told(stated);
        return year == null ? null : span(year, 3 * number - 2, 3 * number, i, stated == null ? i + 2 : stated.to());
    }

    PeriodMention month(int i) {
        var glued = words.token(i + 1);
        if (glued != null && glued.isNumber() && glued.text().matches("\\d{1,2}[.,]\\d{4}")) {
            int cut = glued.text().length() - 5;
            return monthOf(
                    Integer.parseInt(glued.text().substring(cut + 1)),
                    Integer.parseInt(glued.text().substring(0, cut)),
                    i,
                    i + 2);
        }
        Integer number = words.small(i + 1);
        if (number == null && words.key(i + 1).equals("này") && words.reportMonth() != null) {
            return monthOf(words.told(null), words.reportMonth(), i, i + 2);
        }
        if (number == null && words.key(i - 1).equals("trong") && !NO_MONTH.contains(words.key(i + 1))) {
            return thisMonth(i);
        }
        if (number == null || (i > 0 && words.token(i - 1).isNumber())) {
            return null;
        }
        var stated = words.yearAfter(i + 2);
        Integer year = words.told(stated);
        return year == null ? null : monthOf(year, number, i, stated == null ? i + 2 : stated.to());
    }

    /** "Trong tháng, …" */
    private PeriodMention thisMonth(int i) {
        Integer month = words.reportMonth();
        return month == null ? null : monthOf(words.told(null), month, i, i + 1);
    }

    private static PeriodMention monthOf(int year, int month, int from, int to) {
        return month < 1 || month > 12 ? null : new PeriodMention(ym(year, month), Kind.month, from, to);
    }

    PeriodMention year(int i) {
        if (words.key(i).equals("cả")) {
            if (!words.key(i + 1).equals("năm")) {
                return null;
            }
            var stated = words.yearAfter(i + 1);
            Integer year = words.told(stated);
            return year == null
                    ? null
                    : new PeriodMention(year.toString(), Kind.year, i, stated == null ? i + 2 : stated.to());
        }
        Integer year = PRICES.contains(words.key(i - 1)) ? null : words.fourDigits(i + 1);
        if (year == null) {
            return i == 1 && words.key(0).equals("trong") && words.key(2).equals(",") ? thisYear(i) : null;
        }
        Integer second = words.key(i + 2).equals("-") ? words.fourDigits(i + 3) : null;
        if (second != null) {
            return new PeriodMention(year + "/" + second, Kind.term, i, i + 4);
        }
        return new PeriodMention(year.toString(), Kind.year, i, i + 2);
    }

    /** "Trong năm, …" at the head of a sentence, "đến cuối năm". */
    PeriodMention thisYear(int i) {
        Integer year = words.told(null);
        return year == null ? null : new PeriodMention(year.toString(), Kind.year, i, i + 1);
    }

    /** "cuối năm 2022" counts as the year. */
    private PeriodMention atYear(int i) {
        var year = year(i + 1);
        return year == null ? null : new PeriodMention(year.iso(), year.kind(), i, year.to());
    }

    private PeriodMention half(int i) {
        boolean first = words.key(i + 1).equals("đầu");
        if ((!first && !words.key(i + 1).equals("cuối")) || !words.key(i + 2).equals("năm")) {
            return null;
        }
        var stated = words.yearAfter(i + 2);
        Integer year = words.told(stated);
        int to = stated == null ? i + 3 : stated.to();
        return year == null ? null : first ? span(year, 1, 6, i, to) : span(year, 7, 12, i, to);
    }

    private PeriodMention term(int i) {
        if (!words.key(i + 1).equals("đoạn") && !words.key(i + 1).equals("kỳ")) {
            return null;
        }
        int at = words.key(i + 2).equals("năm") ? i + 3 : i + 2;
        Integer first = words.fourDigits(at);
        Integer second =
                words.key(at + 1).equals("-") || words.key(at + 1).equals("đến") ? words.fourDigits(at + 2) : null;
        return first == null || second == null ? null : new PeriodMention(first + "/" + second, Kind.term, i, at + 3);
    }

    /** "vụ đông xuân 2023-2024" spans two years, "vụ mùa 2023" is of one. */
    private PeriodMention season(int i) {
        int at = i + 1;
        while (at < i + 3 && SEASONS.contains(words.key(at))) {
            at++;
        }
        boolean named = at > i + 1;
        at += at < i + 4 && words.key(at).equals("-") && SEASONS.contains(words.key(at + 1)) ? 2 : 0;
        at += words.key(at).equals("năm") ? 1 : 0;
        Integer first = named ? words.fourDigits(at) : null;
        Integer second = words.key(at + 1).equals("-") ? words.fourDigits(at + 2) : null;
        if (first == null) {
            return null;
        }
        return second == null
                ? new PeriodMention(first.toString(), Kind.season, i, at + 1)
                : new PeriodMention(first + "/" + second, Kind.season, i, at + 3);
    }

    private static PeriodMention span(int year, int first, int last, int from, int to) {
        return first < 1 ? null : new PeriodMention(ym(year, first) + "/" + ym(year, last), Kind.months, from, to);
    }

    private static String ym(int year, int month) {
        return year + (month < 10 ? "-0" : "-") + month;
    }
}
