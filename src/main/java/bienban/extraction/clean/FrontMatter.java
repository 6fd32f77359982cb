package bienban.extraction.clean;

import bienban.extraction.text.Sentence.Block;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The "key: value" lines between two rules that some exporters put before a text. */
final class FrontMatter {
    private FrontMatter() {}

    /** Marks the lines as furniture and returns their values by lower-case key. */
    static Map<String, String> take(List<Line> lines, String text) {
        var values = new HashMap<String, String>();
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

    private static boolean isRule(Line line) {
        return line.words() == 0
                && line.tokens.size() >= 3
                && line.tokens.stream().allMatch(token -> token.is("-"));
    }
}
