package bienban.extraction;

import java.math.BigDecimal;
import java.util.List;

/** One stated value; the JSON form of a draft's observation. */
public record Observation(
        String indicator,
        String label,
        BigDecimal value,
        String unit,
        Integer unitMultiplier,
        BigDecimal normalizedValue,
        String unitLabel,
        Comparator comparator,
        Boolean estimated,
        Kind kind,
        String period,
        BigDecimal planShare,
        String planShareText,
        BigDecimal yearOnYear,
        BigDecimal yearOnYearAbsolute,
        BigDecimal yearOnYearFactor,
        BigDecimal whole,
        BigDecimal share,
        String parent,
        BigDecimal rangeTo,
        String place,
        List<String> flags,
        String raw) {

    /** How the stated value bounds the real one. */
    public enum Comparator {
        exact,
        over,
        under,
        approx,
        at_least,
        at_most
    }

    /** Whether the value was reached, is aimed at, or is the plan it is measured by. */
    public enum Kind {
        actual,
        target,
        plan
    }
}
