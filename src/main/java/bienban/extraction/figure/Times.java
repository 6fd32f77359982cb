package bienban.extraction.figure;

import bienban.extraction.Observation.Kind;
import bienban.extraction.figure.Lexeme.Sort;
import java.util.List;

/** Finds the period of a figure: its own, else that of the sentence, the paragraph or the report. */
final class Times {
    /** A sum that opens the sentence is all the sentence's. */
    private static final int OPENING = 3;

    private static final int YEAR = 4;
    private static final int MONTH = 7;
    private static final String JANUARY = "-01/";

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
        var period = isPeriod(made.at + 1) && isReached(from, to) ? null : scene.period(from, to, made.kind, made.at);
        if (period == null && isPeriod(made.wordsEnd)) {
            period = lexemes.get(made.wordsEnd).period();
        }
        if (period == null) {
            period = scene.period(0, from, made.kind, made.at);
        }
        if (period == null && scene.closing(made.at) != null) {
            period = scene.closing(made.at);
        }
        if (period != null) {
            made.period = period.iso();
        } else if (made.kind == Kind.actual || passage.isDated()) {
            made.periodTakenOver = true;
            made.period = isCumulative(from, to) ? passage.monthsSoFar() : passage.period();
        }
        if (made.period != null && isCumulative(from, to)) {
            made.period = sinceNewYear(made.period);
        }
    }

    /** "thu 842 tỷ đồng, lũy kế 5 tháng 8.921 tỷ đồng": beside the sum what stands before it is of its last month. */
    void dateBeside(Statement month, Statement sum, int from, int to) {
        boolean beside = has(Cue.cumulative, from, to) && sum.named == month && month.periodTakenOver;
        var end = sum.period == null ? -1 : sum.period.indexOf(JANUARY);
        if (beside && end == YEAR && !sum.period.endsWith("-01") && sum.isLike(month.amount)) {
            month.period = sum.period.substring(end + JANUARY.length());
        }
    }

    /** "tăng 2,6% so với tháng trước": that is of the last month, whatever the report looks back on. */
    void dateMonth(Statement made, boolean sinceMonthBefore) {
        boolean months = made.period != null && made.period.length() == MONTH + 1 + MONTH;
        if (sinceMonthBefore && made.periodTakenOver && months) {
            made.period = made.period.substring(MONTH + 1);
        }
    }

    /** "Trong tháng …; lũy kế từ đầu năm …": the month or quarter is where the sum ends. */
    private static String sinceNewYear(String period) {
        boolean months = period.length() == MONTH || period.length() == MONTH + 1 + MONTH;
        var end = period.substring(Math.max(0, period.length() - MONTH));
        boolean said = !months || period.startsWith(JANUARY, YEAR) || period.endsWith("-01");
        return said ? period : end.substring(0, YEAR) + JANUARY + end;
    }

    private boolean isCumulative(int from, int to) {
        return has(Cue.cumulative, from, to) || has(Cue.cumulative, 0, Math.min(OPENING, from));
    }

    private boolean has(Cue cue, int from, int to) {
        return lexemes.subList(from, to).stream().anyMatch(lexeme -> lexeme.is(cue));
    }

    /** "giảm từ 48% năm 2021 xuống còn 42% năm 2022": the time before the value is that of another. */
    private boolean isReached(int from, int to) {
        return has(Cue.to, from, to);
    }

    private boolean isPeriod(int i) {
        return i < lexemes.size() && lexemes.get(i).is(Sort.period) && !Scene.isTerm(lexemes.get(i));
    }
}
