package bienban.extraction.figure;

import bienban.extraction.figure.Lead.Mark;
import bienban.extraction.figure.Lexeme.Sort;
import java.math.BigDecimal;
import java.util.List;

/** Decides whether an amount says something of the figure before it, and writes it there. */
final class Attachment {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int REACH = 12;

    /** The figures of the sentence so far; a percent may be the share of one in another. */
    private final List<Statement> before;

    private final Statement figure;
    private final Amount amount;
    private final Lead lead;
    private final Tail tail;
    private final Lexeme base;
    private boolean ofWhole;
    private boolean earlier;

    Attachment(List<Statement> before, Statement figure, Amount amount, Lead lead, Tail tail) {
        this.before = before;
        this.figure = figure;
        this.amount = amount;
        this.lead = lead;
        this.tail = tail;
        this.base = tail.base() != null ? tail.base() : lead.base();
    }

    /** Says whether the words behind a percent name what it is a share of. */
    Attachment ofWhole(boolean named) {
        ofWhole = named;
        return this;
    }

    /** Says whether the amount is the value of the year before: "(cùng kỳ năm 2022 đạt 49,7%)". */
    Attachment earlier(boolean told) {
        earlier = told;
        return this;
    }

    /** Whether the amount was taken as part of the figure. */
    boolean attach() {
        boolean taken = take();
        figure.toldChangeLast = lead.isChange();
        return taken;
    }

    private boolean take() {
        if (amount.isMalformed()) {
            figure.misprint = amount;
            figure.rule("malformed");
            return true;
        }
        if (lead.has(Cue.to)) {
            return false;
        }
        if (amount.isPercent()) {
            return percent();
        }
        if (amount.is(Unit.Kind.factor)) {
            return factor();
        }
        return amount.is(Unit.Kind.points) ? points() : sameMeasure();
    }

    private boolean isBase(Sort sort) {
        return base != null && base.is(sort);
    }

    /** "12,5% (KH tăng 13%)", "5,2% (kế hoạch là 8%)": the plan itself, not a share of it. */
    private boolean isPlanItself() {
        return lead.tellsPlan() && tail.base() == null && lead.has(Mark.open);
    }

    private boolean percent() {
        if (isPlanItself()) {
            return true;
        }
        if (isChangeAgain() && figure.yearOnYearAbsolute != null) {
            return yearOnYear(signedLike(figure.yearOnYearAbsolute));
        }
        if (lead.has(Cue.exceed)) {
            return plan(HUNDRED.add(amount.value()));
        }
        if (lead.isChange()) {
            return change();
        }
        if (isBase(Sort.plan)) {
            return plan(amount.value());
        }
        if (isBase(Sort.yearly)) {
            boolean told = lead.base() == null || (lead.isReached() && !earlier);
            return !told || yearOnYear(amount.value().subtract(HUNDRED));
        }
        if (isBase(Sort.other_base)) {
            return true;
        }
        return share();
    }

    /** "giảm 12 vụ (21,1%)", "giảm 21,1% (12 vụ)": the bracket tells the change just told in another measure. */
    private boolean isChangeAgain() {
        return lead.has(Mark.open) && lead.direct().isEmpty() && lead.base() == null && figure.toldChangeLast;
    }

    private BigDecimal signedLike(BigDecimal change) {
        return change.signum() < 0 ? amount.value().negate() : amount.value();
    }

    private boolean change() {
        var signed = signed();
        if (isBase(Sort.plan)) {
            return plan(HUNDRED.add(signed));
        }
        return isBase(Sort.other_base) || lead.has(Cue.place) || lead.has(Mark.time) || yearOnYear(signed);
    }

    private BigDecimal signed() {
        return lead.has(Cue.down) ? amount.value().negate() : amount.value();
    }

    private boolean share() {
        if (lead.has(Cue.of_total)) {
            return false;
        }
        boolean reached = lead.isReached()
                && (figure.whole == null || figure.amount.isMoney())
                && !lead.has(Cue.share)
                && !ofWhole
                && !(lead.has(Cue.rate)
                        && figure.amount.isCounted()
                        && amount.value().compareTo(HUNDRED) <= 0)
                && !isShareOfOther();
        if (figure.amount.isPercent()) {
            return lead.has(Mark.open) && !lead.has(Cue.share);
        }
        if (reached) {
            return plan(amount.value());
        }
        if (figure.share == null && (isShare(figure) || !isShareBetweenOthers())) {
            figure.share = amount.value();
            figure.rule("share");
        }
        return true;
    }

    /** "xảy ra 45 vụ, làm rõ 41 vụ, đạt 91,1%": the numbers themselves tell a share; money spent of what was given is measured by the plan. */
    private boolean isShareOfOther() {
        return !figure.amount.isMoney() && (isShare(figure) || isShareBetweenOthers());
    }

    /** "hỗ trợ 2.150 triệu đồng, đã chi 1.320 triệu đồng cho 131 hộ, đạt 61,4%": the share is not of the households. */
    private boolean isShareBetweenOthers() {
        return recent().stream().anyMatch(other -> other != figure && other.amount.isMoney() && isShare(other));
    }

    private boolean isShare(Statement part) {
        return recent().stream()
                .anyMatch(whole -> whole != part
                        && whole.isLike(part.amount)
                        && Ratios.agree(part.amount.normalized(), whole.amount.normalized(), amount.value()));
    }

    private List<Statement> recent() {
        return before.subList(Math.max(0, before.size() - REACH), before.size());
    }

    private boolean plan(BigDecimal percent) {
        if (figure.planShare == null) {
            figure.planShare = percent;
            figure.rule("plan_share");
        }
        return true;
    }

    private boolean yearOnYear(BigDecimal percent) {
        if (figure.yearOnYear == null) {
            figure.yearOnYear = percent;
            figure.rule("year_on_year");
        }
        return true;
    }

    private boolean factor() {
        if (!lead.has(Cue.factor) && !lead.has(Cue.up) && !lead.isReached() && base == null) {
            return false;
        }
        if (isBase(Sort.plan)) {
            return plan(amount.value().multiply(HUNDRED));
        }
        if (!isBase(Sort.other_base)) {
            figure.yearOnYearFactor = figure.yearOnYearFactor == null ? amount.value() : figure.yearOnYearFactor;
            figure.rule("factor");
        }
        return true;
    }

    private boolean points() {
        boolean yearly = lead.isChange() && !isBase(Sort.plan) && !isBase(Sort.other_base);
        if (yearly && figure.yearOnYearAbsolute == null) {
            figure.yearOnYearAbsolute = signed();
            figure.rule("points");
        }
        return lead.isChange() || lead.has(Cue.exceed);
    }

    private boolean sameMeasure() {
        if (lead.has(Cue.of_total)) {
            figure.whole = figure.whole == null ? amount.value() : figure.whole;
            figure.rule("whole");
            return true;
        }
        if (lead.isChange()) {
            return absolute(signed());
        }
        if (isChangeAgain() && figure.yearOnYear != null) {
            return absolute(signedLike(figure.yearOnYear));
        }
        if (lead.base() != null) {
            return true;
        }
        if (lead.has(Cue.exceed) && tail.is(Sort.plan)) {
            return true;
        }
        boolean qualifies = lead.isReached() && lead.marks().isEmpty() && figure.amount.isCounted();
        if (qualifies) {
            figure.qualified = true;
        }
        boolean nothing = amount.isBare() && amount.whole() == null;
        return nothing ? !figure.changeOnly : qualifies;
    }

    /** "905 tỷ đồng, tăng 500 triệu đồng": the change is told in the scale of the value. */
    private BigDecimal inFigureScale(BigDecimal change) {
        if (amount.isBare() || figure.amount.isBare()) {
            return change;
        }
        return change.scaleByPowerOfTen(
                amount.unit().power() - figure.amount.unit().power());
    }

    private boolean absolute(BigDecimal change) {
        if (!figure.isLike(amount) && !(figure.amount.isCounted() && amount.isCounted())) {
            return false;
        }
        // "(trong tháng tăng 1.235 con)": since the month began, not since last year.
        boolean yearly = !isBase(Sort.plan) && !isBase(Sort.other_base) && !lead.has(Mark.time);
        if (yearly && figure.yearOnYearAbsolute == null) {
            figure.yearOnYearAbsolute = inFigureScale(change);
            figure.rule("year_on_year_absolute");
        }
        return true;
    }
}
