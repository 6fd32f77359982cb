package bienban.exchange.load;

import bienban.shared.InputError;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;

/**
 * One row of a file, read.
 *
 * @param id the one that it states or a new one
 * @param input what it is by the rules of its kind, or null where it cannot be read as that
 */
record Row(
        long line, UUID id, boolean stated, String externalId, JsonNode tree, Object input, List<InputError> faults) {

    static Row refused(long line, List<InputError> faults) {
        return new Row(line, null, false, null, null, null, faults);
    }

    boolean isReadable() {
        return input != null;
    }
}
