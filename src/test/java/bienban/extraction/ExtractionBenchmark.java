package bienban.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import bienban.extraction.text.Canonical;
import bienban.extraction.text.Token;
import bienban.extraction.text.Tokenizer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Reports per second on the median seed, and what normalizing and tokenizing it alone costs. Runs only when asked for, on a machine
 * that does nothing else: {@code ./mvnw test -Pload -Dtest=ExtractionBenchmark}. By the clock it is JMH's figure; by the
 * time that the thread had the processor it holds on a busy machine, too.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 6, time = 5)
@Measurement(iterations = 4, time = 3)
public class ExtractionBenchmark {
    private static final Path SEEDS = Path.of("../shared/seeds");

    private final Extractor extractor = new Extractor();
    private String text;

    @Setup
    public void readTheMedianSeed() throws IOException {
        try (var files = Files.list(SEEDS)) {
            var texts = files.filter(file -> file.toString().endsWith(".txt"))
                    .map(ExtractionBenchmark::read)
                    .sorted((a, b) -> a.length() - b.length())
                    .toList();
            text = texts.get(texts.size() / 2);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Benchmark
    public Extraction extract() {
        return extractor.extract(ArticleInput.ofText(text));
    }

    @Benchmark
    public List<Token> normalizeAndTokenize() {
        return Tokenizer.tokenize(Canonical.of(text).text());
    }

    @Test
    @Tag("load")
    void readsQuicklyEnough() throws RunnerException, IOException {
        var options = new OptionsBuilder()
                .include(ExtractionBenchmark.class.getName())
                .build();
        var perSecond = new TreeMap<String, Double>();
        for (var result : new Runner(options).run()) {
            perSecond.put(
                    result.getPrimaryResult().getLabel(),
                    result.getPrimaryResult().getScore());
        }
        double reports = perSecond.get("extract");
        double ratio = perSecond.get("normalizeAndTokenize") / reports;
        System.out.printf("By the clock: %.0f reports/s, ratio %.1f%n", reports, ratio);
        readTheMedianSeed();
        double read = processorSeconds(this::extract, 300);
        double cut = processorSeconds(this::normalizeAndTokenize, 3000);
        System.out.printf("By processor time: %.0f reports/s, ratio %.1f%n", 1 / read, read / cut);
        assertThat(reports).isGreaterThanOrEqualTo(300);
        assertThat(ratio).isLessThanOrEqualTo(15);
    }

    /** What one call takes, the best of many rounds: the others were disturbed. */
    private static double processorSeconds(Supplier<?> work, int calls) {
        var threads = ManagementFactory.getThreadMXBean();
        double best = Double.MAX_VALUE;
        for (int round = 0; round < 20; round++) {
            long before = threads.getCurrentThreadCpuTime();
            for (int call = 0; call < calls; call++) {
                assertThat(work.get()).isNotNull();
            }
            best = Math.min(best, (threads.getCurrentThreadCpuTime() - before) / 1e9 / calls);
        }
        return best;
    }
}
