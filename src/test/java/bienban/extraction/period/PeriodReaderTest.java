package bienban.extraction.period;

import static org.assertj.core.api.Assertions.assertThat;

import bienban.extraction.text.Tokenizer;
import java.text.Normalizer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "6 tháng đầu năm 2022|2022-01/2022-06",
                "06 tháng đầu năm|2021-01/2021-06",
                "sáu tháng đầu năm 2019|2019-01/2019-06",
                "9 tháng đầu năm|2021-01/2021-09",
                "9 tháng năm 2023|2023-01/2023-09",
                "7 tháng của năm 2023|2023-01/2023-07",
                "6 tháng của thị xã tăng 2%|2021-01/2021-06",
                "vụ đông - xuân 2023-2024|2023/2024",
                "vụ mùa năm 2022|2022",
                "nhiệm vụ năm 2019|2019",
                "từ đầu năm đến cuối năm|2021",
                "3 tháng cuối năm 2020|2020-10/2020-12",
                "6 tháng cuối năm|2021-07/2021-12",
                "ba tháng còn lại của năm 2022|2022-10/2022-12",
                "lũy kế 7 tháng|2021-01/2021-07",
                "quý I/2023|2023-01/2023-03",
                "quý 2 năm 2023|2023-04/2023-06",
                "quý III-2018|2018-07/2018-09",
                "Quý IV|2021-10/2021-12",
                "quý đầu năm 2020|2020-01/2020-03",
                "năm 2020|2020",
                "cả năm 2020|2020",
                "cả năm|2021",
                "tháng 7|2021-07",
                "tháng 7/2023|2023-07",
                "tháng 07 năm 2023|2023-07",
                "tháng 7.2023|2023-07",
                "nửa đầu năm 2018|2018-01/2018-06",
                "nửa cuối năm|2021-07/2021-12",
                "đến ngày 30/6/2022|..2022-06-30",
                "tính đến hết ngày 15/5|..2021-05-15",
                "tính đến 10/4/2025|..2025-04-10",
                "đến hết tháng 6/2022|2022-01/2022-06",
                "đến hết quý II/2022|2022-01/2022-06",
                "từ đầu năm đến hết tháng 9|2021-01/2021-09",
                "đến năm 2025|2025",
                "giai đoạn 2016-2020|2016/2020",
                "nhiệm kỳ 2020 – 2025|2020/2025"
            })
    void readsSpansOfTime(String text, String iso) {
        var composed = PeriodReader.all(Tokenizer.tokenize(text), 2021);
        var decomposed = PeriodReader.all(
                Tokenizer.tokenize(
                        Normalizer.normalize(Normalizer.normalize(text, Normalizer.Form.NFD), Normalizer.Form.NFC)),
                2021);
        assertThat(composed).extracting(PeriodMention::iso).containsExactly(iso);
        assertThat(decomposed).isEqualTo(composed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ngày 13 tháng 7 họp",
                "6 tháng liền",
                "trong 20 tháng",
                "tháng 13",
                "quý 5",
                "75 năm thành lập",
                "năm học mới",
                "quý vị đại biểu",
                "đến ngày 31/2/2022",
                "từ đầu năm đến nay",
                "từ nay đến cuối năm",
                "giá so sánh năm 2010",
                "vụ án mùa hè"
            })
    void leavesOtherTimesAlone(String text) {
        assertThat(PeriodReader.all(Tokenizer.tokenize(text), 2021)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"6 tháng đầu năm", "quý I", "tháng 7", "cả năm", "đến ngày 30/6"})
    void readsNoSpanWhenNothingTellsTheYear(String text) {
        assertThat(PeriodReader.all(Tokenizer.tokenize(text), null)).isEmpty();
    }
}
