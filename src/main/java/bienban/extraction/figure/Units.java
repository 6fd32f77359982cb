package bienban.extraction.figure;

import bienban.extraction.text.Token;
import bienban.extraction.text.Vocabulary;
import java.util.List;

/** The words that may follow a number, from units.tsv. */
final class Units {
    static final Unit COUNT = new Unit("count", 0, Unit.Kind.count);
    private static final Phrases<Unit> PHRASES = load();

    private Units() {}

    private static Phrases<Unit> load() {
        var rows = Vocabulary.rows("units.tsv");
        return new Phrases<>(
                rows.subList(1, rows.size()),
                row -> new Unit(row.get(1), Integer.parseInt(row.get(2)), Unit.Kind.valueOf(row.get(3))));
    }

    /** The longest unit at this token, or null; "Huyện ủy" counts no districts. */
    static Phrases.Match<Unit> at(List<Token> tokens, int i) {
        var unit = PHRASES.at(tokens, i);
        boolean committee = unit != null
                && unit.to() < tokens.size()
                && tokens.get(unit.to()).is("ủy");
        return committee ? null : unit;
    }
}
