package bienban.extraction.figure;

import bienban.extraction.Observation.Comparator;
import bienban.extraction.figure.Lexeme.Sort;
import java.math.BigDecimal;

/** Reads what the words around its own amount say of a figure: hedge, estimate, and a change that is itself the amount. */
final class Bounds {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal HALF = BigDecimal.valueOf(50);

    private Bounds() {}

    static void set(Statement made, Lead lead, Tail tail) {
        made.estimated = lead.has(Cue.estimate);
        for (var cue : lead.direct()) {
            if (cue.isHedge()) {
                made.comparator = Comparator.valueOf(cue.name());
            }
        }
        boolean counted = made.amount.isPercent() || made.whole != null;
        if (lead.has(Cue.exceed) && made.comparator == Comparator.exact && !counted) {
            made.comparator = Comparator.over;
        }
        if (made.amount.rangeTo() != null && made.comparator == Comparator.at_least) {
            // "đạt từ 13 - 14%": the lower end of what is stated whole.
            made.comparator = Comparator.exact;
        }
        if (tail.bound() != null) {
            made.comparator = tail.bound() == Cue.least_after ? Comparator.at_least : Comparator.at_most;
        }
        if (made.amount.isPercent()) {
            made.rule("percent");
            percent(made, lead, tail);
        } else if (made.amount.is(Unit.Kind.factor)) {
            made.rule("factor");
            factor(made, tail);
        } else {
            made.rule(made.amount.isMoney() ? "money" : made.amount.isCounted() ? "count" : "measure");
            absolute(made, lead, tail);
        }
    }

    private static void absolute(Statement made, Lead lead, Tail tail) {
        var base = tail.base() != null ? tail.base() : lead.base();
        boolean other = base != null && !base.is(Sort.yearly);
        if (lead.isChange() && !lead.has(Cue.to) && !other && !made.amount.isBare()) {
            made.yearOnYearAbsolute = signed(made, lead);
            made.changeOnly = true;
            made.baseUntold = base == null;
        }
    }

    private static void factor(Statement made, Tail tail) {
        made.changeOnly = true;
        if (tail.is(Sort.plan)) {
            made.planShare = made.amount.value().multiply(HUNDRED);
        } else if (!tail.is(Sort.other_base)) {
            made.yearOnYearFactor = made.amount.value();
        }
    }

    /** A percent that is only a change or a plan share says so in its attributes, too. */
    private static void percent(Statement made, Lead lead, Tail tail) {
        var near = tail.base() != null ? tail.base() : lead.base();
        var base = near == null ? lead.opening() : near;
        boolean plan = base != null && base.is(Sort.plan);
        boolean yearly = base != null && base.is(Sort.yearly);
        made.changeOnly = true;
        if (lead.has(Cue.exceed) && plan) {
            made.planShare = HUNDRED.add(made.amount.value());
        } else if (lead.isChange() && !lead.has(Cue.to)) {
            made.comparedOtherwise = base != null && !plan && !yearly;
            made.yearOnYear = base == null || yearly ? signed(made, lead) : null;
            made.baseUntold = base == null;
            made.planShare = tail.is(Sort.plan) ? HUNDRED.add(signed(made, lead)) : null;
        } else if (plan && !lead.tellsPlan()) {
            made.planShare = made.amount.value();
        } else if (yearly && lead.base() == null && made.amount.value().compareTo(HALF) > 0) {
            made.yearOnYear = made.amount.value().subtract(HUNDRED);
        } else {
            made.changeOnly = false;
        }
    }

    private static BigDecimal signed(Statement made, Lead lead) {
        return lead.has(Cue.down) ? made.amount.value().negate() : made.amount.value();
    }
}
