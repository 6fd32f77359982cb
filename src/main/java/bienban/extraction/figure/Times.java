package bienban.extraction.figure;

import bienban.extraction.Observation.Kind;
import bienban.extraction.figure.Lexeme.Sort;
import java.util.List;

/** Finds the period of a figure: its own, else that of the sentence, the paragraph or the report. */
final class Times {
    private static final String MONTH = "\\d{4}-(0[2-9]|1[0-2])";

    private final List<Lexeme> lexemes;
    private final Scene scene;
    private final Passage passage;

    Times(List<Lexeme> lexemes, Scene scene, Passage passage) {
        this.lexemes = lexemes;
        this.scene = scene;
        this.passage = passage;
    }

    /** Dates a figure whose lead runs from one lexeme to another, the last one excluded. */
    void date(Statement made, int from, int to) {
        var period = scene.period(from, to, made.kind);
        if (period == null && isPeriod(made.wordsEnd)) {
            period = lexemes.get(made.wordsEnd).period();
        }
        if (period == null) {
            period = scene.period(0, from, made.kind);
        }
        if (period != null) {
            made.period = period.iso();
        } else if (made.kind == Kind.actual || passage.isDated()) {
            made.period = passage.period();
        }
        if (made.period != null && made.period.matches(MONTH) && isCumulative(from, to)) {
            made.period = made.period.substring(0, 5) + "01/" + made.period;
        }
    }

    /** "Trong tháng …; lũy kế từ đầu năm …": the month is where the sum ends. */
    private boolean isCumulative(int from, int to) {
        for (int i = from; i < to; i++) {
            if (lexemes.get(i).is(Cue.cumulative)) {
                return true;
            }
        }
        return false;
    }

    private boolean isPeriod(int i) {
        return i < lexemes.size() && lexemes.get(i).is(Sort.period) && !Scene.isTerm(lexemes.get(i));
    }
}
