package bienban.extraction.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import bienban.extraction.text.Segmenter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No text makes the reader throw or take more than linear time. */
class HostileFiguresTest {

    /** Processor time, so that a busy machine does not matter. */
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private static final List<String> PIECES = List.of(
            "5",
            "1.234,5",
            "60,6,2%",
            "%",
            "/",
            "-",
            "(",
            ")",
            ";",
            ":",
            ",",
            ".",
            "tỷ",
            "đồng",
            "triệu",
            "năm",
            "2022",
            "tháng",
            "quý",
            "I",
            "đạt",
            "bằng",
            "tăng",
            "giảm",
            "so với",
            "cùng kỳ",
            "kế hoạch",
            "trong đó",
            "từ",
            "đến",
            "lên",
            "hộ",
            "xã",
            "gấp",
            "lần",
            "điểm",
            "trên",
            "hơn",
            "ước",
            "còn",
            "\"",
            "≥",
            "tổng thu ngân sách",
            "hoàn thành",
            "tính đến ngày",
            "trở lên",
            "nhiệm kỳ",
            "\n",
            "một",
            "hai",
            "và",
            "0",
            "99999999999999999999999999",
            "1/2/3/4",
            "m²",
            "😀",
            "\u0301");

    @RepeatedTest(500)
    void readsAnyJumbleWithoutThrowing(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var text = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            text.append(PIECES.get(random.nextInt(PIECES.size()))).append(random.nextInt(4) == 0 ? "" : " ");
        }
        var context = new FigureContext(LocalDate.of(2022, 7, 1), null, random.nextBoolean() ? "2022" : null);
        var result = Figures.read(Segmenter.sentences(text.toString()), context);
        for (var figure : result.figures()) {
            assertThat(figure.start()).as(text.toString()).isBetween(0, figure.end() - 1);
            assertThat(figure.end()).isLessThanOrEqualTo(text.length());
            assertThat(figure.observation().value()).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5 ",
                "5, ",
                "5% ",
                "5/",
                "(5 ",
                "5 hộ ",
                "5 tỷ ",
                "tăng 5% ",
                "(",
                "trong đó ",
                "so với ",
                "từ 5 đến ",
                "thu, ",
                "Tổng thu ngân sách đạt 5 tỷ đồng, ",
                "đạt 5% kế hoạch, ",
                "5 vụ, giảm 2 vụ; ",
                "giảm 5 vụ, ",
                "xã ",
                "1.",
                "năm 2020-",
                "chỉ tiêu ",
                "phấn đấu 5 hộ ",
                "yêu cầu 5 hộ, ",
                "; ",
                "tháng ",
                "Xã A "
            })
    void takesLinearTimeOnRepeatedPieces(String piece) {
        read(piece.repeat(1_000));
        long one = best(piece.repeat(1_000));
        long eight = best(piece.repeat(8_000));
        assertThat(eight).as("time of eight times %s against %s", piece, one).isLessThan(24 * one + 50_000_000);
    }

    @Test
    void readsNothingFromNothing() {
        assertThatCode(() -> Figures.read(List.of(), new FigureContext(null, null, null)))
                .doesNotThrowAnyException();
        assertThat(Figures.read(List.of(), new FigureContext(null, "x", "")).figures())
                .isEmpty();
    }

    private static long best(String text) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long before = CLOCK.getCurrentThreadCpuTime();
            read(text);
            best = Math.min(best, CLOCK.getCurrentThreadCpuTime() - before);
        }
        return best;
    }

    private static void read(String text) {
        var sentences = Segmenter.sentences(text);
        assertThat(Figures.read(sentences, new FigureContext(null, null, "2022-01/2022-06"))
                        .figures())
                .isNotNull();
    }
}
