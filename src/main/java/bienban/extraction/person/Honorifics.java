package bienban.extraction.person;

import bienban.extraction.text.Phrases;
import bienban.extraction.text.Token;
import java.util.List;

/** What stands before a name: đồng chí, ông, bà, ranks and titles. */
final class Honorifics {
    private static final Phrases TABLE = Phrases.read("honorifics.tsv");

    private Honorifics() {}

    /** One honorific or several in a row ("đồng chí Thượng tá"). */
    record Honorific(int length, boolean many, String kind) {}

    /** Whether an honorific of two words or more cuts a run of capitals; Anh and Bà may be names. */
    static boolean interrupts(List<Token> tokens, int at) {
        var match = TABLE.at(tokens, at);
        return match != null && match.length() > 1;
    }

    /** Places whose names begin like somebody's. */
    private static final Phrases NO_HONORIFICS = Phrases.of("bà rịa", "bà nà", "ông đốc");

    static Honorific at(List<Token> tokens, int start) {
        var match = TABLE.at(tokens, start);
        if (match == null || NO_HONORIFICS.at(tokens, start) != null) {
            return null;
        }
        boolean many = match.column(1).equals("many");
        var kind = match.column(2);
        int length = match.length();
        var next = TABLE.at(tokens, start + length);
        while (next != null) {
            length += next.length();
            if (start + length < tokens.size()
                    && tokens.get(start + length).is("-")
                    && next.column(2).equals("rank")) {
                length++;
            }
            next = TABLE.at(tokens, start + length);
        }
        boolean kinship = kind.equals("kinship")
                && !(start + length < tokens.size()
                        && tokens.get(start + length).isCapitalized());
        return kinship ? null : new Honorific(length, many, kind);
    }
}
