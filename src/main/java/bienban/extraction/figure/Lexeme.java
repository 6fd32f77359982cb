package bienban.extraction.figure;

import bienban.extraction.period.PeriodMention;

/** One piece of a sentence as the grammar of figures sees it, between two tokens, the last one excluded. */
record Lexeme(Type type, int from, int to, Cue cue, Amount amount, PeriodMention period) {

    /** The sorts of pieces. */
    enum Type {
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

    static Lexeme of(Type type, int from, int to) {
        return new Lexeme(type, from, to, null, null, null);
    }

    static Lexeme of(Cue cue, int from, int to) {
        return new Lexeme(cue.isWord() ? Type.word : Type.cue, from, to, cue, null, null);
    }

    static Lexeme of(Amount amount) {
        return new Lexeme(Type.amount, amount.from(), amount.to(), null, amount, null);
    }

    static Lexeme of(PeriodMention period) {
        return new Lexeme(Type.period, period.from(), period.to(), null, null, period);
    }

    boolean is(Type wanted) {
        return type == wanted;
    }

    boolean is(Cue wanted) {
        return type == Type.cue && cue == wanted;
    }

    boolean isBase() {
        return type == Type.yearly || type == Type.other_base || type == Type.plan;
    }
}
