package bienban.extraction.figure;

import bienban.extraction.Observation.Comparator;
import bienban.extraction.Observation.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A figure while its sentence is being read: attributes arrive after the value, sometimes before it. */
final class Statement {
    private static final int LONGEST_PLAN = 200;

    Amount amount;
    Comparator comparator = Comparator.exact;
    boolean estimated;
    Kind kind = Kind.actual;

    /** Whether the amount is only a change or a plan share, so that a value may still follow. */
    boolean changeOnly;

    /** Whether that change is against something else than a plan or the year before. */
    boolean comparedOtherwise;

    /** Whether that change does not say what it is compared with. */
    boolean baseUntold;

    /** Whether what was read of it last is a change. */
    boolean toldChangeLast;

    BigDecimal planShare;
    String planShareText;
    BigDecimal yearOnYear;
    BigDecimal yearOnYearAbsolute;
    BigDecimal yearOnYearFactor;
    BigDecimal whole;
    BigDecimal share;
    String period;

    /** Whether that is the time of everything around it, and none that its own sentence tells. */
    boolean periodTakenOver;

    String place;
    Statement parent;
    Statement likelyParent;

    /** Lexemes of the naming words before the amount; empty when the name is taken over from another figure. */
    int labelFrom;

    int labelTo;

    /** The lexeme of the amount and the one after the last word that belongs to this figure. */
    int at;

    int wordsEnd;
    int end;

    /** The figure whose name this one goes on with. */
    Statement named;

    /** Whether it is only another item of that name: "28 doanh nghiệp và 01 hợp tác xã". */
    boolean goesOn;

    /** Whether the amount just read belongs to its words: "6 xã đạt 19/19 tiêu chí". */
    boolean qualified;

    boolean numberWord;

    /** Whether it only tells whose the things are that were counted before: "11 xã của 6 huyện". */
    boolean owner;

    /** A number that belongs to this figure but cannot be read. */
    Amount misprint;

    String label;

    /** The naming words before the amount, taken over or its own. */
    String lead;

    String indicator;
    final Set<String> flags = new LinkedHashSet<>();
    final List<String> rules = new ArrayList<>();

    void rule(String name) {
        if (!rules.contains(name)) {
            rules.add(name);
        }
    }

    /** Plan wordings are kept, but not without end. */
    boolean hasLongPlan() {
        return planShareText != null && planShareText.length() > LONGEST_PLAN;
    }

    /** "GRDP tăng 8,2%": growth that is the whole figure is against the year before only where the sentence says so. */
    void dropUntoldBase() {
        if (changeOnly && baseUntold) {
            yearOnYear = null;
            yearOnYearAbsolute = null;
        }
    }

    boolean isMeasured() {
        return planShare != null
                || yearOnYear != null
                || yearOnYearAbsolute != null
                || yearOnYearFactor != null
                || whole != null;
    }

    boolean isLike(Amount other) {
        if (other.isBare() || amount.isBare()) {
            return other.isBare();
        }
        boolean money = amount.isMoney() && other.isMoney() && currency(amount).equals(currency(other));
        return money || amount.unit().code().equals(other.unit().code());
    }

    private static String currency(Amount amount) {
        return amount.unit().code().substring(0, 3);
    }
}
