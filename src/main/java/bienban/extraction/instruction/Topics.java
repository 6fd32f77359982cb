package bienban.extraction.instruction;

import bienban.extraction.text.Phrases;
import bienban.extraction.text.Token;
import java.util.LinkedHashSet;
import java.util.List;

/** What a stretch of text is about, by its words. */
final class Topics {
    private static final Phrases WORDS = Phrases.read("topics.tsv");
    private static final int MOST = 6;

    private Topics() {}

    static List<String> of(List<Token> tokens) {
        var topics = new LinkedHashSet<String>();
        int at = 0;
        while (at < tokens.size() && topics.size() < MOST) {
            var match = WORDS.at(tokens, at);
            if (match != null) {
                topics.add(match.column(1));
            }
            at += match == null ? 1 : match.length();
        }
        return List.copyOf(topics);
    }
}
