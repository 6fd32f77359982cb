package bienban.federation.source;

import bienban.federation.source.UpstreamFault.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The lines of an NDJSON export, with the sum over all of them. */
final class Lines {
    private static final int LONGEST = 8 << 20;
    private static final int CHUNK = 64 << 10;

    private final InputStream body;
    private final MessageDigest sum = sha256();
    private final byte[] chunk = new byte[CHUNK];
    private int from;
    private int to;
    private long count;

    Lines(InputStream body) {
        this.body = body;
    }

    /** The next line without its end, or null where there is none; what is cut off in the middle of a line is none. */
    String next() throws IOException {
        var line = new ByteArrayOutputStream();
        while (true) {
            if (from == to) {
                from = 0;
                to = Math.max(0, body.read(chunk, 0, CHUNK));
                if (to == 0) {
                    return null;
                }
            }
            var end = from;
            while (end < to && chunk[end] != '\n') {
                end++;
            }
            line.write(chunk, from, end - from);
            if (line.size() > LONGEST) {
                throw new UpstreamFault(Kind.broken, "a line of more than " + LONGEST + " bytes");
            }
            from = Math.min(to, end + 1);
            if (end < to) {
                return line.toString(StandardCharsets.UTF_8);
            }
        }
    }

    /** Counts a line that is not the trailer. */
    void include(String line) {
        sum.update(line.getBytes(StandardCharsets.UTF_8));
        sum.update((byte) '\n');
        count++;
    }

    long count() {
        return count;
    }

    String sum() {
        return HexFormat.of().formatHex(sum.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256", e);
        }
    }
}
