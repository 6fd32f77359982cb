package bienban.extraction.text;

import java.util.List;
import java.util.Set;

/** The short forms of towns: "TP", "TX", "TT", with a dot or without. */
public final class Towns {
    private static final Set<String> SHORT = Set.of("tp", "tx", "tt");

    private Towns() {}

    /** Whether the token is the dot of "TP.HCM" and "TX. Phú Hòa", which ends no sentence. */
    public static boolean isDot(List<Token> tokens, int at) {
        return at > 0
                && at + 1 < tokens.size()
                && tokens.get(at).is(".")
                && SHORT.contains(tokens.get(at - 1).key())
                && tokens.get(at + 1).isCapitalized();
    }
}
