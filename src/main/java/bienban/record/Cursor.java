package bienban.record;

import bienban.shared.ApiException;
import bienban.shared.InputError;
import bienban.shared.StrictJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32;

/** Where a list goes on: the sort value and id of the last row. Opaque to callers, and bound to the filters and sort it came from. */
record Cursor(String value, String id) {

    String write(String list) {
        try {
            var body = StrictJson.READER.writeValueAsString(List.of(value, id));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((seal(list + body) + body).getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param list what the cursor must have been made for: the path, the filters and the sort */
    static Cursor read(String text, String list, SortType type, boolean idIsUuid) {
        try {
            var decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            var body = decoded.substring(8);
            if (!decoded.startsWith(seal(list + body))) {
                throw ApiException.invalid(InputError.in("cursor", "foreign_cursor"));
            }
            var parts = StrictJson.READER.readTree(body);
            var cursor = new Cursor(parts.get(0).textValue(), parts.get(1).textValue());
            if (!type.canRead(cursor.value)
                    || !StrictJson.isStorable(cursor.id)
                    || (idIsUuid && !UUID.fromString(cursor.id).toString().equals(cursor.id))) {
                throw new IllegalArgumentException(body);
            }
            return cursor;
        } catch (JsonProcessingException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | NullPointerException e) {
            throw ApiException.invalid(InputError.in("cursor", "foreign_cursor"));
        }
    }

    /** Tells a cursor of another list, or a damaged one; it is no protection, and needs none: a cursor opens nothing. */
    private static String seal(String text) {
        var sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return "%08x".formatted(sum.getValue());
    }
}
