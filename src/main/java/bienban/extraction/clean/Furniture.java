package bienban.extraction.clean;

import bienban.extraction.calendar.Dates;
import bienban.extraction.text.Phrases;
import bienban.extraction.text.Sentence.Block;
import java.util.HashSet;
import java.util.List;

/** Finds what the portal put around the report: menus, counters, forms, other headlines, repeated paragraphs. */
final class Furniture {
    private static final Phrases MARKERS = Phrases.read("furniture.tsv");

    private Furniture() {}

    static void mark(List<Line> lines) {
        markWithoutWords(lines);
        markByOpening(lines);
        markDatedHeadlines(lines);
        markRepeated(lines);
    }

    /** Whether the line begins with a word of the list that has this effect. */
    static boolean opens(Line line, String effect) {
        var match = MARKERS.at(line.tokens, opening(line));
        return match != null && match.column(1).equals(effect);
    }

    /** "Người đăng: … | Ngày đăng: 03/10/2025": the words before the day stand inside the line. */
    static boolean holdsDateMark(Line line) {
        for (int i = 1; i + 1 < line.tokens.size(); i++) {
            var match = MARKERS.at(line.tokens, i);
            if (match != null && match.length() > 1 && match.column(1).equals("date") && !line.isProse()) {
                return true;
            }
        }
        return false;
    }

    private static void markWithoutWords(List<Line> lines) {
        for (var line : lines) {
            boolean empty = line.words() == 0 && DateLine.read(line) == null;
            if (line.isOpen() && (empty || line.isAddress())) {
                line.block = Block.furniture;
            }
        }
    }

    private static void markByOpening(List<Line> lines) {
        int all = lines.stream().mapToInt(Furniture::mass).sum();
        int before = 0;
        boolean tail = false;
        for (var line : lines) {
            var match = line.isOpen() ? MARKERS.at(line.tokens, opening(line)) : null;
            boolean marked = match != null && isMarkerLine(line, match);
            if (marked && match.column(1).equals("tail") && before * 2 > all && all > 0) {
                tail = true;
            }
            if (line.isOpen() && (tail || (marked && !match.column(1).equals("date")))) {
                line.block = Block.furniture;
            }
            before += mass(line);
        }
    }

    /** Past the bullet of a list of counters. */
    private static int opening(Line line) {
        boolean bullet = line.first().isPunctuation()
                && line.tokens.size() > 1
                && !line.first().is("©")
                && !line.first().is("(");
        return bullet ? 1 : 0;
    }

    private static int mass(Line line) {
        return line.isProse() ? line.words() : 0;
    }

    private static boolean isMarkerLine(Line line, Phrases.Match match) {
        int end = opening(line) + match.length();
        int rest = line.tokens.size() - end;
        if (rest == 0) {
            return true;
        }
        var next = line.tokens.get(end);
        boolean counted = next.is(":")
                || next.isNumber()
                || next.is("(")
                || match.column(0).endsWith(":")
                || next.is("»");
        return counted ? rest <= 16 && !(line.isProse() && line.words() > 14) : rest <= 3 && !line.isClosed();
    }

    /** "Some other news (03/12/2023 9:43 CH)": a headline of another day at the end of a short line. */
    private static void markDatedHeadlines(List<Line> lines) {
        for (var line : lines) {
            if (line.isOpen() && line.last().is(")") && line.tokens.size() > 6 && line.words() <= 40) {
                int open = lastOpening(line);
                var reading = open < 2 ? null : Dates.at(line.tokens, open + 1);
                boolean headline = reading != null
                        && reading.date().isFull()
                        && !line.tokens.get(open - 1).is("ngày");
                if (headline && !line.tokens.get(open - 1).is(".") && line.tokens.size() - reading.next() <= 6) {
                    line.block = Block.furniture;
                }
            }
        }
    }

    private static int lastOpening(Line line) {
        for (int i = line.tokens.size() - 1; i >= 0; i--) {
            if (line.tokens.get(i).is("(")) {
                return i;
            }
        }
        return -1;
    }

    private static void markRepeated(List<Line> lines) {
        var seen = new HashSet<String>();
        for (var line : lines) {
            if (line.isOpen() && line.words() >= 8 && !seen.add(line.key())) {
                line.block = Block.furniture;
            }
        }
    }
}
