package bienban.extraction.figure;

import bienban.extraction.figure.Lexeme.Sort;
import java.util.List;

/** What follows an amount at once: the yardstick it is compared with, "trở lên"; {@code to} is the lexeme after it. */
record Tail(Lexeme base, Cue bound, int to) {

    static Tail of(List<Lexeme> lexemes, int at) {
        Lexeme base = null;
        Cue bound = null;
        int i = at + 1;
        while (i < lexemes.size()) {
            var lexeme = lexemes.get(i);
            if (lexeme.is(Cue.least_after) || lexeme.is(Cue.most_after)) {
                bound = lexeme.cue();
            } else if (lexeme.isBase()) {
                base = base == null ? lexeme : base;
            } else {
                break;
            }
            i++;
        }
        return new Tail(base, bound, i);
    }

    boolean is(Sort sort) {
        return base != null && base.is(sort);
    }
}
