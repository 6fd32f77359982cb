package bienban.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Text made to be slow to read: ten times the length may take about ten times as long, never a hundred. */
class HostileTextTest {
    private static final int SHORT = 2_000;
    private static final int RATIO = 40;
    private static final long FAST_ENOUGH = 400_000_000L;

    private final Extractor extractor = new Extractor();

    static List<String> units() {
        return List.of(
                "đồng chí ",
                "Bí thư Huyện ủy, ",
                "Nguyễn ",
                "A - ",
                "(",
                "1.",
                "1/",
                "17-NQ/TU, ",
                "các ",
                "yêu cầu ",
                "yêu cầu các xã cần ",
                ", ",
                ";",
                "làm việc với ",
                "Đảng ủy các xã Lê, ",
                "\n",
                "- \n",
                "khối Đảng 1 đồng chí, ",
                "Một là, hai là, ",
                "ngày 1/1 ",
                "tháng 1 năm ",
                "trong đó: ",
                "tăng 1% so với ",
                "%",
                "…",
                "\"",
                "Kết luận ",
                "thứ nhất, ",
                "\u0301",
                "\ud83c\udf1f",
                "Nghị quyết số 1, số ",
                "HĐND & UBND - ",
                "dự ",
                "chủ trì, phối hợp với Công an ",
                "<div>",
                "&nbsp;",
                "đ/c ",
                "đạt 1 tỷ 2 triệu ",
                "Luật Đất đai ",
                "Nghị quyết Đại hội ",
                "Tin liên quan\n");
    }

    @ParameterizedTest
    @MethodSource("units")
    void takesTimeInProportionToItsLength(String unit) {
        var small = text(unit, SHORT);
        var large = text(unit, SHORT * 10);
        extractor.extract(small);
        long quick = best(small);
        long slow = best(large);
        assertThat(slow < FAST_ENOUGH || slow < quick * RATIO)
                .as("%s: %d ns, then %d ns", unit, quick, slow)
                .isTrue();
    }

    private static ArticleInput text(String unit, int length) {
        return ArticleInput.ofText(
                "Ngày 1/2/2020, UBND huyện Tân An tổ chức hội nghị. " + unit.repeat(length / unit.length()));
    }

    private long best(ArticleInput input) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 2; i++) {
            long start = System.nanoTime();
            assertThat(extractor.extract(input)).isNotNull();
            best = Math.min(best, System.nanoTime() - start);
        }
        return best;
    }
}
