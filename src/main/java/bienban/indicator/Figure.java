package bienban.indicator;

import java.math.BigDecimal;
import java.util.List;

/** What is stated about one value, whether as part of a meeting or on its own. */
public interface Figure {
    String indicator();

    String label();

    BigDecimal value();

    BigDecimal rangeTo();

    String unit();

    Integer unitMultiplier();

    String unitLabel();

    Comparator comparator();

    Boolean estimated();

    ObservationKind kind();

    String period();

    BigDecimal planShare();

    BigDecimal yearOnYear();

    BigDecimal yearOnYearAbsolute();

    BigDecimal yearOnYearFactor();

    BigDecimal whole();

    BigDecimal share();

    List<Flag> flags();

    String raw();

    ObservationInput.Source source();
}
