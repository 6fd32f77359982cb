package bienban.exchange.load;

import bienban.exchange.load.Lines.Line;
import bienban.indicator.ObservationEntry;
import bienban.indicator.ObservationRecord;
import bienban.record.Ids;
import bienban.shared.ApiException;
import bienban.shared.InputError;
import bienban.shared.JsonBody;
import bienban.shared.StrictJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads lines of one file, each as the API reads the body of a request. Many threads read at the same time. */
final class RowReader {
    private static final String EXTERNAL_ID = "externalId";
    private static final int LONGEST_EXTERNAL_ID = 200;

    private final ImportType type;
    private final boolean hasOrigin;
    private final Table table;
    private final JsonBody bodies;
    private final ObservationEntry observations;

    /** @param table how a CSV file's rows are read; null for NDJSON */
    RowReader(ImportType type, boolean hasOrigin, Table table, JsonBody bodies, ObservationEntry observations) {
        this.type = type;
        this.hasOrigin = hasOrigin;
        this.table = table;
        this.bodies = bodies;
        this.observations = observations;
    }

    List<Row> read(List<Line> lines) {
        var rows = new ArrayList<Row>(lines.size());
        for (var line : lines) {
            try {
                rows.add(read(line));
            } catch (ApiException e) {
                rows.add(Row.refused(line.number(), faults(e)));
            }
        }
        return rows;
    }

    private Row read(Line line) {
        if (line.bytes() == null) {
            throw ApiException.invalid(InputError.at("", "line_too_long"));
        }
        var tree = table == null ? StrictJson.tree(line.bytes()) : table.row(line.bytes());
        if (isTrailer(tree)) {
            return null;
        }
        var faults = new ArrayList<InputError>();
        var externalId = externalId(tree, faults);
        Record input = null;
        try {
            input = bodies.read(tree, type.input());
        } catch (ApiException e) {
            faults.addAll(e.errors());
        }
        if (input instanceof ObservationRecord figure) {
            observations.check(figure, "", faults);
        }
        var stated = input == null ? null : statedId(tree);
        return new Row(
                line.number(), stated == null ? Ids.next() : stated, stated != null, externalId, tree, input, faults);
    }

    private UUID statedId(JsonNode tree) {
        if (type.isCodeList()) {
            return Ids.of(type.kind(), tree.get("code").textValue());
        }
        return tree.path("id").isTextual() ? UUID.fromString(tree.get("id").textValue()) : null;
    }

    /** The line with which an export ends tells of the file and is no record. */
    private static boolean isTrailer(JsonNode tree) {
        return tree.size() == 1 && tree.path("trailer").isObject();
    }

    private String externalId(JsonNode tree, List<InputError> faults) {
        var stated = tree instanceof ObjectNode object ? object.remove(EXTERNAL_ID) : null;
        if (stated == null || stated.isNull()) {
            return null;
        }
        var pointer = "/" + EXTERNAL_ID;
        if (!stated.isTextual()) {
            faults.add(InputError.at(
                    pointer, "wrong_type", stated.getNodeType().name().toLowerCase(java.util.Locale.ROOT)));
        } else if (stated.textValue().isBlank() || stated.textValue().length() > LONGEST_EXTERNAL_ID) {
            faults.add(InputError.at(pointer, "too_long", 1, LONGEST_EXTERNAL_ID));
        } else if (!hasOrigin) {
            faults.add(InputError.at(pointer, "origin_needed"));
        } else {
            return stated.textValue();
        }
        return null;
    }

    /** What a refusal says of a row: its faults, or where it has none, its own name. */
    static List<InputError> faults(ApiException e) {
        return e.errors().isEmpty() ? List.of(new InputError("", null, e.code(), e.arguments())) : e.errors();
    }
}
