package bienban.exchange.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;

/** What an export held, as it is told at its end: whoever has counted and summed the same has all of it. */
record Sealed(long rows, String hash) {
    private static final int CHUNK = 64 * 1024;

    /** Sends all of the body and, where it is lines of JSON, this as the last of them. The sum is over all bytes before that line. */
    static Sealed send(Content.Body body, OutputStream out, String lastLineCursor) throws IOException, SQLException {
        var sum = sha256();
        var summed = new BufferedOutputStream(new DigestOutputStream(out, sum), CHUNK);
        var rows = body.send(summed);
        summed.flush();
        var sealed = new Sealed(rows, HexFormat.of().formatHex(sum.digest()));
        if (lastLineCursor != null) {
            out.write(sealed.line(lastLineCursor).getBytes(StandardCharsets.UTF_8));
        }
        return sealed;
    }

    private String line(String cursor) {
        return "{\"trailer\":{\"rows\":%d,\"sha256\":\"%s\",\"cursor\":\"%s\"}}\n".formatted(rows, hash, cursor);
    }

    Map<String, String> trailers() {
        return Map.of("Row-Count", String.valueOf(rows), "Content-SHA256", hash);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
