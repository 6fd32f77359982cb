package bienban.extraction.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every passage of the *.figures files states exactly the figures listed below it. */
class FigureCorpusTest {
    private static final List<String> FILES = List.of(
            "economy.figures",
            "society.figures",
            "wordings.figures",
            "passages.figures",
            "periods.figures",
            "nofigures.figures");

    static Stream<FigureCase> passages() {
        return FILES.stream().flatMap(file -> FigureCase.load(file).stream());
    }

    @ParameterizedTest
    @MethodSource("passages")
    void readsWhatThePassageStates(FigureCase passage) {
        assertThat(passage.read()).as(passage.text()).isEqualTo(passage.figures());
    }

    @Test
    void coversEnoughWordings() {
        assertThat(passages()).hasSizeGreaterThan(180);
    }
}
