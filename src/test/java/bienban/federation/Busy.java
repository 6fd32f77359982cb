package bienban.federation;

import bienban.shared.StrictJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Writers, importers and readers of exports who go on whatever becomes of the service, and note what it acknowledged. */
final class Busy {
    static final int ROWS = 100;

    private final Instance instance;
    private final ExecutorService people = Executors.newFixedThreadPool(5);
    private final List<Future<?>> works = new ArrayList<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private volatile boolean isOver;

    /** By the id of a meeting, the last version that was acknowledged, and its title. */
    final Map<String, Acknowledged> meetings = new ConcurrentHashMap<>();

    /** The jobs that were acknowledged, by the name of their source. */
    final Map<String, String> imports = new ConcurrentHashMap<>();

    final AtomicInteger wholeExports = new AtomicInteger();
    final AtomicInteger brokenExports = new AtomicInteger();
    /** Exports that looked whole and were not. */
    final List<String> falseExports = new CopyOnWriteArrayList<>();

    record Acknowledged(int version, String title) {}

    Busy(Instance instance) {
        this.instance = instance;
        for (int i = 0; i < 3; i++) {
            go(this::write);
        }
        go(this::load);
        go(this::export);
    }

    private void go(Callable<?> work) {
        works.add(people.submit(() -> {
            while (!isOver) {
                try {
                    work.call();
                } catch (IOException e) {
                    // The service is away: nothing was acknowledged.
                    TimeUnit.MILLISECONDS.sleep(50);
                }
            }
            return null;
        }));
    }

    private Void write() throws Exception {
        var title = "Họp số " + numbers.incrementAndGet();
        var made = instance.send("POST", "/v1/meetings", """
                {"status": "published", "title": "%s", "kind": "briefing", "heldOn": "2024-03-01", "place": {"code": "292"},
                 "observations": [{"label": "Thu ngân sách", "value": 1.5, "unit": "VND", "unitMultiplier": 9, "period": "2024-02"}]}""".formatted(title), Map.of());
        if (made.statusCode() != 201) {
            return null;
        }
        var id = StrictJson.READER.readTree(made.body()).path("id").asText();
        meetings.put(id, new Acknowledged(1, title));
        var changed =
                instance.send("PATCH", "/v1/meetings/" + id, "{\"title\": \"%s, sửa\"}".formatted(title), Map.of());
        if (changed.statusCode() == 200) {
            meetings.put(id, new Acknowledged(2, title + ", sửa"));
        }
        return null;
    }

    private Void load() throws Exception {
        var source = "Lô " + numbers.incrementAndGet();
        var rows = new StringBuilder();
        for (int i = 0; i < ROWS; i++) {
            rows.append("""
                    {"place": {"code": "292"}, "label": "Số liệu %d", "value": %d, "period": "2023", "source": {"title": "%s"}}
                    """.formatted(i, i, source));
        }
        var taken = instance.send(
                "POST",
                "/v1/imports?type=observations",
                rows.toString(),
                Map.of("Content-Type", "application/x-ndjson"));
        if (taken.statusCode() == 202) {
            imports.put(
                    source, StrictJson.READER.readTree(taken.body()).path("id").asText());
        }
        return null;
    }

    private Void export() throws Exception {
        try {
            var lines = instance.send("GET", "/v1/exports/observations.ndjson", null, Map.of());
            if (lines.statusCode() != 200) {
                return null;
            }
            var rows = lines.body().split("\n", -1);
            // The last line ends with its line feed.
            var trailer = rows.length < 2 ? "" : rows[rows.length - 2];
            var told = trailer.startsWith("{\"trailer\"")
                    ? StrictJson.READER
                            .readTree(trailer)
                            .path("trailer")
                            .path("rows")
                            .asInt(-1)
                    : -1;
            if (told == rows.length - 2) {
                wholeExports.incrementAndGet();
            } else {
                falseExports.add(told + " of " + (rows.length - 2) + ": " + trailer);
            }
        } catch (IOException e) {
            brokenExports.incrementAndGet();
            throw e;
        }
        return null;
    }

    /** Ends all work; what failed in an unforeseen way fails here. */
    void end() throws Exception {
        isOver = true;
        people.shutdown();
        for (var work : works) {
            work.get(2, TimeUnit.MINUTES);
        }
    }
}
