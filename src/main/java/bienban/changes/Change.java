package bienban.changes;

import bienban.record.FeedPosition;
import bienban.record.RecordKind;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One new version of one record. */
@Schema(description = "One new version of one record")
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
    "id",
    "type",
    "recordId",
    "version",
    "action",
    "mergedInto",
    "place",
    "previousPlace",
    "changedAt",
    "origin",
    "record"
})
record Change(
        @Schema(
                required = true,
                description = "Name of this change; also the position right behind it, for `since`",
                examples = "AWb7n3rDkQ1dAAAAAAAAA2UAAAAAAAAAKgECAwQFBgcI")
        String id,

        @Schema(required = true, description = "Of what type the record is", examples = "meetings")
        String type,

        @Schema(
                required = true,
                description = "Id of the record, or its code",
                examples = "01900f5e-2a00-7c3e-9d6a-6f1d2b7c4e10")
        String recordId,

        @Schema(required = true, description = "Grows with every change of the record", examples = "3")
        int version,

        @Schema(required = true) ChangeAction action,

        @Schema(description = "Id of the person that this one was merged into")
        UUID mergedInto,

        @Schema(description = "Code of the record's place", examples = "292")
        String place,

        @Schema(description = "Code of the place that it had before, when it moved")
        String previousPlace,

        @Schema(required = true, format = "date-time", examples = "2024-03-01T10:20:30.000Z")
        String changedAt,

        @Schema(description = "Which instance owns the record; absent for our own")
        Origin origin,

        @Schema(
                implementation = Object.class,
                type = SchemaType.OBJECT,
                description =
                        "The record as it is now, with `include=record`: the same bytes as in the exports. Absent when it is gone or not to be seen")
        Document record) {
    /** More than all but the record takes. */
    private static final int HEAD = 512;

    private static final DateTimeFormatter MOMENT =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    /**
     * @param row in the order of the columns of {@link ChangeRepository}
     * @param beginning of the feed
     */
    static Change of(Object[] row, FeedPosition beginning) {
        var changedAt = (Instant) row[10];
        var version = (Integer) row[5];
        return new Change(
                beginning
                        .behind(Long.parseLong((String) row[0]), (Long) row[1], (UUID) row[3], version, changedAt)
                        .toString(),
                RecordKind.valueOf((String) row[2]).plural(),
                (String) row[4],
                version,
                ChangeAction.valueOf((String) row[6]),
                (UUID) row[7],
                (String) row[8],
                (String) row[9],
                MOMENT.format(changedAt),
                Origin.of((UUID) row[11]),
                row[12] == null ? null : new Document((byte[]) row[12]));
    }

    /** About how many bytes it has as JSON. */
    int size() {
        return HEAD + (record == null ? 0 : record.bytes.length);
    }

    /** The instance that owns a record. */
    @Schema(name = "ChangeOrigin", description = "The instance that owns the record")
    record Origin(@Schema(required = true) UUID instance) {
        static Origin of(UUID instance) {
            return instance == null ? null : new Origin(instance);
        }
    }

    /** A document as the bytes that it is: most of a page is documents, and reading them as text takes as long as fetching them. */
    static final class Document extends JsonSerializable.Base {
        private final byte[] bytes;

        private Document(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public void serialize(JsonGenerator json, SerializerProvider serializers) throws IOException {
            json.writeRawValue("");
            json.flush();
            ((OutputStream) json.getOutputTarget()).write(bytes);
        }

        @Override
        public void serializeWithType(JsonGenerator json, SerializerProvider serializers, TypeSerializer type)
                throws IOException {
            serialize(json, serializers);
        }
    }
}
