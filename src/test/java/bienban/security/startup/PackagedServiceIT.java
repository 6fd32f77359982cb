package bienban.security.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds in production only: the packaged service, as it is started by hand. */
class PackagedServiceIT {
    private static final String KEY = "bb_Zk4vQ9xT2mLw7rHc5nYd8pGs";

    /** One for all, so that its programs are unpacked once; the data is of one start. */
    @TempDir
    static Path directory;

    @Test
    void doesNotStartWithUnsafeSettingsAndNamesThemAll() throws Exception {
        try (var service = PackagedService.start(
                directory,
                "bienban.admin-key=changeme",
                "bienban.cors.origins=*",
                "bienban.trusted-proxies=0.0.0.0/0")) {
            assertThat(service.exitCode()).isNotZero();
            assertThat(service.listens()).isFalse();
            assertThat(service.output())
                    .contains("unsafe settings", "bienban.admin-key", "bienban.cors.origins", "bienban.trusted-proxies")
                    .doesNotContain("changeme");
        }
    }

    @Test
    void startsWithSafeSettings() throws Exception {
        try (var service =
                PackagedService.start(directory, "bienban.admin-key=" + KEY, "quarkus.http.idle-timeout=1S")) {
            assertThat(service.listens()).as(service.output()).isTrue();
            keepsManagementToItself(service);
            countsRequests(service);
            notesWrites(service);
            endsSlowHeads(service);
        }
    }

    @Test
    void isClosedToWritersWhileThereIsNoKey() throws Exception {
        try (var service = PackagedService.start(directory)) {
            var refused = post(service, "", "{}");
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("urn:bienban:problem:writes-closed");
            assertThat(post(service, "Bearer ", "{}").statusCode()).isEqualTo(401);
            assertThat(post(service, "Bearer bb_test_key", "{}").statusCode()).isEqualTo(401);
            assertThat(get(service.port(), "/v1/meetings?limit=1").statusCode()).isEqualTo(200);
        }
    }

    private static HttpResponse<String> post(PackagedService service, String authorization, String body)
            throws Exception {
        var request = HttpRequest.newBuilder(address(service.port(), "/v1/meetings"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private static void keepsManagementToItself(PackagedService service) throws Exception {
        assertThat(service.managementHost()).isEqualTo("127.0.0.1");
        var health = get(service.managementPort(), "/q/health/ready");
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("\"UP\"");
        assertThat(get(service.port(), "/q/health/ready").statusCode()).isEqualTo(404);
        assertThat(get(service.port(), "/q/metrics").statusCode()).isEqualTo(404);
        assertThat(get(service.managementPort(), "/v1/meetings").statusCode()).isEqualTo(404);
    }

    private static void countsRequests(PackagedService service) throws Exception {
        var answer = get(service.port(), "/v1/meetings?limit=1");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("RateLimit-Policy")).contains("\"address\";q=6000;w=60");
        assertThat(answer.headers().firstValue("RateLimit").orElseThrow()).matches("\"address\";r=59\\d\\d;t=1");
    }

    private static void notesWrites(PackagedService service) throws Exception {
        var answer = post(service, "Bearer " + KEY, "{}");
        assertThat(answer.statusCode()).isEqualTo(400);
        var line = service.awaitLine(Pattern.compile("^\\{\"time\""));
        assertThat(line).contains("\"outcome\":\"refused\"", "\"subject\":\"admin-key\"", "\"status\":400");
        assertThat(service.output()).doesNotContain(KEY);
    }

    private static void endsSlowHeads(PackagedService service) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write("GET /v1/meet".getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().read()).as("hung up").isEqualTo(-1);
        }
    }

    private static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address(port, path)).build(), BodyHandlers.ofString());
    }

    private static URI address(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
