package bienban.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportsTest {
    private final Extractor extractor = new Extractor();

    static List<String> reports() {
        return Facts.reports();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void readsEveryFactOfAReportAndNothingElse(String report) {
        assertThat(Facts.of(report).differences(extractor.extract(Facts.article(report))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void quotesTheVeryTextThatSupportsAField(String report) {
        var extraction = extractor.extract(Facts.article(report));
        int[] points = extraction.text().codePoints().toArray();
        for (var evidence : extraction.evidence()) {
            assertThat(new String(points, evidence.start(), evidence.end() - evidence.start()))
                    .isEqualTo(evidence.quote());
        }
    }

    @ParameterizedTest
    @MethodSource("reports")
    void readsDecomposedTextLikeComposedText(String report) {
        var article = Facts.article(report);
        if (article.text() != null) {
            var decomposed = ArticleInput.ofText(Normalizer.normalize(article.text(), Normalizer.Form.NFD));
            assertThat(extractor.extract(decomposed).draft())
                    .isEqualTo(extractor.extract(article).draft());
        }
    }

    @Test
    void coversManyStylesOfReports() {
        assertThat(Facts.reports()).hasSizeGreaterThanOrEqualTo(55);
    }
}
