package bienban.extraction.figure;

import bienban.extraction.Observation.Kind;
import bienban.extraction.figure.Lexeme.Sort;
import bienban.extraction.period.PeriodMention;
import bienban.extraction.text.Token;
import java.util.List;
import java.util.Set;

/** What a whole sentence says of the figures in it, gathered in one pass. */
final class Scene {
    private static final int OPENING = 3;
    private static final int NONE = Integer.MAX_VALUE;

    private static final Set<String> REPORTED = Set.of("thấy", "rõ", "biết", "nêu", "cáo", ":");
    private static final Set<String> OPENERS = Set.of("ước", "trong", "tính", "riêng", "chung");
    private static final Set<String> LIMITS = Set.of("từ", "tính", "đến", "tới");
    private static final Set<String> TASKS = Set.of("vụ", "hướng", "pháp", "tiêu");

    private final List<Token> tokens;
    private final List<Lexeme> lexemes;

    /** For each lexeme the last period before it, or -1; with and without those of coming tasks. */
    private final int[] periods;

    private final int[] pastPeriods;

    /** For each lexeme how many semicolons stand before it. */
    private final int[] clauses;

    private int target = NONE;
    private int result = NONE;
    private int instruction = NONE;
    private int attendance = NONE;
    private boolean vote;

    Scene(List<Token> tokens, List<Lexeme> lexemes) {
        this.lexemes = lexemes;
        this.tokens = tokens;
        this.periods = new int[lexemes.size() + 1];
        this.pastPeriods = new int[lexemes.size() + 1];
        this.clauses = new int[lexemes.size() + 1];
        int last = -1;
        int past = -1;
        int outsideLast = -1;
        int outsidePast = -1;
        for (int i = 0; i < lexemes.size(); i++) {
            if (isMark(i, "(")) {
                outsideLast = last;
                outsidePast = past;
            } else if (isMark(i, ")") && last >= 0 && isMonth(last)) {
                // "(trong tháng tăng 220 con)": the bracket's month is that of nothing behind it.
                last = outsideLast;
                past = outsidePast;
            }
            periods[i] = last;
            clauses[i + 1] = clauses[i] + (isSemicolon(i) ? 1 : 0);
            pastPeriods[i] = past;
            var lexeme = lexemes.get(i);
            if (lexeme.is(Sort.period) && (i < OPENING || !isTerm(lexeme)) && !onlyDatesNoun(i) && !isHorizon(lexeme)) {
                last = i;
                past = isOfTasks(lexeme) ? past : i;
            } else if (lexeme.cue() != null && !(past >= 0 && isIndicators(lexeme))) {
                note(lexeme.cue(), i);
            } else if (opensTargets(lexeme)) {
                note(Cue.target, i);
            }
        }
        periods[lexemes.size()] = last;
        pastPeriods[lexemes.size()] = past;
    }

    private void note(Cue cue, int i) {
        switch (cue) {
            case target -> target = Math.min(target, i);
            case estimate -> result = target < i ? Math.min(result, i) : result;
            case instruction -> instruction = Math.min(instruction, i);
            case attendance -> attendance = Math.min(attendance, i);
            case vote -> vote = true;
            default -> {}
        }
    }

    static boolean isTerm(Lexeme period) {
        return period.period().kind() == PeriodMention.Kind.term;
    }

    /** "xem hồ sơ kênh mương năm 2025; gặp …": the year ends a clause without a figure and dates its last noun. */
    private boolean onlyDatesNoun(int at) {
        var lexeme = lexemes.get(at);
        boolean ends = lexeme.period().kind() == PeriodMention.Kind.year && isSemicolon(at + 1);
        int i = at - 1;
        while (ends && i >= 0 && !isSemicolon(i)) {
            ends = !lexemes.get(i).is(Sort.amount) && !lexemes.get(i).is(Sort.period);
            i--;
        }
        return ends && at - i > OPENING;
    }

    /** "Trong 6 tháng đầu năm, các chỉ tiêu … đạt 52% kế hoạch": what was reached, no aims. */
    private boolean isIndicators(Lexeme lexeme) {
        boolean opens = lexeme.to() < tokens.size() && tokens.get(lexeme.to()).is(":");
        return lexeme.is(Cue.target)
                && tokens.get(lexeme.to() - 1).is("tiêu")
                && tokens.get(lexeme.to() - 2).is("chỉ")
                && !opens;
    }

    /** "đến năm 2030, tầm nhìn đến năm 2045": how far a plan looks. */
    private boolean isHorizon(Lexeme lexeme) {
        int to = lexeme.to();
        boolean first = to + 1 < tokens.size()
                && tokens.get(to).is(",")
                && tokens.get(to + 1).is("tầm");
        return first || (lexeme.from() > 0 && tokens.get(lexeme.from() - 1).is("nhìn"));
    }

    /** "với 20 chỉ tiêu chủ yếu, trong đó: …" */
    private boolean opensTargets(Lexeme lexeme) {
        int to = lexeme.to();
        return lexeme.is(Sort.amount)
                && to + 1 < tokens.size()
                && tokens.get(to - 1).is("tiêu")
                && tokens.get(to).is("chủ")
                && tokens.get(to + 1).is("yếu");
    }

    /** The time of one crop is that of nothing else in the sentence. */
    private boolean isSeason(int at) {
        return lexemes.get(at).period().kind() == PeriodMention.Kind.season;
    }

    private boolean isSemicolon(int i) {
        return isMark(i, ";");
    }

    private boolean isMark(int i, String mark) {
        return i < lexemes.size()
                && lexemes.get(i).is(Sort.mark)
                && tokens.get(lexemes.get(i).from()).is(mark);
    }

    private boolean isMonth(int at) {
        return lexemes.get(at).period().kind() == PeriodMention.Kind.month;
    }

    /** "triển khai nhiệm vụ 3 tháng cuối năm": the time of what is still to be done. */
    private boolean isOfTasks(Lexeme period) {
        boolean first = tokens.subList(period.from(), period.to()).stream().anyMatch(token -> token.is("đầu"));
        return !first
                && period.from() > 1
                && TASKS.contains(tokens.get(period.from() - 1).key())
                && !tokens.get(period.from() - 2).is("dịch");
    }

    /** The last period in these lexemes for the amount at another, or null; that of coming tasks only for an aim. */
    PeriodMention period(int from, int to, Kind kind, int at) {
        int last = kind == Kind.target ? periods[to] : pastPeriods[to];
        boolean ofOther = last >= 0 && isSeason(last) && clauses[last] < clauses[at];
        return last >= from && !ofOther ? lexemes.get(last).period() : null;
    }

    /** The one period of the sentence, when it is none of coming tasks; else null. */
    PeriodMention only() {
        int last = pastPeriods[lexemes.size()];
        boolean only = lexemes.stream().filter(lexeme -> lexeme.is(Sort.period)).count() == 1;
        return last >= 0 && only ? lexemes.get(last).period() : null;
    }

    /** "thu 5 tỷ đồng, chi 4 tỷ đồng trong 6 tháng đầu năm.": the only time of the sentence, told behind all it is the time of. */
    PeriodMention closing(int at) {
        int last = lexemes.size() - 2;
        boolean closes = last > at
                && lexemes.get(last).is(Sort.period)
                && periods[last] < 0
                && lexemes.get(last).from() > 0
                && tokens.get(lexemes.get(last).from() - 1).is("trong");
        return closes ? lexemes.get(last).period() : null;
    }

    /** Whether an aim is stated before this lexeme and no result after the aim. */
    boolean isAimed(int at) {
        return target < at && result > at;
    }

    boolean isAimed() {
        return target != NONE;
    }

    boolean isInstructed(int at) {
        boolean purpose = isInstructed() && tokens.get(0).is("để");
        return instruction < at || purpose;
    }

    boolean isInstructed() {
        return instruction != NONE;
    }

    /** Whether the sentence tells who came or how was voted, and not what the adopted resolution aims at. */
    boolean isProceedings(int at) {
        return attendance < at || (vote && !isAimed(at));
    }

    /** "Báo cáo … cho thấy năm 2022 …", "nêu rõ: quý I …": the time of all that is reported. */
    private boolean opensClause(Lexeme lexeme) {
        return lexeme.from() > 0
                && REPORTED.contains(tokens.get(lexeme.from() - 1).key());
    }

    /** "giải ngân đến hết tháng 8 đạt …": up to when one figure of the sentence was counted. */
    private boolean isLimit(Lexeme lexeme) {
        return LIMITS.contains(tokens.get(lexeme.from()).key());
    }

    /** "… cho thấy: Ước cả năm 2024, GRDP tăng …": a clause of its own before all figures. */
    private boolean opensAll(Lexeme lexeme) {
        boolean closed = lexeme.to() < tokens.size() && tokens.get(lexeme.to()).is(",");
        return closed
                && lexeme.from() > 0
                && (isBehindComma(lexeme)
                        || OPENERS.contains(tokens.get(lexeme.from() - 1).key()));
    }

    /** "Theo báo cáo nhanh, tính đến 17 giờ ngày 11/9, …": it goes before all figures. */
    private boolean isBehindComma(Lexeme lexeme) {
        return lexeme.from() > 0 && tokens.get(lexeme.from() - 1).is(",");
    }

    /** The period that the sentence sets for the rest of its paragraph: one that opens it, or one of months. */
    PeriodMention setting() {
        boolean figures = false;
        for (int i = 0; i < lexemes.size(); i++) {
            figures |= lexemes.get(i).is(Sort.amount);
            if (lexemes.get(i).is(Sort.period) && !isSeason(i)) {
                var period = lexemes.get(i).period();
                boolean months = period.kind() == PeriodMention.Kind.months
                        && !isOfTasks(lexemes.get(i))
                        && !isLimit(lexemes.get(i));
                boolean limits = isLimit(lexemes.get(i)) && isBehindComma(lexemes.get(i));
                boolean opens = !figures && (limits || opensAll(lexemes.get(i)));
                if (i < OPENING || months || opens || opensClause(lexemes.get(i))) {
                    return period;
                }
            }
        }
        return null;
    }
}
