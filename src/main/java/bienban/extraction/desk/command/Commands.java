package bienban.extraction.desk.command;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The commands {@code extract} and {@code load}. */
public final class Commands {
    private static final int REFUSED = 1;
    private static final int MISUSED = 2;
    private static final String USAGE = """
            usage: extract DIR --out FILE [--place CODE]            reads the .txt and .html files below DIR, writes one draft a line
                   extract DIR --load URL --key KEY [--place CODE]  reads them and posts them to the server at URL
                   load FILE --url URL --key KEY                    posts the articles of such a file
            The key may stand in the environment as BIENBAN_KEY instead. --out and --load can be given together.
            """;
    private static final Map<String, Set<String>> OPTIONS =
            Map.of("extract", Set.of("--out", "--load", "--key", "--place"), "load", Set.of("--url", "--key"));

    private final PrintStream told;

    /** @param told where progress and summaries are told, usually standard error */
    public Commands(PrintStream told) {
        this.told = told;
    }

    public static boolean isOne(String... arguments) {
        return arguments.length > 0 && OPTIONS.containsKey(arguments[0]);
    }

    /** The exit code: 0 when all went well, 1 when a file was not read or an article refused, 2 for wrong usage. */
    public int run(String... arguments) {
        var options = options(arguments);
        if (options == null) {
            told.print(USAGE);
            return MISUSED;
        }
        try {
            var target = Path.of(arguments[1]);
            boolean well = arguments[0].equals("load") ? load(target, options) : extract(target, options);
            return well ? 0 : REFUSED;
        } catch (IOException | UncheckedIOException e) {
            told.printf("%nFailed: %s%n", e.getMessage());
            return REFUSED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return REFUSED;
        }
    }

    /** The options by name, or null when the command cannot be meant so. */
    private static Map<String, String> options(String... arguments) {
        if (!isOne(arguments) || arguments.length < 2 || arguments.length % 2 != 0) {
            return null;
        }
        var options = new TreeMap<String, String>();
        for (int i = 2; i < arguments.length; i += 2) {
            if (!OPTIONS.get(arguments[0]).contains(arguments[i])) {
                return null;
            }
            options.put(arguments[i], arguments[i + 1]);
        }
        var complete = arguments[0].equals("load")
                ? options.containsKey("--url")
                : options.containsKey("--out") || options.containsKey("--load");
        return complete ? options : null;
    }

    private boolean extract(Path folder, Map<String, String> options) throws IOException, InterruptedException {
        var reading = new FolderReading(options.get("--place"));
        var files = FolderReading.articles(folder);
        var bar = new ProgressBar(told, files.size());
        var load = options.containsKey("--load") ? new Loading(options.get("--load"), key(options), told) : null;
        int failed = 0;
        try (var out = options.containsKey("--out") ? Files.newBufferedWriter(Path.of(options.get("--out"))) : null) {
            for (var file : files) {
                var line = reading.read(folder, file);
                failed += line.has("error") ? 1 : 0;
                if (out != null) {
                    out.write(line.toString());
                    out.write('\n');
                }
                if (load != null) {
                    load.post(line);
                }
                bar.step();
            }
        }
        told.printf("%n%d articles read, %d not readable%n", files.size() - failed, failed);
        boolean taken = load == null || load.summary();
        return failed == 0 && taken;
    }

    private boolean load(Path file, Map<String, String> options) throws IOException, InterruptedException {
        var load = new Loading(options.get("--url"), key(options), told);
        List<String> lines = Files.readAllLines(file);
        var bar = new ProgressBar(told, lines.size());
        for (var line : lines) {
            load.post(line);
            bar.step();
        }
        told.println();
        return load.summary();
    }

    private static String key(Map<String, String> options) {
        return options.getOrDefault("--key", System.getenv("BIENBAN_KEY"));
    }
}
