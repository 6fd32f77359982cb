package bienban.extraction.figure;

import bienban.extraction.text.Keys;
import bienban.extraction.text.Token;
import bienban.extraction.text.Vocabulary;
import java.util.List;
import java.util.Set;

/** Finds the place that a figure is of when it is not the place of the meeting. */
final class Places {
    private static final Set<String> WORDS = Vocabulary.words("place_words.txt");
    private static final int LONGEST_NAME = 4;
    private static final int REACH = 12;

    private final List<Token> tokens;
    private final List<Lexeme> lexemes;
    private final String home;

    Places(List<Token> tokens, List<Lexeme> lexemes, String home) {
        this.tokens = tokens;
        this.lexemes = lexemes;
        this.home = home == null ? "" : Keys.ofPhrase(home);
    }

    /** The place named before an amount or at the start of its name, or null when it is the meeting's own. */
    String of(int from, int name, int at) {
        for (int i = at - 1; i >= Math.max(from, at - REACH); i--) {
            if (lexemes.get(i).is(Cue.place)) {
                return text(lexemes.get(i).from(), lexemes.get(i).to());
            }
        }
        return name < at ? at(lexemes.get(name).from()) : null;
    }

    private String at(int i) {
        int name = nameFrom(i);
        int end = name;
        while (name > 0
                && end < tokens.size()
                && end - name < LONGEST_NAME
                && tokens.get(end).isCapitalized()) {
            end++;
        }
        if (name < 0 || end == name) {
            return null;
        }
        var place = text(i, end);
        boolean own = !home.isEmpty() && home.contains(Keys.ofPhrase(text(name, end)));
        return own ? null : place;
    }

    private int nameFrom(int i) {
        if (i + 2 < tokens.size()
                && WORDS.contains(tokens.get(i).key() + " " + tokens.get(i + 1).key())) {
            return i + 2;
        }
        return i + 1 < tokens.size() && WORDS.contains(tokens.get(i).key()) ? i + 1 : -1;
    }

    private String text(int from, int to) {
        return new Labels(tokens, lexemes).text(from, to);
    }
}
