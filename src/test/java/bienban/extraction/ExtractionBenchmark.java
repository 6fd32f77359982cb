package bienban.extraction;

import bienban.extraction.text.Canonical;
import bienban.extraction.text.Token;
import bienban.extraction.text.Tokenizer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

/** Reports per second on the median seed, and what normalizing and tokenizing it alone costs. */
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

    public static void main(String[] arguments) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(ExtractionBenchmark.class.getName())
                        .build())
                .run();
    }
}
