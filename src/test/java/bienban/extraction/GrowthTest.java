package bienban.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A text ten times as long takes at most eleven times as much. What is counted is the memory that its reading asks for, which is
 * the same on every run and every machine, as time is not.
 */
class GrowthTest {
    private static final double MOST = 11;
    private static final int HOSTILE = 10_000;
    /** Of a report of one page: the text, its tokens and what was read from them. */
    private static final long MOST_A_CHARACTER = 400;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Extractor extractor = new Extractor();

    /** Word lists and the like are made when they are first needed. */
    @BeforeEach
    void readSomething() {
        extractor.extract(ArticleInput.ofText("Ngày 1/2/2020, UBND huyện Tân An tổ chức hội nghị."));
    }

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
        var once = bytes(copies(text, 1));
        assertThat(bytes(copies(text, 10)))
                .isLessThanOrEqualTo((long) (once * MOST))
                .isLessThanOrEqualTo(copies(text, 10).length() * MOST_A_CHARACTER);
    }

    @ParameterizedTest
    @MethodSource("units")
    void growsNoFasterOnHostileText(String unit) {
        var once = "Ngày 1/2/2020, UBND huyện Tân An tổ chức hội nghị. " + unit.repeat(HOSTILE / unit.length());
        var often = "Ngày 1/2/2020, UBND huyện Tân An tổ chức hội nghị. " + unit.repeat(10 * HOSTILE / unit.length());
        var least = bytes(once);
        assertThat(bytes(often)).as(unit).isLessThanOrEqualTo((long) (least * MOST));
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

    /** The short text comes first, so that what is made once, and what the compiler learns to leave out, never count for the long one alone. */
    private long bytes(String text) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        extractor.extract(ArticleInput.ofText(text));
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
