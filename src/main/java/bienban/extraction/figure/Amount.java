package bienban.extraction.figure;

import java.math.BigDecimal;

/**
 * A number with its unit between two tokens, the last one excluded; a malformed number has no value, a bare one no unit.
 *
 * @param whole the number after the slash of "88/110"
 * @param rangeTo the upper end of "từ 5 đến 7 tỷ"
 * @param unitFrom the first token of the unit
 * @param known whether the unit stands in the vocabulary
 */
record Amount(
        BigDecimal value,
        BigDecimal normalized,
        BigDecimal whole,
        BigDecimal rangeTo,
        Unit unit,
        int from,
        int unitFrom,
        int to,
        boolean known) {

    boolean isMalformed() {
        return value == null;
    }

    boolean isBare() {
        return unit == null;
    }

    boolean isPercent() {
        return unit != null && unit.isPercent();
    }

    boolean is(Unit.Kind kind) {
        return unit != null && unit.is(kind);
    }

    boolean isMoney() {
        return is(Unit.Kind.currency);
    }

    boolean isCounted() {
        return unit != null && unit.isCounted();
    }
}
