package bienban.extraction.figure;

import bienban.extraction.text.FirstWords;
import bienban.extraction.text.Token;
import bienban.extraction.text.Tokenizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Phrases with a meaning each; finds the longest that begins at a token. */
final class Phrases<T> {

    /** A phrase found between two tokens, the last one excluded. */
    record Match<T>(T meaning, int to) {}

    private record Entry<T>(List<String> keys, T meaning) {}

    private final Map<String, List<Entry<T>>> byFirst = new HashMap<>();
    private final FirstWords firstWords;

    /** The rows of a word list: the phrase first, then what it means. */
    Phrases(List<List<String>> rows, Function<List<String>, T> meaning) {
        rows.forEach(row -> add(row.get(0), meaning.apply(row)));
        firstWords = new FirstWords(byFirst.keySet());
    }

    private void add(String phrase, T meaning) {
        var keys = Tokenizer.tokenize(phrase).stream().map(Token::key).toList();
        var entries = byFirst.computeIfAbsent(keys.get(0), key -> new ArrayList<>());
        entries.add(new Entry<>(keys, meaning));
        entries.sort(Comparator.comparing(entry -> -entry.keys().size()));
    }

    /** The longest phrase at this token, or null. */
    Match<T> at(List<Token> tokens, int i) {
        if (i < 0 || i >= tokens.size() || !firstWords.mayHold(tokens.get(i).key())) {
            return null;
        }
        for (var entry : byFirst.getOrDefault(tokens.get(i).key(), List.of())) {
            if (matches(entry.keys(), tokens, i)) {
                return new Match<>(entry.meaning(), i + entry.keys().size());
            }
        }
        return null;
    }

    private static boolean matches(List<String> keys, List<Token> tokens, int i) {
        if (i + keys.size() > tokens.size()) {
            return false;
        }
        for (int k = 1; k < keys.size(); k++) {
            if (!tokens.get(i + k).key().equals(keys.get(k))) {
                return false;
            }
        }
        return true;
    }
}
