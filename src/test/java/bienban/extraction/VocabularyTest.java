package bienban.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VocabularyTest {
    private static final Path FOLDER = Path.of("src/main/resources/bienban/extraction");

    static List<Path> files() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void explainsItselfAndHoldsEachPhraseOnce(Path file) throws IOException {
        var lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        assertThat(lines.get(0)).as("the first line says what the columns are").startsWith("# ");
        var rows = lines.stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .toList();
        assertThat(rows).isNotEmpty();
        int columns = rows.get(0).split("\t", -1).length;
        var seen = new HashSet<String>();
        for (var row : rows) {
            assertThat(Normalizer.isNormalized(row, Normalizer.Form.NFC))
                    .as(row)
                    .isTrue();
            assertThat(row).doesNotStartWith(" ").doesNotEndWith(" ");
            var cells = row.split("\t", -1);
            assertThat(cells).as(row).hasSize(columns);
            assertThat(seen.add(row.toLowerCase(Locale.ROOT)))
                    .as("is there once: %s", row)
                    .isTrue();
        }
    }
}
