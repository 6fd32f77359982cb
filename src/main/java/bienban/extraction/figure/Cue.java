package bienban.extraction.figure;

import bienban.extraction.text.Token;
import bienban.extraction.text.Vocabulary;
import java.util.List;

/** What a word around a number says of it; the words are in cues.tsv. */
enum Cue {
    equal,
    estimate,
    over,
    under,
    approx,
    at_least,
    at_most,
    least_after,
    most_after,
    up,
    down,
    exceed,
    share,
    of_total,
    factor,
    among,
    join,
    cumulative,
    from,
    to,
    target,
    plain,
    filler,
    soft,
    fulfil,
    rate,
    place,
    instruction,
    attendance,
    vote;

    private static final Phrases<Cue> PHRASES = load();

    private static Phrases<Cue> load() {
        var rows = Vocabulary.rows("cues.tsv");
        return new Phrases<>(rows.subList(1, rows.size()), row -> valueOf(row.get(1)));
    }

    static Phrases.Match<Cue> at(List<Token> tokens, int i) {
        return PHRASES.at(tokens, i);
    }

    /** Whether it bounds the number right after it. */
    boolean isHedge() {
        return switch (this) {
            case over, under, approx, at_least, at_most -> true;
            default -> false;
        };
    }

    /** Whether it says nothing of a number. */
    boolean isEmpty() {
        return this == filler || this == soft || this == place;
    }

    /** Whether it says no more of a sentence's words than that they are words. */
    boolean isWord() {
        return this == plain || this == instruction || this == attendance || this == vote;
    }
}
