package bienban.extraction.figure;

/** What a word after a number means: a base unit and the power of ten it multiplies by. */
record Unit(String code, int power, Kind kind) {

    /** How the word works in the grammar. */
    enum Kind {
        scale,
        currency,
        measure,
        percent,
        permille,
        points,
        factor,
        count,
        duration,
        proceedings
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    boolean isCounted() {
        return kind == Kind.count || kind == Kind.proceedings;
    }

    boolean isPercent() {
        return kind == Kind.percent;
    }

    Unit per(String code) {
        return new Unit(code, power, kind);
    }
}
