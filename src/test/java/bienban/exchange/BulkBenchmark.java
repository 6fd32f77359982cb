package bienban.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import bienban.Given;
import bienban.Stored;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/**
 * Speed of what moves in bulk, as ratios to what the database does alone, and memory. Needs some minutes, 3 GB of disk and the packaged service:
 * {@code ./mvnw package -DskipTests && ./mvnw test -Pload -Dtest=BulkBenchmark}; {@code -Dbulk.rows=5000000} for ten times as much.
 */
@QuarkusTest
@Tag("load")
class BulkBenchmark {
    private static final int ROWS = Integer.getInteger("bulk.rows", 500_000);
    private static final int ROUNDS = 5;
    /** Rounds until both run as they do when they have run for a while: with fewer, the compiler still has the processors. */
    private static final int WARMING = 1_500;

    /** What the CSV holds, from where it stands and as it stands. */
    private static final String SAME_COLUMNS = """
            select t.id, r.version, r.updated_at, t.place_code, p.name, p.level, t.indicator_code, t.label, t.parent_id, t.value, t.range_to, t.unit,
                t.unit_multiplier, t.unit_label, t.normalized_value, t.comparator, t.estimated, t.kind, t.period, t.period_from, t.period_to, t.plan_share,
                t.year_on_year, t.year_on_year_absolute, t.year_on_year_factor, t.whole, t.share, t.flags, t.meeting_id, m.title, m.held_on,
                t.source_title, t.source_url, t.raw
            from observation t join record r on r.id = t.id left join place p on p.code = t.place_code left join meeting m on m.id = t.meeting_id
            where t.status = 'published' order by t.id""";

    /** Filled once for all tests. */
    private static String place;

    @Inject
    Given given;

    @Inject
    Stored stored;

    @Inject
    DataSource dataSource;

    @Inject
    Config config;

    private PackagedServer server;

    @BeforeEach
    void start() throws Exception {
        if (place == null) {
            place = given.place();
            try (var owner = database().owned()) {
                ManyObservations.fill(owner, place, ROWS);
            }
            assertThat(stored.stale("select id from observation order by id desc limit 200"))
                    .as("documents that the triggers would have made otherwise")
                    .isEmpty();
        }
        server = PackagedServer.start(database());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void exports() throws Exception {
        var lines = Ratio.of(
                ROUNDS,
                () -> copy("copy (select row_to_json(o) from observation o) to stdout"),
                () -> server.drain("/v1/exports/observations.ndjson"));
        System.out.printf("NDJSON export against COPY (SELECT row_to_json …) by %s: %s%n", way(), lines);
        var table = csv("the same columns", "(" + SAME_COLUMNS + ")");
        csv("the table alone", "observation");
        for (var coding : new String[] {"gzip", "zstd"}) {
            var started = System.nanoTime();
            var bytes = server.drain("/v1/exports/observations.ndjson", "Accept-Encoding", coding);
            System.out.printf(
                    "NDJSON export as %s: %.3f s, %d MB%n",
                    coding, (System.nanoTime() - started) / 1e9, bytes / 1_000_000);
        }
        assertThat(lines.speed()).as("NDJSON export").isGreaterThanOrEqualTo(0.6);
        assertThat(table.speed()).as("CSV export").isGreaterThanOrEqualTo(0.7);
    }

    private Ratio csv(String name, String of) throws Exception {
        var ratio = Ratio.of(
                ROUNDS,
                () -> copy("copy " + of + " to stdout (format csv, header)"),
                () -> server.drain("/v1/exports/observations.csv"));
        System.out.printf("CSV export against COPY TO STDOUT (FORMAT csv) of %s by %s: %s%n", name, way(), ratio);
        return ratio;
    }

    @Test
    void feedPage() throws Exception {
        Ratio.Work plain = () -> query("select c.*, r.document from record_change c join record r on r.id = c.record_id"
                + " where c.xact < pg_snapshot_xmin(pg_current_snapshot()) order by c.xact, c.seq limit 1000");
        Ratio.Work ours = () -> server.drain("/v1/changes?include=record&limit=1000");
        Ratio.of(WARMING, plain, ours);
        var page = Ratio.of(200, plain, ours);
        System.out.printf("Feed page of 1000 against the plain query: %s%n", page);
        assertThat(page.ours()).as("feed page").isLessThanOrEqualTo(2 * page.known());
    }

    @Test
    void memory() throws Exception {
        server.drain("/v1/exports/observations.ndjson?after=" + lastId());
        var before = server.memory();
        var export = CompletableFuture.supplyAsync(this::drained);
        var used = new ArrayList<Long>();
        while (!export.isDone()) {
            used.add(server.memory());
            LockSupport.parkNanos(200_000_000);
        }
        var bytes = export.join();
        var half = used.size() / 2;
        var early = used.subList(0, half).stream().mapToLong(m -> m).max().orElseThrow();
        var late =
                used.subList(half, used.size()).stream().mapToLong(m -> m).max().orElseThrow();
        System.out.printf(
                "Memory under -Xmx256m while %d rows (%d MB) were exported: %d MiB before, at most %d MiB in the first half, %d MiB in the second%n",
                ROWS, bytes / 1_000_000, before, early, late);
        assertThat(late).as("memory in the second half").isLessThanOrEqualTo(early + 32);
    }

    private PackagedServer.Database database() {
        var user = config.getValue("quarkus.datasource.username", String.class);
        return new PackagedServer.Database(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                user,
                config.getOptionalValue("quarkus.flyway.username", String.class).orElse(user),
                config.getValue("quarkus.datasource.password", String.class));
    }

    /** Rows with documents, hashes, flags and changes, against the rows alone in a table with the same columns, checks, keys and indexes. */
    @Test
    void imports() throws Exception {
        var rows = 100_000;
        var file = Files.createTempFile("import", ".ndjson");
        var table = Files.createTempFile("import", ".tsv");
        try {
            var load = Ratio.of(3, () -> bare(table), () -> enter(file, rows), () -> {
                // Of its own: nobody reports the same figures again and again.
                var province = given.place();
                try (var owner = database().owned()) {
                    ManyObservations.communes(owner, province);
                }
                ManyRows.write(file, table, province, rows);
                empty();
            });
            System.out.printf("Import of %d observations against COPY FROM into the same table: %s%n", rows, load);
            assertThat(load.speed()).as("import").isGreaterThanOrEqualTo(0.2);
        } finally {
            Files.delete(file);
            Files.delete(table);
        }
    }

    private void enter(Path file, int rows) throws IOException, InterruptedException {
        assertThat(server.load("type=observations", file))
                .contains("\"state\":\"done\"")
                .contains("\"written\":" + rows);
    }

    private void empty() throws SQLException {
        try (var owner = database().owned();
                var statement = owner.createStatement()) {
            statement.execute("drop table if exists bare_observation");
            statement.execute("create table bare_observation (like observation including all,"
                    + " foreign key (meeting_id) references meeting, foreign key (indicator_code) references indicator,"
                    + " foreign key (place_code) references place)");
        }
    }

    private void bare(Path table) throws Exception {
        try (var owner = database().owned();
                var rows = Files.newInputStream(table)) {
            owner.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy bare_observation (" + ManyRows.COLUMNS + ") from stdin", rows);
        }
    }

    private long drained() {
        try {
            return server.drain("/v1/exports/observations.ndjson");
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String lastId() {
        return stored.texts("select max(r.key) from record r where kind = 'observation'")
                .get(0);
    }

    private static String way() {
        return onPath("psql") ? "psql" : "the driver";
    }

    private void copy(String sql) throws Exception {
        if (onPath("psql")) {
            psql(sql);
            return;
        }
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set statement_timeout = 0");
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql, OutputStream.nullOutputStream());
            statement.execute("reset statement_timeout");
        }
    }

    private void psql(String sql) throws IOException, InterruptedException {
        var database = database();
        var address = URI.create(database.url().substring("jdbc:".length()));
        var process = new ProcessBuilder(
                "psql",
                "-qX",
                "-h",
                address.getHost(),
                "-p",
                String.valueOf(address.getPort()),
                "-U",
                database.user(),
                "-d",
                address.getPath().substring(1),
                "-c",
                sql);
        process.environment().put("PGPASSWORD", database.password());
        assertThat(process.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start()
                        .waitFor())
                .isZero();
    }

    private static boolean onPath(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private void query(String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var read = 0;
            while (rows.next()) {
                read += rows.getString("document").length() > 0 ? 1 : 0;
            }
            assertThat(read).isEqualTo(1000);
        }
    }
}
