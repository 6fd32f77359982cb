package bienban.database;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import bienban.Given;
import bienban.Refusal;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A database that is away or slow: the service says so, in time, and goes on by itself when the database is back. */
@QuarkusTest
@TestProfile(OutageTest.BehindProxy.class)
class OutageTest {
    /** Longer than any limit on the way, with room for a slow machine. */
    private static final int LONGEST_SECONDS = 20;

    public static class BehindProxy implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            var access = direct();
            var port = URI.create(access.url().substring("jdbc:".length())).getPort();
            return Map.of(
                    "quarkus.datasource.jdbc.url",
                    "jdbc:postgresql://127.0.0.1:%d/bienban".formatted(Proxy.before(port)),
                    "quarkus.datasource.username",
                    access.username(),
                    "quarkus.datasource.password",
                    access.password(),
                    // The limits of production, each shorter: nobody waits here as long as in earnest.
                    "quarkus.datasource.jdbc.acquisition-timeout",
                    "1S",
                    "quarkus.datasource.jdbc.additional-jdbc-properties.connectTimeout",
                    "1",
                    "quarkus.datasource.jdbc.additional-jdbc-properties.socketTimeout",
                    "5",
                    "quarkus.datasource.jdbc.additional-jdbc-properties.options",
                    "-c jit=off -c statement_timeout=4000 -c lock_timeout=1000 -c idle_in_transaction_session_timeout=60000",
                    "quarkus.datasource.jdbc.background-validation-interval",
                    "2S");
        }
    }

    @Inject
    Given given;

    private static EmbeddedServer.Access direct() {
        return EmbeddedServer.in(new DataDirectory(Path.of("target/bienban-data"), true));
    }

    @AfterEach
    void restore() throws InterruptedException {
        Proxy.set("open");
        assertRecovers();
    }

    @Test
    void saysSoWhileTheDatabaseIsAwayAndRecovers() throws InterruptedException {
        var id = given.meeting(given.place(), "2024-01-01");
        Proxy.set("cut");
        for (int i = 0; i < 3; i++) {
            assertUnavailable(() -> given().get("/v1/meetings/{id}", id));
            assertUnavailable(() -> given().get("/v1/meetings"));
            assertUnavailable(() -> given.patch().body("{\"title\": \"a\"}").patch("/v1/meetings/{id}", id));
        }
        assertThat(given().get("/q/health/ready").statusCode()).isEqualTo(503);
        Proxy.set("open");
        assertRecovers();
        assertThat(given().get("/v1/meetings/{id}", id).<Integer>path("version"))
                .isEqualTo(1);
    }

    @Test
    void hangsNoRequestOnADatabaseThatSaysNothing() throws Exception {
        var id = given.meeting(given.place(), "2024-01-01");
        Proxy.set("stalled");
        var calls = new ArrayList<Callable<Response>>();
        for (int i = 0; i < 30; i++) {
            calls.add(() -> given().get("/v1/meetings/{id}", id));
            calls.add(() -> given.patch().body("{\"title\": \"a\"}").patch("/v1/meetings/{id}", id));
        }
        var callers = Executors.newFixedThreadPool(60);
        try {
            var started = System.nanoTime();
            for (var answer : callers.invokeAll(calls)) {
                assertThat(answer.get().statusCode())
                        .as(answer.get().asString())
                        .isEqualTo(503);
                assertThat(answer.get().header("Retry-After")).matches("\\d+");
            }
            assertThat((System.nanoTime() - started) / 1_000_000_000).isLessThan(LONGEST_SECONDS);
        } finally {
            callers.shutdown();
        }
    }

    @Test
    void waitsForALockOnlyAWhile() throws SQLException {
        var id = given.meeting(given.place(), "2024-01-01");
        try (var other = DriverManager.getConnection(direct().url(), direct().username(), direct().password());
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select 1 from record where key = '" + id + "' for update");
            assertUnavailable(() -> given.patch().body("{\"title\": \"a\"}").patch("/v1/meetings/{id}", id));
            assertThat(given().get("/v1/meetings/{id}", id).statusCode())
                    .as("readers never wait")
                    .isEqualTo(200);
            other.rollback();
        }
        assertThat(given.patch()
                        .body("{\"title\": \"a\"}")
                        .patch("/v1/meetings/{id}", id)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void endsAStatementThatTakesTooLong() throws SQLException {
        try (var other = DriverManager.getConnection(direct().url(), direct().username(), direct().password());
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table meeting in access exclusive mode");
            assertUnavailable(() -> given().get("/v1/meetings"));
            other.rollback();
        }
    }

    @Test
    void survivesTheLossOfItsConnections() throws SQLException {
        var id = given.meeting(given.place(), "2024-01-01");
        try (var other = DriverManager.getConnection(direct().url(), direct().username(), direct().password());
                var statement = other.createStatement()) {
            statement.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where usename = current_user and pid <> pg_backend_pid()");
        }
        assertThat(given().get("/v1/meetings/{id}", id).statusCode()).isEqualTo(200);
    }

    private static void assertUnavailable(Supplier<Response> call) {
        var started = System.nanoTime();
        var answer = call.get();
        assertThat((System.nanoTime() - started) / 1_000_000_000).isLessThan(LONGEST_SECONDS);
        Refusal.of(answer, 503, "database-unavailable");
        assertThat(answer.header("Retry-After")).matches("\\d+");
    }

    private static void assertRecovers() {
        var deadline = System.nanoTime() + 60_000_000_000L;
        var status = 0;
        while (status != 200 && System.nanoTime() < deadline) {
            status = given().get("/v1/meetings?limit=1").statusCode();
        }
        assertThat(status).isEqualTo(200);
    }
}
