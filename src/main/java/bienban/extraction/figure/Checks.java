package bienban.extraction.figure;

import bienban.extraction.text.Token;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** Finds the contradictions that the figures of one sentence hold. */
final class Checks {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal RATIO_SLACK = new BigDecimal("0.15");
    private static final BigDecimal SUM_SLACK = new BigDecimal("0.001");
    private static final BigDecimal NEARLY_WHOLE = new BigDecimal("0.95");
    private static final int ENOUGH_PARTS = 3;

    /** What is wrong with one figure. */
    record Finding(Statement statement, String code, String detail) {}

    private Checks() {}

    /** The findings, each also set as a flag on its figure. */
    static List<Finding> of(List<Statement> statements, List<Token> tokens) {
        var findings = new ArrayList<Finding>();
        var parts = partsByTotal(statements);
        for (var statement : statements) {
            if (statement.misprint != null) {
                var number = tokens.get(statement.misprint.from()).text();
                findings.add(new Finding(statement, "malformed_number", "The number " + number + " cannot be read"));
            }
            if (contradictsShare(statement)) {
                findings.add(new Finding(
                        statement,
                        "ratio_mismatch",
                        statement.amount.value() + " of " + statement.whole + " is not " + statement.share + "%"));
            }
            var sum = wrongSum(statement, parts.getOrDefault(statement, List.of()));
            if (sum != null) {
                findings.add(new Finding(
                        statement,
                        "parts_do_not_sum",
                        "The parts make " + sum.toPlainString() + ", not "
                                + statement.amount.normalized().toPlainString()));
            }
        }
        findings.forEach(finding -> finding.statement().flags.add(finding.code()));
        return findings;
    }

    private static boolean contradictsShare(Statement statement) {
        if (statement.whole == null || statement.share == null || statement.whole.signum() <= 0) {
            return false;
        }
        var ratio = statement.amount.value().multiply(HUNDRED).divide(statement.whole, 4, RoundingMode.HALF_UP);
        boolean whole = statement.share.scale() <= 0;
        return ratio.subtract(statement.share).abs().compareTo(whole ? BigDecimal.ONE : RATIO_SLACK) > 0;
    }

    private static IdentityHashMap<Statement, List<Statement>> partsByTotal(List<Statement> statements) {
        var parts = new IdentityHashMap<Statement, List<Statement>>();
        for (var statement : statements) {
            if (statement.parent != null && isPart(statement, statement.parent)) {
                parts.computeIfAbsent(statement.parent, total -> new ArrayList<>())
                        .add(statement);
            }
        }
        return parts;
    }

    /** The sum of the parts when they are parts by the catalogue and make too much or nearly the total; else null. */
    private static BigDecimal wrongSum(Statement total, List<Statement> parts) {
        if (parts.size() < 2) {
            return null;
        }
        var sum = parts.stream().map(part -> part.amount.normalized()).reduce(BigDecimal.ZERO, BigDecimal::add);
        var whole = total.amount.normalized();
        var slack = whole.multiply(SUM_SLACK);
        boolean tooMuch = sum.compareTo(whole.add(slack)) > 0;
        boolean nearly = parts.size() >= ENOUGH_PARTS
                && sum.compareTo(whole.multiply(NEARLY_WHOLE)) > 0
                && sum.compareTo(whole.subtract(slack)) < 0;
        return tooMuch || nearly ? sum : null;
    }

    private static boolean isPart(Statement part, Statement total) {
        return total.indicator != null && part.indicator != null && part.indicator.startsWith(total.indicator + ".");
    }
}
