package bienban.extraction.figure;

import bienban.extraction.figure.Numeral.Use;
import bienban.extraction.text.Token;
import bienban.extraction.text.Vocabulary;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** Reads the amount that begins at a number: fraction, range, compound money and unit. */
final class AmountReader {
    private static final Set<String> STOPS = Vocabulary.words("generic_noun_stops.txt");
    private static final Phrases<String> PER = loadPer();
    private static final Set<String> TO = Set.of("-", "đến", "tới");
    private static final int MONEY_FROM = 6;
    private static final int THOUSANDTHS = 3;

    private final List<Token> tokens;

    AmountReader(List<Token> tokens) {
        this.tokens = tokens;
    }

    private static Phrases<String> loadPer() {
        var rows = Vocabulary.rows("per_units.tsv");
        return new Phrases<>(rows.subList(1, rows.size()), row -> row.get(1));
    }

    /** The unit between two tokens and what the compound part adds to the number, in base units. */
    private record Scaled(Unit unit, int from, int to, BigDecimal added, boolean known) {}

    Amount read(int i) {
        int whole = wholeAt(i);
        if (whole > 0) {
            return amount(i, unitAt(whole + 1), whole, -1);
        }
        if (isBroken(i)) {
            var unit = unitAt(i + 3);
            return new Amount(null, null, null, null, unit.unit(), i, unit.from(), unit.to(), unit.known());
        }
        if (isSpaced(i)) {
            return spaced(i);
        }
        if (isShareWithoutSign(i)) {
            return new Amount(null, null, null, null, null, i, i + 1, i + 1, false);
        }
        var range = range(i);
        return range == null ? amount(i, unitAt(i + 1), -1, -1) : range;
    }

    /** Where the whole stands of "23/28 xã" and "23 trên tổng số 28 xã", or -1. */
    private int wholeAt(int i) {
        if (key(i + 1).equals("/") && isNumber(i + 2)) {
            return i + 2;
        }
        boolean told = (key(i + 1).equals("trên") || key(i + 1).equals("trong"))
                && key(i + 2).equals("tổng")
                && key(i + 3).equals("số");
        return told && isNumber(i + 4) ? i + 4 : -1;
    }

    /** "41 520 tấn": a space where others put the dot of the thousands. */
    private boolean isSpaced(int i) {
        return isNumber(i + 1)
                && tokens.get(i + 1).start() - tokens.get(i).end() == 1
                && isGroup(tokens.get(i).text(), 1)
                && isGroup(tokens.get(i + 1).text(), THOUSANDTHS)
                && Units.at(tokens, i + 2) != null
                && !Units.at(tokens, i + 2).meaning().is(Unit.Kind.duration);
    }

    private static boolean isGroup(String digits, int shortest) {
        return digits.length() >= shortest
                && digits.length() <= THOUSANDTHS
                && digits.chars().allMatch(Character::isDigit)
                && !(shortest == 1 && digits.startsWith("0"));
    }

    private Amount spaced(int i) {
        var unit = unitAt(i + 2);
        int power = unit.unit().power();
        var value = new BigDecimal(tokens.get(i).text() + tokens.get(i + 1).text());
        return new Amount(
                tidy(value),
                tidy(value.scaleByPowerOfTen(power).add(unit.added())),
                null,
                null,
                unit.unit(),
                i,
                unit.from(),
                unit.to(),
                unit.known());
    }

    /** "đạt 96,31 kế hoạch": nobody counts parts of plans, so that the percent sign was forgotten. */
    private boolean isShareWithoutSign(int i) {
        return tokens.get(i).text().indexOf(',') > 0
                && key(i + 1).equals("kế")
                && key(i + 2).equals("hoạch");
    }

    /** "412, 708 tỷ đồng": a decimal mark or a list, nobody can tell which. */
    private boolean isBroken(int i) {
        return key(i + 1).equals(",")
                && isNumber(i + 2)
                && tokens.get(i).touches(tokens.get(i + 1))
                && tokens.get(i + 2).text().length() == THOUSANDTHS
                && tokens.get(i).text().length() <= THOUSANDTHS
                && unitAt(i + 3).unit() != null
                && unitAt(i + 3).unit().power() >= MONEY_FROM;
    }

    /** "5 - 7%", "5% đến 7%", "từ 20 đến 30 tỷ đồng": the first number takes the unit of the second. */
    private Amount range(int i) {
        var first = unitAt(i + 1);
        int at = first.known() && first.unit() != null ? first.to() : i + 1;
        if (!TO.contains(key(at)) || !isNumber(at + 1)) {
            return null;
        }
        var second = unitAt(at + 2);
        boolean alike = at == i + 1 || (second.unit() != null && second.unit().equals(first.unit()));
        if (!alike || !second.known() || second.unit() == null || second.unit().is(Unit.Kind.duration)) {
            return null;
        }
        var low = numeral(i, second.unit()).value();
        var high = numeral(at + 1, second.unit()).value();
        return low == null || high == null || low.compareTo(high) >= 0 ? null : amount(i, second, -1, at + 1);
    }

    private Amount amount(int i, Scaled unit, int wholeAt, int rangeAt) {
        var value = numeral(i, unit.unit()).value();
        var whole = wholeAt < 0 ? null : numeral(wholeAt, unit.unit()).value();
        var rangeTo = rangeAt < 0 ? null : numeral(rangeAt, unit.unit()).value();
        if (value == null || (wholeAt >= 0 && whole == null)) {
            return new Amount(null, null, null, null, unit.unit(), i, unit.from(), unit.to(), unit.known());
        }
        int power = unit.unit() == null ? 0 : unit.unit().power();
        var normalized = value.scaleByPowerOfTen(power).add(unit.added());
        if (unit.added().signum() > 0) {
            value = normalized.scaleByPowerOfTen(-power);
        }
        return new Amount(
                tidy(value),
                tidy(normalized),
                tidy(whole),
                tidy(rangeTo),
                unit.unit(),
                i,
                unit.from(),
                unit.to(),
                unit.known());
    }

    private static BigDecimal tidy(BigDecimal number) {
        if (number == null) {
            return null;
        }
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private Numeral numeral(int i, Unit unit) {
        var use = unit == null
                ? Use.measured
                : switch (unit.kind()) {
                    case percent, permille, points -> Use.percent;
                    case count, proceedings -> unit.power() == 0 ? Use.counted : Use.measured;
                    default -> Use.measured;
                };
        return Numeral.read(tokens.get(i).text(), use);
    }

    private Scaled unitAt(int at) {
        var match = Units.at(tokens, at);
        if (match == null) {
            return isGeneric(at)
                    ? new Scaled(Units.COUNT, at, at + 1, BigDecimal.ZERO, false)
                    : new Scaled(null, at, at, BigDecimal.ZERO, false);
        }
        var unit = match.meaning();
        return switch (unit.kind()) {
            case scale -> scaled(at, unit, match.to());
            case currency -> per(unit, at, match.to(), BigDecimal.ZERO);
            default -> new Scaled(unit, at, rateEnd(unit, match.to()), BigDecimal.ZERO, true);
        };
    }

    /** "%/năm", "bác sĩ/vạn dân": what follows the slash stays with the unit. */
    private int rateEnd(Unit unit, int to) {
        boolean rate = key(to).equals("/")
                && to + 1 < tokens.size()
                && tokens.get(to + 1).isWord();
        if (!rate || unit.is(Unit.Kind.duration)) {
            return to;
        }
        var known = PER.at(tokens, to + 1);
        return known == null ? to + (key(to + 1).equals("vạn") ? 3 : 2) : known.to();
    }

    private Scaled scaled(int from, Unit scale, int at) {
        var added = BigDecimal.ZERO;
        int power = scale.power();
        while (isNumber(at) && tokens.get(at).text().length() <= 3) {
            var next = Units.at(tokens, at + 1);
            var part = Numeral.read(tokens.get(at).text(), Use.measured);
            boolean smaller = next != null && next.meaning().power() < power;
            if (!smaller
                    || part.isMalformed()
                    || !(next.meaning().is(Unit.Kind.scale) || next.meaning().is(Unit.Kind.currency))) {
                break;
            }
            power = next.meaning().power();
            added = added.add(part.value().scaleByPowerOfTen(power));
            at = next.meaning().is(Unit.Kind.scale) ? next.to() : at + 1;
        }
        var noun = Units.at(tokens, at);
        if (noun != null
                && !noun.meaning().is(Unit.Kind.scale)
                && !noun.meaning().is(Unit.Kind.duration)) {
            var unit = new Unit(
                    noun.meaning().code(), scale.power(), noun.meaning().kind());
            return unit.is(Unit.Kind.currency)
                    ? per(unit, from, noun.to(), added)
                    : new Scaled(unit, from, noun.to(), added, true);
        }
        if (scale.power() >= MONEY_FROM) {
            return per(new Unit("VND", scale.power(), Unit.Kind.currency), from, at, added);
        }
        return isGeneric(at)
                ? new Scaled(new Unit("count", scale.power(), Unit.Kind.count), from, at + 1, added, false)
                : new Scaled(null, from, from, BigDecimal.ZERO, false);
    }

    /** The "/người/năm" of money. */
    private Scaled per(Unit currency, int from, int to, BigDecimal added) {
        String per = "";
        while (key(to).equals("/")) {
            var match = PER.at(tokens, isNumber(to + 1) && PER.at(tokens, to + 1) == null ? to + 2 : to + 1);
            if (match == null) {
                break;
            }
            per = per.isEmpty() ? match.meaning() : per;
            to = match.to();
        }
        var unit = per.isEmpty() ? currency : currency.per(currency.code() + "/" + per);
        return new Scaled(unit, from, to, added, true);
    }

    private boolean isGeneric(int at) {
        if (at >= tokens.size() || !tokens.get(at).isWord()) {
            return false;
        }
        var word = tokens.get(at);
        return Character.isLowerCase(word.text().codePointAt(0))
                && word.text().length() > 1
                && !STOPS.contains(word.key());
    }

    private boolean isNumber(int i) {
        return i < tokens.size() && tokens.get(i).isNumber();
    }

    private String key(int i) {
        return i < 0 || i >= tokens.size() ? "" : tokens.get(i).key();
    }
}
