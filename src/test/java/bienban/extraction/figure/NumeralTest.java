package bienban.extraction.figure;

import static org.assertj.core.api.Assertions.assertThat;

import bienban.extraction.figure.Numeral.Use;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumeralTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "31.167|measured|31167",
                "51,7|percent|51.7",
                "57.4|percent|57.4",
                "57.400|percent|57.4",
                "1.250|counted|1250",
                "1,250|counted|1250",
                "1,250|measured|1.250",
                "04|counted|4",
                "1.250.000|measured|1250000",
                "1,250,000|measured|1250000",
                "1.250,75|measured|1250.75",
                "1,250.75|measured|1250.75",
                "12.5|measured|12.5",
                "0.325|measured|0.325",
                "0,05|percent|0.05",
                "2022|measured|2022"
            })
    void readsVietnameseGroupsAndDecimals(String text, Use use, BigDecimal value) {
        assertThat(Numeral.read(text, use).value()).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"60,6,2", "1.25.300", "1.2345", "1250.500.1", "1,2,3.4", "1.250,5,6", "1234567890123456789012345"
            })
    void givesMisprintsNoValue(String text) {
        assertThat(Numeral.read(text, Use.measured).isMalformed()).isTrue();
    }
}
