package bienban.extraction.figure;

import java.math.BigDecimal;

/** A number as written: '.' groups thousands, ',' is the decimal mark; what fits neither is malformed and has no value. */
record Numeral(BigDecimal value) {
    static final Numeral MALFORMED = new Numeral(null);
    private static final int LONGEST = 24;

    /** What the number counts; it decides which of two readings of a single mark is meant. */
    enum Use {
        /** A point before % is a decimal point: 57.4 %. */
        percent,
        /** Things that are counted have no fractions: 1,250 hộ. */
        counted,
        measured
    }

    boolean isMalformed() {
        return value == null;
    }

    static Numeral read(String text, Use use) {
        if (text.length() > LONGEST) {
            return MALFORMED;
        }
        int points = count(text, '.');
        int commas = count(text, ',');
        if (points + commas == 0) {
            return new Numeral(new BigDecimal(text));
        }
        if (points > 0 && commas > 0) {
            return mixed(text, points, commas);
        }
        char mark = points > 0 ? '.' : ',';
        if (points + commas > 1) {
            return isGrouped(text, mark) ? plain(text, mark) : MALFORMED;
        }
        return single(text, mark, use);
    }

    private static Numeral single(String text, char mark, Use use) {
        boolean grouped = isGrouped(text, mark);
        boolean groups = mark == '.' ? use != Use.percent : use == Use.counted;
        if (grouped && groups) {
            return plain(text, mark);
        }
        int fraction = text.length() - text.indexOf(mark) - 1;
        if (mark == '.' && fraction > 3) {
            return MALFORMED;
        }
        return new Numeral(new BigDecimal(text.replace(',', '.')));
    }

    private static Numeral mixed(String text, int points, int commas) {
        boolean commaLast = text.lastIndexOf(',') > text.lastIndexOf('.');
        char decimal = commaLast ? ',' : '.';
        char group = commaLast ? '.' : ',';
        if ((commaLast ? commas : points) != 1) {
            return MALFORMED;
        }
        int at = text.lastIndexOf(decimal);
        var whole = text.substring(0, at);
        return isGrouped(whole, group)
                ? new Numeral(new BigDecimal(whole.replace(String.valueOf(group), "") + "." + text.substring(at + 1)))
                : MALFORMED;
    }

    private static Numeral plain(String text, char group) {
        return new Numeral(new BigDecimal(text.replace(String.valueOf(group), "")));
    }

    /** One to three digits, then groups of exactly three; the first may not be a lone zero. */
    private static boolean isGrouped(String text, char mark) {
        int first = text.indexOf(mark);
        if (first < 1 || first > 3 || text.charAt(0) == '0') {
            return false;
        }
        for (int at = first; at < text.length(); at += 4) {
            int next = text.indexOf(mark, at + 1);
            if ((next < 0 ? text.length() : next) - at != 4) {
                return false;
            }
        }
        return true;
    }

    private static int count(String text, char wanted) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            count += text.charAt(i) == wanted ? 1 : 0;
        }
        return count;
    }
}
