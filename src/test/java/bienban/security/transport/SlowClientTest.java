package bienban.security.transport;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import bienban.Given;
import bienban.security.EdgeProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Clients that send or take so slowly that they would hold a connection for ever. Each byte comes within the time for idle ones. */
@QuarkusTest
@TestProfile(EdgeProfile.class)
class SlowClientTest {
    private static final int DRIP_MILLISECONDS = 200;
    /** Far more than the limits, far less than what the drops would take. */
    private static final int PATIENCE_SECONDS = 60;

    private static Socket connect() throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), RestAssured.port));
        socket.setSoTimeout(DRIP_MILLISECONDS);
        return socket;
    }

    /** What was answered until the server hung up, while more and more is sent. */
    private static String drip(String begin, String drops) throws IOException {
        var answer = new ByteArrayOutputStream();
        var started = System.nanoTime();
        try (var socket = connect()) {
            send(socket, begin);
            for (int i = 0; ; i++) {
                assertThat((System.nanoTime() - started) / 1_000_000_000)
                        .as("still open after %s", answer)
                        .isLessThan(PATIENCE_SECONDS);
                try {
                    var read = socket.getInputStream().read();
                    if (read < 0) {
                        return answer.toString(StandardCharsets.UTF_8);
                    }
                    answer.write(read);
                } catch (SocketTimeoutException e) {
                    send(socket, drops.isEmpty() ? "" : String.valueOf(drops.charAt(i % drops.length())));
                }
            }
        } catch (SocketException e) {
            // Hung up while something was on the way to it.
            return answer.toString(StandardCharsets.UTF_8);
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    @Test
    void endsAHeadThatComesInDrops() throws IOException {
        assertThat(drip("GET /v1/meetings HTTP/1.1\r\nHost: test\r\nX-Long: ", "a"))
                .isEmpty();
        assertThat(drip("G", "ET")).isEmpty();
    }

    @Test
    void endsTheSecondHeadOnAConnectionToo() throws IOException {
        assertThat(drip("GET /v1/vocabularies HTTP/1.1\r\nHost: test\r\n\r\nGET /v1/voc", "a"))
                .startsWith("HTTP/1.1 200 ")
                .containsOnlyOnce("HTTP/1.1");
    }

    @Test
    void endsABodyThatComesInDrops() throws IOException {
        var head =
                "POST /v1/meetings HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n"
                        + "Authorization: " + Given.KEY + "\r\n\r\n";
        assertThat(drip(head + "{\"title\": \"", "a"))
                .startsWith("HTTP/1.1 408 ")
                .contains("urn:bienban:problem:too-slow", "application/problem+json");
    }

    @Test
    void endsABodyThatComesInDropsAfterItWasRefused() throws IOException {
        var head =
                "POST /v1/meetings HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n";
        assertThat(drip(head + "{\"title\": \"", "a")).startsWith("HTTP/1.1 401 ");
        assertThat(drip(head.replace("100000", "100000000") + "{\"title\": \"", "a"))
                .startsWith("HTTP/1.1 413 ");
    }

    @Test
    void endsAConnectionOnWhichNothingComes() throws IOException {
        assertThat(drip("", "")).isEmpty();
    }

    @Test
    void endsAConnectionWhoseAnswersNobodyReads() throws IOException {
        var request = "GET /q/openapi HTTP/1.1\r\nHost: test\r\nX-Forwarded-For: 100.64.9.9\r\n\r\n";
        var one = given().header("X-Forwarded-For", "100.64.9.8")
                .get("/q/openapi")
                .asByteArray()
                .length;
        try (var socket = connect()) {
            // Far more than the buffers of both ends hold.
            send(socket, request.repeat(90));
            // Each of these waits as long as a connection may be idle.
            drip("", "");
            drip("", "");
            assertThat(readAll(socket)).isLessThan(90L * one);
        }
    }

    private static long readAll(Socket socket) throws IOException {
        socket.setSoTimeout(PATIENCE_SECONDS * 1000);
        var all = 0L;
        try {
            var buffer = new byte[65_536];
            for (var read = 0; read >= 0; read = socket.getInputStream().read(buffer)) {
                all += read;
            }
        } catch (SocketException e) {
            // Hung up, with something still on the way.
        }
        return all;
    }
}
