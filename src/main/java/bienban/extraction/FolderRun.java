package bienban.extraction;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads a folder of articles (.txt, .html) and writes one draft a line, with a progress bar. */
public final class FolderRun {
    private static final int BAR = 30;

    private final Extractor extractor = new Extractor();
    private final ObjectMapper json = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .configure(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN, true)
            .build();
    private final PrintStream progress;

    /** @param progress where the bar is drawn, usually standard error */
    public FolderRun(PrintStream progress) {
        this.progress = progress;
    }

    /** One line of the output: the file, and what was read from it or why nothing was. */
    public record Line(String file, Draft draft, List<Evidence> evidence, List<Warning> warnings, String error) {}

    /** Writes the drafts of all articles below {@code folder} to {@code out}; returns how many could not be read. */
    public int run(Path folder, Path out) throws IOException {
        var articles = articles(folder);
        int failed = 0;
        try (var writer = Files.newBufferedWriter(out, StandardCharsets.UTF_8)) {
            for (int i = 0; i < articles.size(); i++) {
                var line = line(folder, articles.get(i));
                failed += line.error() == null ? 0 : 1;
                write(writer, line);
                draw(i + 1, articles.size());
            }
        }
        progress.printf("%n%d articles read, %d failed%n", articles.size() - failed, failed);
        return failed;
    }

    private static List<Path> articles(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".txt") || isHtml(file))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isHtml(Path file) {
        return file.toString().endsWith(".html") || file.toString().endsWith(".htm");
    }

    private Line line(Path folder, Path file) {
        var name = folder.relativize(file).toString();
        try {
            var content = Files.readString(file, StandardCharsets.UTF_8);
            var input = isHtml(file) ? ArticleInput.ofHtml(content) : ArticleInput.ofText(content);
            var extraction = extractor.extract(input).unexplained();
            return new Line(name, extraction.draft(), extraction.evidence(), extraction.warnings(), null);
        } catch (IOException e) {
            return new Line(name, null, null, null, "Not UTF-8 text: " + e.getMessage());
        }
    }

    private void write(Writer writer, Line line) throws IOException {
        writer.write(json.writeValueAsString(line));
        writer.write('\n');
    }

    private void draw(int done, int all) {
        int filled = done * BAR / all;
        progress.printf("\r[%s%s] %d/%d", "#".repeat(filled), "-".repeat(BAR - filled), done, all);
        progress.flush();
    }

    /** {@code FolderRun DIR OUT}. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println("usage: FolderRun DIR OUT.ndjson");
            System.exit(2);
        }
        int failed = new FolderRun(System.err).run(Path.of(arguments[0]), Path.of(arguments[1]));
        System.exit(failed == 0 ? 0 : 1);
    }
}
