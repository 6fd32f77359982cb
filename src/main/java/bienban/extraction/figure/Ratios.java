package bienban.extraction.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Compares stated percents with the numbers they are made of. */
final class Ratios {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Ratios() {}

    /** Whether a part of a whole makes this percent, within the rounding of its last stated digit. */
    static boolean agree(BigDecimal part, BigDecimal whole, BigDecimal percent) {
        if (part == null || whole == null || whole.signum() <= 0 || percent == null) {
            return false;
        }
        var ratio = part.multiply(HUNDRED).divide(whole, 6, RoundingMode.HALF_UP);
        var slack = BigDecimal.ONE.scaleByPowerOfTen(-Math.max(0, percent.scale()));
        return ratio.subtract(percent).abs().compareTo(slack) <= 0;
    }
}
