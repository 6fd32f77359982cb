package bienban.shared;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A request as bytes, for what no client would send. */
final class Wire {
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

    private Wire() {}

    /** The whole answer to a head and a body; the server may wait for the rest of the body before it ends the connection. */
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
                var in = socket.getInputStream();
                for (int next = in.read(); next >= 0; next = isWhole(answer) ? -1 : in.read()) {
                    answer.write(next);
                }
            } catch (IOException e) {
                // What has come until then counts.
            }
            return answer.toString(StandardCharsets.UTF_8);
        }
    }

    private static boolean isWhole(ByteArrayOutputStream answer) {
        var text = answer.toString(StandardCharsets.ISO_8859_1);
        int body = text.indexOf("\r\n\r\n") + 4;
        var length = LENGTH.matcher(text);
        return body > 3 && length.find() && text.length() - body >= Integer.parseInt(length.group(1));
    }
}
