package bienban.exchange.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class LinesTest {
    private static final int LONGEST = 20;

    private static List<String> lines(ImportFormat format, String text) throws IOException {
        return lines(format, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> lines(ImportFormat format, InputStream in) throws IOException {
        var lines = new Lines(in, format, LONGEST);
        var found = new ArrayList<String>();
        for (var line = lines.next(); line != null; line = lines.next()) {
            found.add(line.number() + ":"
                    + (line.bytes() == null ? "too long" : new String(line.bytes(), StandardCharsets.UTF_8)));
        }
        return found;
    }

    @Test
    void endsLinesAsBothSystemsDoAndLeavesBlankOnesOut() throws IOException {
        assertThat(lines(ImportFormat.ndjson, "\ufeffa\r\n\n \t\r\nb\n\"c\nd"))
                .containsExactly("1:a", "4:b", "5:\"c", "6:d");
        assertThat(lines(ImportFormat.ndjson, "")).isEmpty();
        assertThat(lines(ImportFormat.ndjson, "\n\n")).isEmpty();
    }

    @Test
    void goesOnWithARowOfATableWhileAQuotationIsOpen() throws IOException {
        assertThat(lines(ImportFormat.csv, "a,\"b\r\nc\",d\n\"e\"\"\n\"\nf\n"))
                .containsExactly("1:a,\"b\r\nc\",d", "3:\"e\"\"\n\"", "5:f");
    }

    @Test
    void tellsOfALineThatIsTooLongAndGoesOnBehindIt() throws IOException {
        assertThat(lines(
                        ImportFormat.ndjson,
                        "a\n" + "x".repeat(LONGEST + 1) + "\n" + "y".repeat(LONGEST) + "\n" + "z".repeat(300_000)))
                .containsExactly("1:a", "2:too long", "3:" + "y".repeat(LONGEST), "4:too long");
    }

    /** Whatever the network makes of a file, its lines are the same. */
    @RepeatedTest(50)
    void findsTheSameLinesHoweverTheBytesCome() throws IOException {
        var random = new Random();
        var text = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            text.append(new String[] {"\n", "\r\n", "a", "\"", "ệ", "xxxxxxxxx"}[random.nextInt(6)]);
        }
        for (var format : ImportFormat.values()) {
            var whole = lines(format, text.toString());
            var bytes = new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)) {
                @Override
                public synchronized int read(byte[] target, int offset, int length) {
                    return super.read(target, offset, Math.min(length, 1 + random.nextInt(7)));
                }
            };
            assertThat(lines(format, bytes)).as("%s of %s", format, text).isEqualTo(whole);
        }
    }
}
