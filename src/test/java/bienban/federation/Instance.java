package bienban.federation;

import static org.assertj.core.api.Assertions.assertThat;

import bienban.shared.StrictJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** The packaged service as a process of its own, with a database of its own. */
final class Instance {
    static final String KEY = "bb_Zk4vQ9xT2mLw7rHc5nYd8pGs";
    static final List<String> KINDS =
            List.of("organizations", "documents", "articles", "speakers", "meetings", "observations", "directives");
    private static final Path PROGRAM = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final List<String> ENVELOPE = List.of("version", "createdAt", "updatedAt", "origin");

    final String name;
    final int port;
    private final Path directory;
    private final Map<String, String> settings = new TreeMap<>();
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private Process process;

    Instance(String name, Path parent) throws IOException {
        this.name = name;
        this.directory = parent.resolve(name);
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
        }
        assertThat(PROGRAM).as("package first: ./mvnw package -DskipTests").exists();
    }

    Instance set(String setting, String value) {
        settings.put(setting, value);
        return this;
    }

    Instance follows(Instance other, String url) {
        return set("bienban.upstreams." + other.name + ".url", url)
                .set("bienban.upstreams." + other.name + ".interval", "0.5S");
    }

    Instance start() throws Exception {
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.management.port=0",
                "-Dbienban.admin-key=" + KEY,
                "-Dbienban.limits.enabled=false",
                "-Dbienban.sample-data=false",
                "-Dbienban.database.directory=" + directory));
        settings.forEach((setting, value) -> command.add("-D" + setting + "=" + value));
        command.add("-jar");
        command.add(PROGRAM.toString());
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolveSibling(name + ".log").toFile()))
                .start();
        awaitReady();
        return this;
    }

    private boolean isReady() throws Exception {
        assertThat(process.isAlive()).as(name + " runs; see " + name + ".log").isTrue();
        try {
            return send("GET", "/v1/meetings?limit=1", null, Map.of()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    void stop() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }

    /** As the kernel does when memory runs out: no hook runs, and its database runs on until the next start finds it. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** The server itself; those who serve its connections end by themselves. The service starts it again. */
    void killDatabase() throws IOException {
        var id = Files.readAllLines(directory.resolve("data/postmaster.pid")).get(0);
        ProcessHandle.of(Long.parseLong(id.strip())).ifPresent(ProcessHandle::destroyForcibly);
    }

    void awaitReady() throws Exception {
        Await.that(name + " is ready", Duration.ofMinutes(3), this::isReady, true);
    }

    /** The data as they are now, while the service is stopped. */
    void copyDataTo(Path backup) throws Exception {
        copy(directory, backup);
    }

    void putBack(Path backup) throws Exception {
        run("rm", "-rf", directory.toString());
        copy(backup, directory);
    }

    private static void copy(Path from, Path to) throws Exception {
        run("cp", "-a", from.toString(), to.toString());
    }

    private static void run(String... command) throws Exception {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    HttpResponse<String> send(String method, String path, String body, Map<String, String> headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofMinutes(1))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!method.equals("GET")) {
            request.header("Authorization", "Bearer " + KEY).header("If-Match", "*");
            request.header(
                    "Content-Type", method.equals("PATCH") ? "application/merge-patch+json" : "application/json");
        }
        headers.forEach(request::setHeader);
        return client.send(request.build(), BodyHandlers.ofString());
    }

    JsonNode get(String path) throws Exception {
        return StrictJson.READER.readTree(send("GET", path, null, Map.of()).body());
    }

    JsonNode inside(String path) throws Exception {
        return StrictJson.READER.readTree(send("GET", path, null, Map.of("Authorization", "Bearer " + KEY))
                .body());
    }

    String post(String path, String body) throws Exception {
        var answer = send("POST", path, body, Map.of());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return StrictJson.READER.readTree(answer.body()).path("id").asText();
    }

    void change(String method, String path, String body) throws Exception {
        var answer = send(method, path, body, Map.of());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
    }

    String instanceId() throws Exception {
        return send("GET", "/v1/exports/places.ndjson", null, Map.of())
                .headers()
                .firstValue("Bienban-Instance")
                .orElseThrow();
    }

    /** All that is to be seen, by kind and id, without what differs between instances; of one owner where one is named. */
    Map<String, JsonNode> records(String owner) throws Exception {
        var records = new TreeMap<String, JsonNode>();
        for (var kind : KINDS) {
            for (var line : send("GET", "/v1/exports/" + kind + ".ndjson", null, Map.of())
                    .body()
                    .split("\n")) {
                var record = (ObjectNode) StrictJson.READER.readTree(line);
                if (record.has("trailer")
                        || (owner == null
                                ? record.has("origin")
                                : !record.path("origin")
                                        .path("instance")
                                        .asText()
                                        .equals(owner))) {
                    continue;
                }
                record.remove(ENVELOPE);
                records.put(kind + "/" + record.path("id").asText(), record);
            }
        }
        return records;
    }

    boolean saysStale(Instance other) throws Exception {
        return send("GET", "/v1/meetings?limit=1", null, Map.of())
                .headers()
                .firstValue("Bienban-Stale")
                .orElse("")
                .contains(other.name + ";since=");
    }

    void end() throws InterruptedException {
        if (process != null && process.isAlive()) {
            stop();
        }
    }
}
