package bienban.changes;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import bienban.Given;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Many write at once by SQL and by the API, pause, roll back, and hold transactions open, while three follow with random limits:
 * all three end with exactly what the table holds. {@code -Dbienban.writers=300 -Dbienban.seeds=20} makes it larger.
 */
@QuarkusTest
class StalledWriterTest {
    private static final int WRITERS = Integer.getInteger("bienban.writers", 30);
    private static final int SEEDS = Integer.getInteger("bienban.seeds", 2);
    /** The pool has twenty; readers need some. */
    private static final Semaphore CONNECTIONS = new Semaphore(12);

    @Inject
    Given given;

    @Inject
    DataSource dataSource;

    @Test
    void holdsBackWhatAnOlderTransactionMayStillPrecede() throws SQLException {
        var place = given.place();
        var since = Follower.now();
        try (var slow = dataSource.getConnection()) {
            slow.setAutoCommit(false);
            insert(slow, UUID.randomUUID(), place);
            given.meeting(place, "2024-01-01");
            var held = given().get("/v1/changes?since=" + since);
            assertThat(held.<List<?>>path("items")).isEmpty();
            assertThat(held.<String>path("next")).isEqualTo(since);
            slow.commit();
        }
        assertThat(given().get("/v1/changes?place=" + place + "&since=" + since).<List<String>>path("items.type"))
                .as("the slow one began first")
                .containsExactly("observations", "meetings");
    }

    @Test
    void putsAnOlderTransactionsLaterChangeBehindTheEarlierOne() throws SQLException {
        var place = given.place();
        var id = given.meeting(place, "2024-01-01");
        var since = Follower.now();
        try (var older = dataSource.getConnection()) {
            older.setAutoCommit(false);
            insert(older, UUID.randomUUID(), place);
            given.patch().body("{\"title\": \"2\"}").patch("/v1/meetings/{id}", id);
            execute(older, "update meeting set title = '3' where id = '" + id + "'");
            older.commit();
        }
        assertThat(given().get("/v1/changes?types=meetings&place=" + place + "&since=" + since)
                        .<List<Integer>>path("items.version"))
                .containsExactly(2, 3);
    }

    @Test
    void neverShowsWhatWasRolledBack() throws SQLException {
        var place = given.place();
        var since = Follower.now();
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            insert(connection, UUID.randomUUID(), place);
            execute(connection, "select record_settle()");
            connection.rollback();
        }
        given.meeting(place, "2024-01-01");
        assertThat(given().get("/v1/changes?place=" + place + "&since=" + since).<List<String>>path("items.type"))
                .containsExactly("meetings");
    }

    static long[] seeds() {
        var first = Long.getLong("bienban.seed", System.nanoTime() & 0xffff_ffffL);
        return LongStream.range(first, first + SEEDS).toArray();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyFollowerEndsWithWhatTheTableHolds(long seed) throws Exception {
        System.out.printf("StalledWriterTest: -Dbienban.seed=%d, %d writers%n", seed, WRITERS);
        var scene = new Scene(given.place(), Follower.now());
        scene.known.addAll(List.of(given.meeting(scene.place, "2024-01-01"), given.meeting(scene.place, "2024-01-02")));
        var threads = Executors.newCachedThreadPool();
        try {
            var followers = List.of(
                    follow(threads, scene, seed), follow(threads, scene, seed + 1), follow(threads, scene, seed + 2));
            var writers = new ArrayList<Future<?>>();
            for (int i = 0; i < WRITERS; i++) {
                var random = new Random(seed * 31 + i);
                writers.add(threads.submit(() -> write(scene, random)));
            }
            for (var writer : writers) {
                writer.get(5, TimeUnit.MINUTES);
            }
            scene.done.set(true);
            var expected = stored(scene.place, "document", "and status = 'published'");
            var versions = new HashMap<String, Integer>();
            stored(scene.place, "version", "").forEach((key, version) -> versions.put(key, Integer.valueOf(version)));
            for (var follower : followers) {
                var copy = follower.get(2, TimeUnit.MINUTES);
                assertThat(copy.faults()).as("seed %d", seed).isEmpty();
                assertThat(copy.documents()).as("seed %d", seed).isEqualTo(expected);
                assertThat(copy.versions()).as("seed %d", seed).isEqualTo(versions);
            }
        } finally {
            scene.done.set(true);
            threads.shutdownNow();
        }
    }

    private Future<Follower> follow(ExecutorService threads, Scene scene, long seed) {
        return threads.submit(() -> {
            var random = new Random(seed);
            var follower =
                    new Follower(() -> given(), scene.since, "&types=meetings,observations&place=" + scene.place);
            var more = true;
            while (more || !scene.done.get()) {
                more = follower.read(1 + random.nextInt(40));
            }
            follower.readAll(1000);
            return follower;
        });
    }

    private Void write(Scene scene, Random random) throws Exception {
        for (int i = 0; i < 4; i++) {
            if (random.nextInt(3) == 0) {
                writeByApi(scene, random);
            } else {
                writeBySql(scene, random);
            }
        }
        return null;
    }

    private void writeByApi(Scene scene, Random random) {
        var known = scene.known.get(random.nextInt(2));
        var answer = random.nextBoolean()
                ? given.patch()
                        .body("{\"title\": \"%d\"}".formatted(random.nextInt(1000)))
                        .patch("/v1/meetings/{id}", known)
                : given.editor().body("""
                        {"status": "published", "title": "a", "kind": "other", "place": {"code": "%s"}}""".formatted(scene.place)).post("/v1/meetings");
        // Who waits too long for a turn is told so, and has changed nothing.
        assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 201, 503);
    }

    private void writeBySql(Scene scene, Random random) throws Exception {
        CONNECTIONS.acquire();
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            var own = UUID.randomUUID();
            insert(connection, own, scene.place);
            pause(random);
            execute(connection, "update observation set label = 'b' where id = '" + own + "'");
            if (random.nextInt(3) == 0) {
                execute(
                        connection,
                        "update meeting set title = '" + random.nextInt(1000) + "' where id = '"
                                + scene.known.get(random.nextInt(2)) + "'");
            }
            pause(random);
            if (random.nextInt(4) == 0) {
                connection.rollback();
            } else {
                connection.commit();
                remove(connection, own, random);
            }
        } catch (SQLException e) {
            // Two that need what the other has, or who waited for long: the database has ended one, and kept nothing of
            // it.
            assertThat(e.getSQLState()).as(e.getMessage()).isIn("40P01", "55P03", "57014");
        } finally {
            CONNECTIONS.release();
        }
    }

    private static void remove(Connection connection, UUID own, Random random) throws SQLException {
        if (random.nextInt(3) == 0) {
            execute(connection, "delete from observation where id = '" + own + "'");
            connection.commit();
        }
    }

    /** Mostly short, now and then for seconds: what a slow transaction does to the others is what is tried here. */
    private static void pause(Random random) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(12) == 0 ? 1_500 : random.nextInt(30)));
    }

    private static void insert(Connection connection, UUID id, String place) throws SQLException {
        execute(
                connection,
                "insert into observation (id, label, place_code, value, unit) values ('" + id + "', 'a', '" + place
                        + "', 1, 'VND')");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Map<String, String> stored(String place, String column, String condition) throws SQLException {
        var stored = new HashMap<String, String>();
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select kind || 's/' || key, " + column
                        + " from record where kind in ('meeting', 'observation') and place_code = '" + place + "' "
                        + condition)) {
            while (rows.next()) {
                stored.put(rows.getString(1), rows.getString(2));
            }
        }
        return stored;
    }

    private static final class Scene {
        private final String place;
        private final String since;
        private final List<String> known = new ArrayList<>();
        private final AtomicBoolean done = new AtomicBoolean();

        Scene(String place, String since) {
            this.place = place;
            this.since = since;
        }
    }
}
