package bienban.extraction.clean;

import bienban.extraction.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Gathers tokens into paragraphs and puts together again what a fixed line width or a stray tag has cut. */
final class Lines {
    private static final Set<String> OPEN_ENDS = Set.of(
            ",", "-", "(", "chí", "ông", "bà", "của", "và", "các", "là", "tại", "với", "ngày", "số", "cho", "từ", "đến",
            "trên", "trong", "có", "được", "thứ", "tháng", "năm", "do", "về", "những", "để");
    private static final Set<String> CONTINUERS = Set.of(",", ";", ".", ")", ":", "%");
    private static final Set<String> BULLETS = Set.of("-", "+", "•", "*", "·", "○", "▪", "–");

    private Lines() {}

    static List<Line> of(List<Token> tokens) {
        var lines = new ArrayList<Line>();
        var current = new ArrayList<Token>();
        int breaks = 2;
        for (var token : tokens) {
            if (!token.isLineBreak()) {
                current.add(token);
                continue;
            }
            if (!current.isEmpty()) {
                lines.add(new Line(current, breaks > 1));
                current.clear();
                breaks = 0;
            }
            breaks++;
        }
        if (!current.isEmpty()) {
            lines.add(new Line(current, breaks > 1));
        }
        return joined(lines);
    }

    private static List<Line> joined(List<Line> lines) {
        boolean wrapped = isWrapped(lines);
        int width = wrapped ? width(lines) : 0;
        var joined = new ArrayList<Line>();
        for (var line : lines) {
            var before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (before != null && !line.blankBefore && continues(before, line, wrapped, width)) {
                before.add(line);
            } else {
                joined.add(line);
            }
        }
        return joined;
    }

    private static boolean continues(Line before, Line line, boolean wrapped, int width) {
        if (CONTINUERS.contains(line.first().key())) {
            return true;
        }
        if (before.isClosed()
                || before.isAddress()
                || line.isAddress()
                || isBullet(line)
                || line.beginsWithDay()
                || Furniture.opens(line, "date")) {
            return false;
        }
        if ((startsLower(line) && before.words() >= 3)
                || (before.words() > 0 && OPEN_ENDS.contains(before.last().key()))) {
            return true;
        }
        return wrapped && before.lastLength >= width / 2;
    }

    /** Several lines that break off in the middle of a sentence: the text was set to a width. */
    private static boolean isWrapped(List<Line> lines) {
        int cut = 0;
        for (int i = 1; i < lines.size(); i++) {
            var before = lines.get(i - 1);
            boolean follows = !lines.get(i).blankBefore && !before.isClosed() && before.words() >= 5;
            cut += follows && startsLower(lines.get(i)) ? 1 : 0;
        }
        return cut >= 3;
    }

    private static int width(List<Line> lines) {
        var widths =
                lines.stream().map(line -> line.end() - line.start()).sorted().toList();
        return widths.get(widths.size() * 9 / 10);
    }

    private static boolean startsLower(Line line) {
        var first = line.first();
        return first.isWord()
                && !first.isCapitalized()
                && !(line.tokens.size() > 1 && line.tokens.get(1).is(")"));
    }

    static boolean isBullet(Line line) {
        var first = line.first();
        if (first.isPunctuation()) {
            return BULLETS.contains(first.key()) || first.text().codePointAt(0) > 0x2190;
        }
        if (line.tokens.size() < 2) {
            return false;
        }
        var second = line.tokens.get(1);
        boolean mark = second.is(".")
                || second.is(")")
                || (second.is("/")
                        && line.tokens.size() > 2
                        && line.tokens.get(2).isWord());
        return mark && (first.isNumber() || (first.text().length() == 1 && first.isWord()));
    }
}
