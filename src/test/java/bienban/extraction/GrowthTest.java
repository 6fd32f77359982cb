package bienban.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A text ten times as long takes at most eleven times as much. What is counted is the memory that its reading asks for, which is
 * the same on every run and every machine, as time is not.
 */
class GrowthTest {
    private static final double MOST = 11;
    private static final int HOSTILE = 20_000;
    /** Of a report of one page: the text, its tokens and what was read from them. */
    private static final long MOST_A_CHARACTER = 400;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Extractor extractor = new Extractor();

    static List<String> reports() {
        return Facts.reports().stream()
                .filter(report -> Facts.article(report).text() != null)
                .toList();
    }

    static List<String> units() {
        return HostileTextTest.units();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void readsALongReportLikeManyShortOnes(String report) {
        var text = Facts.article(report).text();
        assertThat(bytes(copies(text, 10)))
                .isLessThanOrEqualTo((long) (bytes(copies(text, 1)) * MOST))
                .isLessThanOrEqualTo(copies(text, 10).length() * MOST_A_CHARACTER);
    }

    @ParameterizedTest
    @MethodSource("units")
    void growsNoFasterOnHostileText(String unit) {
        var once = "Ngày 1/2/2020, UBND huyện Tân An tổ chức hội nghị. " + unit.repeat(HOSTILE / unit.length());
        var often = "Ngày 1/2/2020, UBND huyện Tân An tổ chức hội nghị. " + unit.repeat(10 * HOSTILE / unit.length());
        assertThat(bytes(often)).as(unit).isLessThanOrEqualTo((long) (bytes(once) * MOST));
    }

    /** Copies that differ, because a repeated paragraph is left out. */
    private static String copies(String text, int times) {
        var copies = new StringBuilder();
        for (int i = 0; i < times; i++) {
            for (var line : text.split("\n", -1)) {
                copies.append(line)
                        .append(line.isBlank() ? "" : " Phần " + (100 + i) + ".")
                        .append('\n');
            }
        }
        return copies.toString();
    }

    private long bytes(String text) {
        extractor.extract(ArticleInput.ofText(text));
        long before = THREADS.getCurrentThreadAllocatedBytes();
        extractor.extract(ArticleInput.ofText(text));
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
