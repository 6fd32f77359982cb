package bienban.extraction.figure;

import bienban.extraction.period.PeriodMention;

/** One piece of a sentence as the grammar of figures sees it, between two tokens, the last one excluded. */
record Lexeme(Sort sort, int from, int to, Cue cue, Amount amount, PeriodMention period) {

    /** The sorts of pieces. */
    enum Sort {
        amount,
        cue,
        period,
        plan,
        /** The same time a year ago. */
        yearly,
        /** Anything else that is compared with. */
        other_base,
        mark,
        word,
        /** A number that names something. */
        name
    }

    static Lexeme of(Sort sort, int from, int to) {
        return new Lexeme(sort, from, to, null, null, null);
    }

    static Lexeme of(Cue cue, int from, int to) {
        return new Lexeme(cue.isWord() ? Sort.word : Sort.cue, from, to, cue, null, null);
    }

    static Lexeme of(Amount amount) {
        return new Lexeme(Sort.amount, amount.from(), amount.to(), null, amount, null);
    }

    static Lexeme of(PeriodMention period) {
        return new Lexeme(Sort.period, period.from(), period.to(), null, null, period);
    }

    boolean is(Sort wanted) {
        return sort == wanted;
    }

    boolean is(Cue wanted) {
        return sort == Sort.cue && cue == wanted;
    }

    boolean isBase() {
        return sort == Sort.yearly || sort == Sort.other_base || sort == Sort.plan;
    }
}
