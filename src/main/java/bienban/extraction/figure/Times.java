package bienban.extraction.figure;

import bienban.extraction.figure.Lexeme.Sort;
import bienban.extraction.period.PeriodMention;
import java.util.List;

/** Finds the period of a figure: its own, else that of the sentence, the paragraph or the report. */
final class Times {
    private static final int OPENING = 3;

    private final List<Lexeme> lexemes;
    private final Passage passage;

    Times(List<Lexeme> lexemes, Passage passage) {
        this.lexemes = lexemes;
        this.passage = passage;
    }

    /** Dates a figure whose lead runs from one lexeme to another, the last one excluded. */
    void date(Statement made, int from, int to) {
        var own = last(from, to);
        if (own == null) {
            own = behind(made.wordsEnd);
        }
        made.ownPeriod = own != null;
        if (own == null) {
            own = last(0, from);
        }
        if (own != null) {
            made.period = own.iso();
        } else if (made.kind == bienban.extraction.Observation.Kind.actual || passage.paragraphPeriod() != null) {
            made.period = passage.period();
        }
    }

    private PeriodMention behind(int i) {
        return i < lexemes.size() && lexemes.get(i).is(Sort.period) && !isTerm(i)
                ? lexemes.get(i).period()
                : null;
    }

    private PeriodMention last(int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            if (lexemes.get(i).is(Sort.period) && (!isTerm(i) || i < OPENING)) {
                return lexemes.get(i).period();
            }
        }
        return null;
    }

    private boolean isTerm(int i) {
        return lexemes.get(i).period().kind() == PeriodMention.Kind.term;
    }

    /** The period that a sentence sets for the rest of its paragraph: one that opens it, or one of months. */
    static PeriodMention setting(List<Lexeme> lexemes) {
        for (int i = 0; i < lexemes.size(); i++) {
            if (lexemes.get(i).is(Sort.period)) {
                var period = lexemes.get(i).period();
                boolean opens = i < OPENING;
                if (opens || period.kind() == PeriodMention.Kind.months) {
                    return period;
                }
            }
        }
        return null;
    }
}
