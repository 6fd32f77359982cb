package bienban.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** The service as it is deployed, in a process of its own with little memory, on the database of the test. */
final class PackagedServer implements AutoCloseable {
    static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    /** Nobody could guess it: the service refuses to start with one that somebody could. */
    static final String KEY = "bb_" + UUID.randomUUID() + UUID.randomUUID();

    private final Process process;
    private final String address;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private PackagedServer(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    static PackagedServer start(Database database) throws IOException, InterruptedException {
        assertThat(JAR).as("first: ./mvnw package -DskipTests").exists();
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // All of the heap is taken at once, so that what grows is not the heap on its way to its bound.
                "-Xms256m",
                "-Xmx256m",
                "-XX:+AlwaysPreTouch",
                "-jar",
                JAR.toString());
        builder.environment()
                .putAll(Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL", database.url(),
                        "QUARKUS_DATASOURCE_USERNAME", database.user(),
                        "QUARKUS_DATASOURCE_PASSWORD", database.password(),
                        "QUARKUS_FLYWAY_USERNAME", database.owner(),
                        "QUARKUS_FLYWAY_PASSWORD", database.password(),
                        "QUARKUS_HTTP_HOST", "127.0.0.1",
                        "QUARKUS_HTTP_PORT", String.valueOf(port),
                        "QUARKUS_MANAGEMENT_PORT", "0",
                        "BIENBAN_ADMIN_KEY", KEY));
        var process = builder.redirectErrorStream(true)
                .redirectOutput(new File("target/packaged-server.log"))
                .start();
        var server = new PackagedServer(process, "http://127.0.0.1:" + port);
        server.awaitReady();
        return server;
    }

    private void awaitReady() throws InterruptedException {
        var end = Instant.now().plus(Duration.ofMinutes(2));
        while (true) {
            try {
                if (get("/v1/vocabularies").statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // It does not listen yet.
            }
            assertThat(process.isAlive()).as("see target/packaged-server.log").isTrue();
            assertThat(Instant.now()).as("see target/packaged-server.log").isBefore(end);
            process.waitFor(100, TimeUnit.MILLISECONDS);
        }
    }

    /** @param path or a whole address */
    HttpResponse<InputStream> get(String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address).resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    /** Reads an answer to its end, and returns how many bytes it had. */
    long drain(String path, String... headers) throws IOException, InterruptedException {
        var answer = get(path, headers);
        try (var body = answer.body()) {
            assertThat(answer.statusCode()).isEqualTo(200);
            return body.transferTo(OutputStream.nullOutputStream());
        }
    }

    /** Sends a file to be entered, and returns when it is; what the job says in the end. */
    String load(String query, Path file) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + "/v1/imports?" + query))
                .header("Authorization", "Bearer " + KEY)
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofFile(file))
                .build();
        var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        var job = answer.headers().firstValue("Location").orElseThrow();
        while (true) {
            try (var state = get(job, "Authorization", "Bearer " + KEY).body()) {
                var told = new String(state.readAllBytes(), StandardCharsets.UTF_8);
                if (told.contains("\"endedAt\"")) {
                    return told;
                }
            }
            process.waitFor(50, TimeUnit.MILLISECONDS);
        }
    }

    String address() {
        return address;
    }

    /** What the process has of the memory, in MiB; where /proc does not tell, none. */
    long memory() throws IOException {
        var status = Path.of("/proc", String.valueOf(process.pid()), "status");
        var lines = Files.exists(status) ? Files.readAllLines(status) : List.<String>of();
        return lines.stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    /** Where the database is and who may enter. */
    record Database(String url, String user, String owner, String password) {
        /** For what only the owner of the tables may do. */
        Connection owned() throws SQLException {
            return DriverManager.getConnection(url, owner, password);
        }
    }
}
