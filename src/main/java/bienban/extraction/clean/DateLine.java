package bienban.extraction.clean;

import bienban.extraction.calendar.Dates;
import bienban.extraction.calendar.StatedDate;
import bienban.extraction.text.Sentence.Block;
import bienban.extraction.text.Token;
import java.util.List;
import java.util.Set;

/** A line that tells when the article was published: "Đăng ngày 28 - 10 - 2023", "Thứ Năm 14/07/2022 10:19". */
record DateLine(Line line, StatedDate date, String time, boolean marked) {
    private static final Set<String> WEEK = Set.of(
            "thứ", "hai", "ba", "tư", "năm", "sáu", "bảy", "chủ", "nhật", "ngày", "lúc", "giờ", "gmt", "am", "pm", "sa",
            "ch", "cn", "t2", "t3", "t4", "t5", "t6", "t7", "phút", "h", "g", "tháng", "cập", "đăng", "xem", "lượt",
            "view", "count", "views", "print", "in", "bởi", "by", "admin", "tin", "tức", "đọc", "đã");

    /** The publication line among those before the report, or null. */
    static DateLine choose(List<Line> lines, int title, int body) {
        DateLine best = null;
        for (int i = 0; i < Math.min(body, lines.size()); i++) {
            var line = lines.get(i);
            var found = line.isOpen() ? read(line) : null;
            if (found == null) {
                continue;
            }
            line.block = Block.furniture;
            boolean better = best == null || (!best.marked && (found.marked || i > title));
            best = better ? found : best;
        }
        return best;
    }

    /** The line as a date line, or null when it says anything else. */
    static DateLine read(Line line) {
        boolean marked = Furniture.opens(line, "date") || Furniture.holdsDateMark(line);
        if (line.tokens.size() > (marked ? 34 : 24)) {
            return null;
        }
        int others = 0;
        StatedDate date = null;
        int at = 0;
        int after = 0;
        while (at < line.tokens.size()) {
            var reading = date == null ? Dates.at(line.tokens, at) : null;
            if (reading != null && reading.date().isFull()) {
                date = reading.date();
                at = reading.next();
                after = at;
                continue;
            }
            var token = line.tokens.get(at);
            others += token.isWord() && !WEEK.contains(token.key()) ? 1 : 0;
            at++;
        }
        if (date == null || others > (marked ? 12 : 2)) {
            return null;
        }
        return new DateLine(line, date, time(line.tokens, after), marked);
    }

    /** "10:19" after the date, or before it where nothing follows. */
    private static String time(List<Token> tokens, int after) {
        for (int i = after; i + 2 < tokens.size(); i++) {
            var time = clock(tokens, i);
            if (time != null) {
                return time;
            }
        }
        return clock(tokens, 0);
    }

    private static String clock(List<Token> tokens, int at) {
        if (at + 2 >= tokens.size()
                || !tokens.get(at).isNumber()
                || !tokens.get(at + 2).isNumber()) {
            return null;
        }
        boolean colon = tokens.get(at + 1).is(":")
                || tokens.get(at + 1).is("h")
                || tokens.get(at + 1).is("giờ");
        var hour = tokens.get(at).text();
        var minute = tokens.get(at + 2).text();
        if (!colon || hour.length() > 2 || minute.length() != 2 || hour.contains(".") || minute.contains(".")) {
            return null;
        }
        int h = Integer.parseInt(hour);
        int m = Integer.parseInt(minute);
        int next = at + 3;
        if (next < tokens.size()
                && h < 12
                && (tokens.get(next).is("ch") || tokens.get(next).is("pm"))) {
            h += 12;
        }
        return h > 23 || m > 59 ? null : "%02d:%02d".formatted(h, m);
    }

    /** ISO 8601, with the time and the offset of Vietnam where a time was stated. */
    String iso() {
        return time == null ? date.edtf() : date.edtf() + "T" + time + ":00+07:00";
    }
}
