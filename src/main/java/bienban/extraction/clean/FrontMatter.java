package bienban.extraction.clean;

import bienban.extraction.calendar.Dates;
import bienban.extraction.text.Sentence.Block;
import bienban.extraction.text.Token;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The "key: value" lines between two rules that some exporters put before a text. */
final class FrontMatter {
    private static final int STAMP = 6;

    private FrontMatter() {}

    /** Marks the lines as furniture and returns their values by lower-case key. */
    static Map<String, String> take(List<Line> lines, String text) {
        var values = new HashMap<String, String>();
        takeStamp(lines, values);
        if (lines.isEmpty() || !isRule(lines.get(0))) {
            return values;
        }
        int close = 1;
        while (close < lines.size() && close < 30 && !isRule(lines.get(close))) {
            close++;
        }
        if (close >= lines.size() || !isRule(lines.get(close))) {
            return values;
        }
        for (int i = 0; i <= close; i++) {
            var line = lines.get(i);
            line.block = Block.furniture;
            if (line.tokens.size() > 2 && line.tokens.get(1).is(":")) {
                var value = text.substring(line.tokens.get(2).start(), line.end());
                values.put(line.first().key(), value.replace("\"", "").strip());
            }
        }
        return values;
    }

    /** "date 2021-04 Sáng 6/4, …": the day or month of publication that some archives put before the first words. */
    private static void takeStamp(List<Line> lines, Map<String, String> values) {
        if (lines.isEmpty() || !lines.get(0).first().is("date")) {
            return;
        }
        var line = lines.get(0);
        var stamp = new StringBuilder();
        int at = 1;
        while (at < line.tokens.size() && at < STAMP && isPart(line.tokens.get(at), at)) {
            stamp.append(line.tokens.get(at).text());
            at++;
        }
        if (at < 2 || Dates.year(line.tokens.get(1).text()) == null || stamp.charAt(stamp.length() - 1) == '-') {
            return;
        }
        values.put("date", stamp.toString());
        if (at < line.tokens.size()) {
            lines.add(1, new Line(line.cut(at), true));
        }
        if (at < STAMP) {
            // A whole day is left to be read as any other line that dates the article.
            line.block = Block.furniture;
        }
    }

    /** Year, month and day in turn with a dash between them. */
    private static boolean isPart(Token token, int at) {
        return at % 2 == 0 ? token.is("-") : token.isNumber() && token.text().length() <= 4;
    }

    private static boolean isRule(Line line) {
        return line.words() == 0
                && line.tokens.size() >= 3
                && line.tokens.stream().allMatch(token -> token.is("-"));
    }
}
