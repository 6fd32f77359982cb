package bienban.extraction.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads the word lists that lie beside the code, so that a domain expert can extend them. */
public final class Vocabulary {
    private static final String FOLDER = "/bienban/extraction/";

    private Vocabulary() {}

    /** The keys of a list with one phrase a line. */
    public static Set<String> words(String file) {
        var words = new LinkedHashSet<String>();
        for (var row : rows(file)) {
            words.add(Keys.ofPhrase(row.get(0)));
        }
        return words;
    }

    /** The tab-separated rows of a file, without comments and empty lines. */
    public static List<List<String>> rows(String file) {
        var stream = Vocabulary.class.getResourceAsStream(FOLDER + file);
        if (stream == null) {
            throw new IllegalStateException("There is no vocabulary " + file);
        }
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.split("\t", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
