package bienban.exchange.load;

import bienban.place.PlaceRef;
import bienban.shared.ApiException;
import bienban.shared.InputError;
import bienban.shared.StrictJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads rows of a CSV file as the JSON that they stand for. Columns are called as in the export; those that only show something are ignored. */
final class Table {
    /** What exports show beside what is written. */
    private static final Set<String> SHOWN = Set.of(
            "version",
            "createdAt",
            "updatedAt",
            "placeName",
            "placeLevel",
            "parentName",
            "normalizedValue",
            "periodFrom",
            "periodTo",
            "meeting",
            "meetingTitle",
            "heldOn");

    /** Columns that are parts of a member. */
    private static final Map<String, List<String>> PARTS = Map.of(
            "sourceTitle", List.of("source", "title"),
            "sourceUrl", List.of("source", "url"),
            "labelVi", List.of("labels", "vi"),
            "labelEn", List.of("labels", "en"));

    private static final ObjectReader CELLS =
            new CsvMapper().readerFor(String[][].class).with(CsvParser.Feature.WRAP_AS_ARRAY);

    private final Map<String, Class<?>> members = new LinkedHashMap<>();
    private final List<String> columns;

    Table(Class<? extends Record> type, byte[] headings) {
        var valid = new TreeSet<String>();
        for (var member : type.getRecordComponents()) {
            members.put(member.getName(), member.getType());
            if (isColumn(member)) {
                valid.add(member.getName());
            }
        }
        columns = List.of(cells(headings));
        valid.add("externalId");
        PARTS.forEach((column, part) -> {
            if (members.containsKey(part.get(0))) {
                valid.add(column);
            }
        });
        var errors = new ArrayList<InputError>();
        for (var column : columns) {
            if (!valid.contains(column) && !SHOWN.contains(column)) {
                errors.add(InputError.at("", "unknown_name", column, valid));
            }
        }
        if (columns.stream().distinct().count() < columns.size()) {
            errors.add(InputError.at("", "duplicate_key", 1, 1));
        }
        if (!errors.isEmpty()) {
            throw ApiException.invalid(errors);
        }
    }

    private static boolean isColumn(RecordComponent member) {
        var type = member.getGenericType() instanceof ParameterizedType list
                ? list.getActualTypeArguments()[0]
                : member.getType();
        return type == PlaceRef.class || !(type instanceof Class<?> single && single.isRecord());
    }

    /** The row as JSON; an empty cell states nothing. */
    JsonNode row(byte[] line) {
        var cells = cells(line);
        if (cells.length != columns.size()) {
            throw ApiException.invalid(InputError.at("", "cell_count", cells.length, columns.size()));
        }
        var row = StrictJson.READER.createObjectNode();
        for (int i = 0; i < cells.length; i++) {
            var column = columns.get(i);
            if (!cells[i].isEmpty() && !SHOWN.contains(column)) {
                put(row, column, cells[i]);
            }
        }
        return StrictJson.normalized(row);
    }

    private void put(ObjectNode row, String column, String cell) {
        var type = members.get(column);
        var text = cell.startsWith("'") ? cell.substring(1) : cell;
        if (column.equals("id") && members.containsKey("code") && !columns.contains("code")) {
            // Exports call the code of a place or an indicator its id, which it is.
            row.put("code", text);
        } else if (PARTS.containsKey(column)) {
            var part = PARTS.get(column);
            row.withObjectProperty(part.get(0)).put(part.get(1), text);
        } else if (type == PlaceRef.class) {
            row.putObject(column).put("code", text);
        } else if (type == BigDecimal.class || type == Integer.class) {
            row.set(column, number(cell));
        } else if (type == Boolean.class && (cell.equals("true") || cell.equals("false"))) {
            row.put(column, cell.equals("true"));
        } else if (type == List.class) {
            var items = row.putArray(column);
            Arrays.stream(cell.split(";", -1)).map(String::strip).forEach(items::add);
        } else {
            row.put(column, text);
        }
    }

    /** As JSON writes numbers; anything else stays the text that it is, and is refused as such. */
    private static JsonNode number(String cell) {
        return cell.length() <= 64 && cell.matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d{1,3})?")
                ? StrictJson.tree(cell.getBytes(StandardCharsets.UTF_8))
                : StrictJson.READER.getNodeFactory().textNode(cell);
    }

    private static String[] cells(byte[] line) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString();
            String[][] rows = CELLS.readValue(text);
            if (rows.length != 1) {
                throw ApiException.invalid(InputError.at("", "malformed_csv"));
            }
            return rows[0];
        } catch (CharacterCodingException e) {
            throw ApiException.invalid(InputError.at("", "not_utf8"));
        } catch (IOException e) {
            throw ApiException.invalid(InputError.at("", "malformed_csv"));
        }
    }
}
