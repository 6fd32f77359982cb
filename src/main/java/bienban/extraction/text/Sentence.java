package bienban.extraction.text;

import java.util.List;

/** The tokens of one sentence (no line breaks, the closing mark included), the paragraph it stands in and what that paragraph is. */
public record Sentence(List<Token> tokens, int paragraph, Block block) {

    /** What a paragraph is in the article. */
    public enum Block {
        title,
        heading,
        body,
        item,
        caption,
        byline,
        furniture
    }

    public Sentence {
        tokens = List.copyOf(tokens);
        if (tokens.isEmpty()) {
            throw new IllegalArgumentException("A sentence has at least one token");
        }
    }

    public int start() {
        return tokens.get(0).start();
    }

    public int end() {
        return tokens.get(tokens.size() - 1).end();
    }

    public int size() {
        return tokens.size();
    }

    public Token get(int index) {
        return tokens.get(index);
    }

    /** The text between two tokens, the first included and the last excluded, as written. */
    public String text(String canonical, int from, int to) {
        return from >= to
                ? ""
                : canonical.substring(
                        tokens.get(from).start(), tokens.get(to - 1).end());
    }
}
