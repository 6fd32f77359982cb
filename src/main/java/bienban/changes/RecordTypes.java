package bienban.changes;

import bienban.record.RecordKind;
import bienban.shared.ApiException;
import bienban.shared.InputError;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Kinds of record by the plurals that addresses have. */
final class RecordTypes {
    private static final Map<String, RecordKind> BY_NAME = new TreeMap<>();

    static {
        Arrays.stream(RecordKind.values()).forEach(kind -> BY_NAME.put(kind.plural(), kind));
    }

    static final Set<String> NAMES = Set.copyOf(BY_NAME.keySet());

    private RecordTypes() {}

    /** Every value may be a list separated by commas; all that is not known is refused at once. */
    static List<RecordKind> read(String parameter, List<String> values) {
        var names = values.stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .distinct()
                .toList();
        var unknown = names.stream()
                .filter(name -> !BY_NAME.containsKey(name))
                .map(name -> InputError.in(parameter, "unknown_name", name, BY_NAME.keySet()))
                .toList();
        if (!unknown.isEmpty()) {
            throw ApiException.invalid(unknown);
        }
        return names.stream().map(BY_NAME::get).toList();
    }
}
