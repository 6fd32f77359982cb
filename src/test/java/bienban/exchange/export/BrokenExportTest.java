package bienban.exchange.export;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import bienban.Given;
import bienban.Refusal;
import bienban.Stored;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients that go, clients that stop reading, and a database that ends in the middle. */
@QuarkusTest
class BrokenExportTest {
    /** More than all that lies between the two ends can hold. */
    private static final int ARTICLES = 60;

    private static final String LAST_CHUNK = "\r\n0\r\n";
    private static final String PATH = "/v1/exports/articles.ndjson?title=bai%20viet%20dai";
    private static final String RUNNING =
            "select count(*) from pg_stat_activity where query like 'copy (select r.document%' and state <> 'idle'";

    @Inject
    Given given;

    @Inject
    Stored stored;

    @BeforeEach
    void fill() {
        given.sql(
                "insert into article (id, title, text, status) select gen_random_uuid(), 'Bài viết dài ' || i, repeat('Nội dung của bài. ', 30000), 'published'"
                        + " from generate_series(1, " + ARTICLES + ") i");
    }

    @AfterEach
    void clear() {
        given.sql("delete from article where title like 'Bài viết dài %'");
    }

    @Test
    void givesEverythingBackWhenClientsGo() throws IOException {
        for (int i = 0; i < 50; i++) {
            try (var client = new Client()) {
                client.readSome();
            }
            await("the export to end", () -> stored.number(RUNNING) == 0);
        }
        assertThat(Download.of(PATH).records()).hasSize(ARTICLES);
    }

    @Test
    void waitsForNobodyForEver() throws IOException {
        try (var client = new Client()) {
            client.readSome();
            await("the export to end", () -> stored.number(RUNNING) == 0);
            assertThat(client.readAll()).doesNotContain("trailer", LAST_CHUNK);
        }
    }

    @Test
    void runsAsManyAtOnceAsItMay() throws IOException {
        var clients = new ArrayList<Client>();
        try {
            for (int i = 0; i < 4; i++) {
                var client = new Client();
                clients.add(client);
                client.readSome();
            }
            // Each has moved on just now, so that none is given up while the fifth asks.
            for (var client : clients) {
                client.readMore();
            }
            var refused = given().get(PATH);
            Refusal.of(refused, 503, "exports-busy");
            assertThat(refused.header("Retry-After")).isEqualTo("30");
        } finally {
            for (var client : clients) {
                client.close();
            }
        }
        await("a place", () -> Download.of("/v1/exports/indicators.csv").status() == 200);
    }

    @Test
    void breaksOffWhenTheDatabaseDoes() throws IOException {
        try (var client = new Client()) {
            client.readSome();
            assertThat(stored.number("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                            + " where query like 'copy (select r.document%' and state <> 'idle'"))
                    .isEqualTo(1);
            assertThat(client.readAll()).doesNotContain("trailer", LAST_CHUNK);
        }
        assertThat(Download.of(PATH).records()).hasSize(ARTICLES);
    }

    private static void await(String what, BooleanSupplier condition) {
        var end = Instant.now().plus(Duration.ofSeconds(30));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("Waiting for " + what).isBefore(end);
            Thread.onSpinWait();
        }
    }

    /** One that reads as little as it likes. */
    private static final class Client implements AutoCloseable {
        private final Socket socket = new Socket();

        Client() throws IOException {
            socket.setReceiveBufferSize(16 * 1024);
            socket.setSoTimeout(30_000);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), RestAssured.port));
            socket.getOutputStream()
                    .write(("GET " + PATH + " HTTP/1.1\r\nHost: test\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        }

        void readSome() throws IOException {
            assertThat(new String(socket.getInputStream().readNBytes(2000), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200")
                    .contains("{\"id\":");
        }

        void readMore() throws IOException {
            assertThat(socket.getInputStream().readNBytes(4_000_000)).hasSize(4_000_000);
        }

        String readAll() throws IOException {
            var all = new ByteArrayOutputStream();
            try {
                socket.getInputStream().transferTo(all);
            } catch (java.net.SocketException e) {
                // A connection that is reset ends like this; what has come until then counts.
                assertThat(e).hasMessageContaining("reset");
            }
            return all.toString(StandardCharsets.UTF_8);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
