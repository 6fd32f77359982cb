package bienban.record;

import bienban.shared.ApiException;
import bienban.shared.InputError;
import bienban.shared.Paging;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which members a kind's documents have, and which of them lists leave out unless asked. The names come from the record that
 * describes the kind, so that they cannot differ from the documentation.
 */
public final class Shape {
    /** Records on a page times what each is asked to bring: a list of heads may be long, one of whole records short. */
    private static final int HEAVIEST_PAGE = 1000;

    private final Set<String> members = new LinkedHashSet<>();
    private final Map<String, String> embedded;

    /** @param embedded the name in {@code include=} with the member that it brings */
    public Shape(Class<? extends Record> described, Map<String, String> embedded) {
        Arrays.stream(described.getRecordComponents()).forEach(c -> members.add(c.getName()));
        this.embedded = embedded;
    }

    /** The members to keep, or null for all. Unknown names are refused together, with the valid ones. */
    Set<String> wanted(Paging paging) {
        var errors = new ArrayList<InputError>();
        check("fields", paging.fieldNames(), members, errors);
        check("include", paging.includeNames(), embedded.keySet(), errors);
        weigh(paging, errors);
        if (!errors.isEmpty()) {
            throw ApiException.invalid(errors);
        }
        var included = paging.includeNames().stream().map(embedded::get).toList();
        if (paging.fieldNames().isEmpty() && included.containsAll(embedded.values())) {
            return null;
        }
        var wanted = new LinkedHashSet<>(paging.fieldNames());
        if (wanted.isEmpty()) {
            wanted.addAll(members);
            wanted.removeAll(embedded.values());
        }
        wanted.addAll(included);
        return wanted;
    }

    private void weigh(Paging paging, List<InputError> errors) {
        var brought = new LinkedHashSet<>(paging.fieldNames());
        paging.includeNames().stream()
                .filter(embedded::containsKey)
                .map(embedded::get)
                .forEach(brought::add);
        brought.retainAll(embedded.values());
        var weight = 1 + brought.size();
        if (paging.pageSize() * weight > HEAVIEST_PAGE) {
            errors.add(InputError.in("limit", "too_heavy", brought.size(), HEAVIEST_PAGE / weight));
        }
    }

    /** As {@link #wanted}, for one record, which comes whole unless fewer fields are asked for. */
    Set<String> wantedOf(List<String> fields) {
        var errors = new ArrayList<InputError>();
        check("fields", fields, members, errors);
        if (!errors.isEmpty()) {
            throw ApiException.invalid(errors);
        }
        return fields.isEmpty() ? null : new LinkedHashSet<>(fields);
    }

    static void keep(ObjectNode document, Set<String> wanted) {
        if (wanted != null) {
            document.retain(wanted);
        }
    }

    private static void check(String parameter, List<String> names, Set<String> valid, List<InputError> errors) {
        for (var name : names) {
            if (!valid.contains(name)) {
                errors.add(InputError.in(parameter, "unknown_name", name, new TreeSet<>(valid)));
            }
        }
    }
}
