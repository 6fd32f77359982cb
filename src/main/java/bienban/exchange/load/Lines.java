package bienban.exchange.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Cuts a stream into its lines, whatever their end ({@code \n} or {@code \r\n}); in CSV a line goes on while a quotation is open. */
final class Lines {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final InputStream in;
    private final boolean quotes;
    private final int longest;
    private final byte[] buffer = new byte[1 << 16];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int at;
    private int end;
    private long ends;
    private boolean tooLong;

    /** One line: the number of its first physical line, and its bytes, or null where it is longer than allowed. */
    static final class Line {
        private final long number;
        private final byte[] bytes;

        Line(long number, byte[] bytes) {
            this.number = number;
            this.bytes = bytes;
        }

        long number() {
            return number;
        }

        byte[] bytes() {
            return bytes;
        }
    }

    Lines(InputStream in, ImportFormat format, int longest) {
        this.in = in;
        this.quotes = format == ImportFormat.csv;
        this.longest = longest;
    }

    /** The next line that holds anything, or null at the end. */
    Line next() throws IOException {
        while (true) {
            var number = ends + 1;
            if (!fill() && line.size() == 0 && !tooLong) {
                return null;
            }
            var text = taken(number == 1);
            if (text == null || !isBlank(text)) {
                return new Line(number, text);
            }
        }
    }

    /** Collects up to the end of the line; false when the stream ends before one. */
    private boolean fill() throws IOException {
        var quoted = false;
        while (true) {
            if (at == end) {
                at = 0;
                end = Math.max(in.read(buffer), 0);
                if (end == 0) {
                    return false;
                }
            }
            var from = at;
            while (at < end) {
                var b = buffer[at++];
                if (b == '\n') {
                    ends++;
                    if (!quoted) {
                        keep(from, at - 1 - from);
                        return true;
                    }
                } else if (quotes && b == '"') {
                    quoted = !quoted;
                }
            }
            keep(from, at - from);
        }
    }

    private void keep(int from, int length) {
        tooLong |= line.size() + length > longest;
        if (!tooLong) {
            line.write(buffer, from, length);
        }
    }

    private byte[] taken(boolean first) {
        var bytes = tooLong ? null : line.toByteArray();
        line.reset();
        tooLong = false;
        return bytes == null ? null : trimmed(bytes, first);
    }

    private static byte[] trimmed(byte[] bytes, boolean first) {
        var from = first && java.util.Arrays.mismatch(bytes, BYTE_ORDER_MARK) == BYTE_ORDER_MARK.length ? 3 : 0;
        var to = bytes.length > from && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
        return from == 0 && to == bytes.length ? bytes : java.util.Arrays.copyOfRange(bytes, from, to);
    }

    private static boolean isBlank(byte[] bytes) {
        for (var b : bytes) {
            if (b != ' ' && b != '\t') {
                return false;
            }
        }
        return true;
    }
}
