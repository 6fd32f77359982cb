package bienban.extraction.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Many phrases looked up at once: the longest one that starts at a token, whatever their number. */
public final class Phrases {
    private final Node root = new Node();
    private final FirstWords firstWords;

    private Phrases(Iterable<List<String>> rows) {
        rows.forEach(this::add);
        firstWords = new FirstWords(root.next.keySet());
    }

    /** A phrase that was found: how many tokens it takes and what its row says of it. */
    public record Match(int length, List<String> row) {

        /** A column of the row; the phrase itself is column 0. */
        public String column(int index) {
            return row.get(index);
        }
    }

    private static final class Node {
        private final Map<String, Node> next = new HashMap<>();
        private List<String> row;
    }

    public static Phrases read(String file) {
        return new Phrases(Vocabulary.rows(file));
    }

    public static Phrases of(String... words) {
        return new Phrases(Arrays.stream(words).map(List::of).toList());
    }

    private void add(List<String> row) {
        var node = root;
        for (var token : Tokenizer.tokenize(row.get(0))) {
            node = node.next.computeIfAbsent(token.key(), key -> new Node());
        }
        node.row = row;
    }

    /** The longest phrase that starts at a token, or null. */
    public Match at(List<Token> tokens, int start) {
        return at(tokens, start, tokens.size());
    }

    /** The longest phrase within {@code [start, end)}, or null. */
    public Match at(List<Token> tokens, int start, int end) {
        if (start >= end || !firstWords.mayHold(tokens.get(start).key())) {
            return null;
        }
        var node = root;
        Match best = null;
        for (int i = start; i < end; i++) {
            node = node.next.get(tokens.get(i).key());
            if (node == null) {
                break;
            }
            if (node.row != null) {
                best = new Match(i - start + 1, node.row);
            }
        }
        return best;
    }

    /** The index of the first token in {@code [start, end)} where a phrase begins, or -1. */
    public int find(List<Token> tokens, int start, int end) {
        for (int i = start; i < end; i++) {
            if (at(tokens, i, end) != null) {
                return i;
            }
        }
        return -1;
    }

    public boolean occursIn(List<Token> tokens) {
        return find(tokens, 0, tokens.size()) >= 0;
    }
}
