package bienban.extraction.figure;

import bienban.extraction.figure.Lexeme.Sort;
import bienban.extraction.text.Token;
import java.util.List;
import java.util.Set;

/**
 * What stands between the figure before and an amount: the words that name the amount and the cues right before it.
 *
 * @param postEnd where the words that still belong to the figure before end
 * @param from first lexeme of the naming words, or {@code at} when nothing is named
 * @param to the lexeme after the last naming word
 * @param direct the cues between the naming words and the amount
 * @param base the yardstick there, or null
 * @param compared whether "so với" leads that yardstick in
 * @param detached whether a comma parts the naming words from the amount
 * @param bare whether nothing but marks and cues stands there, so that the name before goes on
 * @param opening a yardstick before the naming words: "So với kế hoạch, thu ngân sách đạt 98%"
 * @param softFrom where words begin that name something only when nothing else does, or {@code at}
 * @param joined whether only words, no mark and no cue, part the amount from the one before
 */
record Lead(
        int postEnd,
        int from,
        int to,
        Set<Cue> direct,
        Lexeme base,
        boolean compared,
        Set<Mark> marks,
        boolean joined,
        boolean detached,
        boolean bare,
        Lexeme opening,
        int softFrom) {
    /** Words further away name something else. */
    private static final int LONGEST = 80;

    /** The marks that part clauses. */
    enum Mark {
        comma,
        semicolon,
        open,
        among,
        join,
        /** A span of time behind the opening bracket. */
        time
    }

    boolean hasContent() {
        return from < to;
    }

    boolean has(Cue cue) {
        return direct.contains(cue);
    }

    boolean has(Mark mark) {
        return marks.contains(mark);
    }

    boolean isChange() {
        return has(Cue.up) || has(Cue.down);
    }

    /** "đạt mục tiêu 8%", "(kế hoạch là 8%)": the plan stands before the amount, which is the plan itself and no share of it. */
    boolean tellsPlan() {
        return base != null && base.is(Sort.plan) && !compared && !has(Cue.exceed);
    }

    boolean isReached() {
        return has(Cue.equal) || has(Cue.fulfil) || has(Cue.rate);
    }

    static Lead of(List<Token> tokens, List<Lexeme> lexemes, int after, int at) {
        int post = after == 0 ? 0 : postEnd(lexemes, after, at);
        boolean joined = after > 0 && post == at && post > after;
        int start = Math.max(joined ? after : post, at - LONGEST);
        return new LeadReader(tokens, lexemes, start, at).read(post, joined);
    }

    /** Words right behind an amount belong to it. */
    static int postEnd(List<Lexeme> lexemes, int after, int at) {
        int i = after;
        while (i < at && isSpoken(lexemes.get(i))) {
            i++;
        }
        return i;
    }

    private static boolean isSpoken(Lexeme lexeme) {
        return lexeme.is(Sort.word) || lexeme.is(Sort.name) || lexeme.is(Cue.filler) || lexeme.is(Cue.soft);
    }
}
