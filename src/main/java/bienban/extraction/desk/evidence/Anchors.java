package bienban.extraction.desk.evidence;

import bienban.extraction.text.CodePoints;

/** Finds words of an old text in a new one: where they stood, at the only place where they stand, or at the same of several. */
final class Anchors {
    private final String before;
    private final String after;
    private final CodePoints points;
    private final int lengthBefore;
    private final int lengthAfter;

    Anchors(String before, String after) {
        this.before = before;
        this.after = after;
        this.points = new CodePoints(after);
        this.lengthBefore = before.codePointCount(0, before.length());
        this.lengthAfter = after.codePointCount(0, after.length());
    }

    /** The code point at which the quote begins now; -1 when it stands nowhere, or it is not sure which of several it is. */
    int find(String quote, int start) {
        if (start <= lengthAfter && after.startsWith(quote, after.offsetByCodePoints(0, start))) {
            return start;
        }
        int all = count(after, quote, after.length());
        if (all == 1) {
            return points.at(after.indexOf(quote));
        }
        if (all == 0 || start > lengthBefore || count(before, quote, before.length()) != all) {
            return -1;
        }
        // Words were added or taken away elsewhere: the third of five is still the third of five.
        int at = -1;
        for (int left = count(before, quote, before.offsetByCodePoints(0, start)); left >= 0; left--) {
            at = after.indexOf(quote, at + 1);
        }
        return at < 0 ? -1 : points.at(at);
    }

    private static int count(String text, String quote, int end) {
        int count = 0;
        for (int at = text.indexOf(quote); at >= 0 && at < end; at = text.indexOf(quote, at + 1)) {
            count++;
        }
        return count;
    }
}
