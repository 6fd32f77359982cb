package bienban.extraction.clean;

import bienban.extraction.text.Sentence.Block;
import bienban.extraction.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One paragraph of the article while it is being classified; {@code block} is null until somebody knows it. */
final class Line {
    private static final Set<String> DAYS = Set.of("sáng", "chiều", "tối", "ngày", "trưa");
    private static final int ADDRESS = 8;
    private static final String CLOSING = ".!?;:\u2026";

    final List<Token> tokens;
    final boolean blankBefore;
    Block block;
    int lastLength;
    private String key;

    Line(List<Token> tokens, boolean blankBefore) {
        this.tokens = new ArrayList<>(tokens);
        this.blankBefore = blankBefore;
        this.lastLength = end() - start();
    }

    /** Puts the next physical line behind this one. */
    void add(Line next) {
        tokens.addAll(next.tokens);
        key = null;
        lastLength = next.lastLength;
    }

    int start() {
        return tokens.get(0).start();
    }

    int end() {
        return last().end();
    }

    Token first() {
        return tokens.get(0);
    }

    Token last() {
        return tokens.get(tokens.size() - 1);
    }

    int words() {
        int words = 0;
        for (var token : tokens) {
            words += token.isWord() ? 1 : 0;
        }
        return words;
    }

    boolean isClosed() {
        var last = last();
        if ((last.is("\"") || last.is(")")) && tokens.size() > 1) {
            last = tokens.get(tokens.size() - 2);
        }
        return last.isPunctuation() && CLOSING.contains(last.key());
    }

    /** A paragraph of prose, not a headline, a menu entry or a caption. */
    boolean isProse() {
        int words = words();
        return (isClosed() && words >= 12) || words >= 45 || (words >= (isClosed() ? 6 : 18) && beginsWithDay());
    }

    /** "thi xa hop so ket sau thang dau nam": the headline as its address spells it; so many words without a mark are no Vietnamese. */
    boolean isAddress() {
        return words() >= ADDRESS
                && tokens.stream()
                        .filter(Token::isWord)
                        .allMatch(token -> token.text().chars().allMatch(c -> c >= 'a' && c <= 'z'));
    }

    /** "Sáng 24/7, …", "Chiều ngày …": how the report itself begins. */
    boolean beginsWithDay() {
        int at = first().is("(") ? 1 : 0;
        return tokens.size() > at + 1
                && DAYS.contains(tokens.get(at).key())
                && (tokens.get(at + 1).isNumber()
                        || tokens.get(at + 1).is("ngày")
                        || tokens.get(at + 1).is("nay"));
    }

    boolean isOpen() {
        return block == null;
    }

    /** Takes off what stands from a token on. */
    List<Token> cut(int from) {
        var rest = tokens.subList(from, tokens.size());
        var taken = List.copyOf(rest);
        rest.clear();
        key = null;
        return taken;
    }

    /** The keys of its words and numbers, each with a space behind it. */
    String key() {
        if (key == null) {
            var words = new StringBuilder(end() - start());
            for (var token : tokens) {
                if (!token.isPunctuation()) {
                    words.append(token.key()).append(' ');
                }
            }
            key = words.toString();
        }
        return key;
    }
}
