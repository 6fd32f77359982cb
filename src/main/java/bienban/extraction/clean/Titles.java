package bienban.extraction.clean;

import bienban.extraction.text.Phrases;
import bienban.extraction.text.Sentence.Block;
import java.util.List;

/** Finds the headline among the lines before the report. */
final class Titles {
    private static final Phrases CUES = Phrases.read("title-cues.txt");

    private static final int FIRST = 5;

    private Titles() {}

    /** The index of the first paragraph of prose, or the number of lines. */
    static int bodyStart(List<Line> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isOpen() && lines.get(i).isProse()) {
                return i;
            }
        }
        return lines.size();
    }

    /** Marks the headline and returns its index, or -1 when the text has none. */
    static int mark(List<Line> lines, int body) {
        int best = -1;
        int bestScore = 0;
        for (int i = 0; i < body; i++) {
            int score = lines.get(i).isOpen() ? score(lines.get(i)) : 0;
            score += score > 0 && best < 0 ? FIRST : 0;
            if (score > bestScore) {
                best = i;
                bestScore = score;
            }
        }
        if (best >= 0) {
            lines.get(best).block = Block.title;
        }
        return best;
    }

    private static int score(Line line) {
        int words = line.words();
        if (words < 5 || words > 60 || line.last().is(":") || Captions.isPlainCaption(line)) {
            return 0;
        }
        int cues = 0;
        for (int i = 0; i < line.tokens.size(); i++) {
            cues += CUES.at(line.tokens, i) == null ? 0 : 1;
        }
        return Math.min(words, 14)
                + 4 * Math.min(cues, 4)
                - (line.isClosed() ? 3 : 0)
                - (Captions.opensLikeOne(line) ? 6 : 0);
    }
}
