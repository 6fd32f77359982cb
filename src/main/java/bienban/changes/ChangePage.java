package bienban.changes;

import static java.nio.charset.StandardCharsets.UTF_8;

import bienban.shared.StrictJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A stretch of the feed. */
@Schema(description = "A stretch of the feed")
record ChangePage(
        @Schema(
                required = true,
                description = "The changes in their order, each on a line of its own with `record` as its last member")
        List<Change> items,

        @Schema(
                required = true,
                description =
                        "Where to go on, always there, also when nothing is new. It passes over what the filters leave out")
        String next,

        @Schema(
                required = true,
                description =
                        "Number of the oldest transaction that is still running: the feed is final below it. When it stands still for long, so does some transaction",
                examples = "74211")
        String watermark,

        @Schema(
                required = true,
                description =
                        "Whether to ask again at once. A page may hold less than `limit`, even nothing, and yet be followed by another")
        boolean hasMore) {
    private static final ObjectWriter LINES =
            StrictJson.READER.writerFor(Change.class).withRootValueSeparator(",\n");

    /** One change on each line, so that line tools can take a record out as it is. */
    byte[] json() {
        var json =
                new ByteArrayOutputStream(items.stream().mapToInt(Change::size).sum());
        try (var lines = LINES.writeValues(json)) {
            json.write("{\"items\":[\n".getBytes(UTF_8));
            lines.writeAll(items).flush();
            json.write("\n],\"next\":\"%s\",\"watermark\":\"%s\",\"hasMore\":%b}"
                    .formatted(next, watermark, hasMore)
                    .getBytes(UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return json.toByteArray();
    }

    static String write(Change change) {
        try {
            return new String(LINES.writeValueAsBytes(change), UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
