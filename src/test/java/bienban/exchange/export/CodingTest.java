package bienban.exchange.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none | identity",
                "'' | identity",
                "gzip | gzip",
                "x-gzip | gzip",
                "GZIP | gzip",
                "zstd | zstd",
                "gzip, deflate, br, zstd | zstd",
                "gzip, deflate | gzip",
                "br | identity",
                "* | zstd",
                "*;q=0 | identity",
                "zstd;q=0, * | gzip",
                "zstd;q=0.5, gzip;q=0.8 | gzip",
                "gzip;q=0 | identity",
                "identity, gzip;q=0.5 | identity",
                "identity;q=0.5, gzip;q=0.5 | gzip",
                "gzip;q=nonsense | gzip",
                "identity;q=0 | identity",
                ",;, | identity"
            })
    void takesWhatTheClientTakesBest(String accepted, Coding coding) {
        assertThat(Coding.best(accepted)).isEqualTo(coding);
    }
}
