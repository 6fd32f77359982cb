package bienban.shared;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A request as bytes, for what no client would send. */
final class Wire {
    private Wire() {}

    /** The whole answer to a head and a body, after which the connection ends. */
    static String answer(int port, String head, byte[] body) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            var out = socket.getOutputStream();
            out.write((head + "\r\nHost: test\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            try {
                out.write(body);
            } catch (IOException e) {
                // The server may answer, and stop listening, before it has heard all.
            }
            var answer = new ByteArrayOutputStream();
            try {
                socket.getInputStream().transferTo(answer);
            } catch (IOException e) {
                // What has come until then counts.
            }
            return answer.toString(StandardCharsets.UTF_8);
        }
    }
}
