package bienban.extraction.figure;

import bienban.extraction.figure.Lexeme.Sort;
import bienban.extraction.period.PeriodMention;
import bienban.extraction.period.PeriodReader;
import bienban.extraction.text.Token;
import bienban.extraction.text.Vocabulary;
import java.util.List;
import java.util.Set;

/** Reads what a figure is measured by: a plan, the same period of last year, or something else. */
final class Yardsticks {
    private static final Phrases<String> PLANS = load("plan");
    private static final Phrases<String> PLAN_MORE = load("plan_more");
    private static final Phrases<String> YEARLY = load("yearly");
    private static final Phrases<String> YEARLY_MORE = load("yearly_more");
    private static final Set<String> BEFORE_PLAN = Set.of("của", "theo", "so", "với", "sánh", "tổng", "số", "vốn");
    private static final Set<String> RESULTS = Set.of("thực", "kết", "quyết", "số");
    /** What stands behind "so" without "với", besides plans and the year before. */
    private static final Set<String> EARLIER =
            Set.of("tháng trước", "quý trước", "kỳ trước", "vụ trước", "đầu năm", "cuối năm", "bình quân");

    private static final int LONGEST_BASE = 9;
    private static final int LONGEST_JOINT = 4;

    private final List<Token> tokens;
    private final PeriodReader periods;
    private final Integer reportYear;

    Yardsticks(List<Token> tokens, PeriodReader periods, Integer reportYear) {
        this.tokens = tokens;
        this.periods = periods;
        this.reportYear = reportYear;
    }

    private static Phrases<String> load(String role) {
        var rows = Vocabulary.rows("yardsticks.tsv").stream()
                .filter(row -> row.get(1).equals(role))
                .toList();
        return new Phrases<>(rows, row -> role);
    }

    /** The yardstick that begins at this token, or null; {@code before} is the piece to its left. */
    Lexeme at(int i, Lexeme before) {
        if (key(i).equals("so")) {
            return compared(i);
        }
        var yearly = YEARLY.at(tokens, i);
        if (yearly != null && !key(i).equals("năm")) {
            return Lexeme.of(Sort.yearly, i, more(YEARLY_MORE, yearly.to()));
        }
        return before != null && awaitsPlan(before) ? plan(i, i) : null;
    }

    private boolean awaitsPlan(Lexeme before) {
        return switch (before.sort()) {
            case amount -> before.amount().isPercent() || before.amount().is(Unit.Kind.factor);
            case cue -> before.cue() == Cue.exceed || before.cue() == Cue.equal || before.cue() == Cue.rate;
            case mark ->
                tokens.get(before.from()).is("(") || tokens.get(before.from()).is("/");
            default -> false;
        };
    }

    private Lexeme compared(int i) {
        int at = i + 1;
        if (key(at).equals("sánh")) {
            at++;
        }
        boolean with = key(at).equals("với");
        at += with ? 1 : 0;
        var plan = plan(i, at);
        if (plan != null) {
            return plan;
        }
        var yearly = YEARLY.at(tokens, at);
        if (yearly != null) {
            return Lexeme.of(Sort.yearly, i, more(YEARLY_MORE, yearly.to()));
        }
        var period = isEdgeOfYear(at) ? null : periods.at(at);
        if (period != null) {
            return Lexeme.of(isYearAgo(period) ? Sort.yearly : Sort.other_base, i, more(YEARLY_MORE, period.to()));
        }
        if (!with && !EARLIER.contains(key(at) + " " + key(at + 1))) {
            return null;
        }
        int end = otherEnd(at);
        return Lexeme.of(!isEdgeOfYear(at) && isYearAgo(at, end) ? Sort.yearly : Sort.other_base, i, end);
    }

    /** "so với cuối năm 2021", "so với đầu năm": some months back, not a year. */
    private boolean isEdgeOfYear(int at) {
        return (key(at).equals("đầu") || key(at).equals("cuối")) && key(at + 1).equals("năm");
    }

    /** "so với tháng 7" of a report on August looks back a month, "so với quý I/2018" of one on 2019 a year. */
    private boolean isYearAgo(PeriodMention period) {
        return switch (period.kind()) {
            case term, up_to -> false;
            case year, season -> isNear(period);
            case months, month -> reportYear == null || !period.iso().startsWith(reportYear.toString());
        };
    }

    /** "so với năm 2015" of a report on 2020 looks back further; one on the year that has just ended may look back two. */
    private boolean isNear(PeriodMention period) {
        return reportYear == null || Integer.parseInt(period.iso().substring(0, 4)) >= reportYear - 2;
    }

    /** "so với vụ đông năm trước", "so với thực hiện năm 2021". */
    private boolean isYearAgo(int from, int to) {
        boolean done = RESULTS.contains(key(from));
        for (int i = from; i < to; i++) {
            var period = done ? periods.at(i) : null;
            if (YEARLY.at(tokens, i) != null || (period != null && period.kind() == PeriodMention.Kind.year)) {
                return true;
            }
        }
        return false;
    }

    private int otherEnd(int at) {
        int end = at;
        while (end < tokens.size() && end - at < LONGEST_BASE) {
            var period = periods.at(end);
            var yearly = YEARLY.at(tokens, end);
            if (period != null) {
                end = period.to();
            } else if (yearly != null) {
                end = yearly.to();
            } else if (tokens.get(end).isWord() && !isCue(end)) {
                end++;
            } else {
                break;
            }
        }
        return end;
    }

    private boolean isCue(int i) {
        var cue = Cue.at(tokens, i);
        return cue != null && !cue.meaning().isWord() && !cue.meaning().isEmpty();
    }

    private Lexeme plan(int from, int at) {
        for (int i = 0; i < LONGEST_JOINT && BEFORE_PLAN.contains(key(at)); i++) {
            at++;
        }
        var plan = PLANS.at(tokens, at);
        return plan == null ? null : Lexeme.of(Sort.plan, from, more(PLAN_MORE, plan.to()));
    }

    private int more(Phrases<String> phrases, int at) {
        while (at < tokens.size()) {
            var period = periods.at(at);
            var match = phrases.at(tokens, at);
            if (period != null) {
                at = period.to();
            } else if (match != null) {
                at = match.to();
            } else if (isYear(at)) {
                at++;
            } else {
                return at;
            }
        }
        return at;
    }

    private boolean isYear(int at) {
        var token = tokens.get(at);
        return token.isNumber()
                && token.text().length() == 4
                && (token.text().startsWith("20") || token.text().startsWith("19"));
    }

    private String key(int i) {
        return i < tokens.size() ? tokens.get(i).key() : "";
    }
}
