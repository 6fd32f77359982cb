package bienban.record;

import bienban.security.Caller;
import bienban.shared.InputError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Gives references their records: by id, else by what names the record, else a new one is made (with the id that was given, if
 * one was). What the caller does not see is not found. One statement looks all up, however many there are; a second makes the new ones.
 */
@ApplicationScoped
public class References {
    private final RecordRepository records;
    private final Rows rows;
    private final Caller caller;

    References(RecordRepository records, Rows rows, Caller caller) {
        this.caller = caller;
        this.records = records;
        this.rows = rows;
    }

    /** How one kind is looked up and made. */
    public interface Lookup {
        String table();

        /** The members of a wanted reference with their SQL types, e.g. {@code "id uuid, name text"}. */
        String columns();

        /**
         * SQL over {@code w} that gives the records that may be meant: {@code id, rank, status, home}. The lowest rank is the
         * best, 0 is for the id that was stated.
         */
        String candidates();

        /** SQL over {@code w}: references with the same key are the same new record. */
        String key();

        /** The row of a new record without its id, or null when too little is stated to make one. */
        Map<String, Object> make(Map<String, Object> wanted);
    }

    /** One reference: where it stands in the input, and its members ({@code id} among them, perhaps null). */
    public record Wanted(String pointer, Map<String, Object> members) {}

    /** The ids in the order of the references; null where a fault was added. */
    public List<UUID> resolve(Lookup lookup, List<Wanted> wanted, List<InputError> errors) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        var found = find(lookup, wanted);
        var missing = new LinkedHashMap<String, Map<String, Object>>();
        var madeIds = new HashSet<Object>();
        var unknown = new ArrayList<Wanted>();
        for (int i = 0; i < wanted.size(); i++) {
            if (found.get(i).get(2, Boolean.class)) {
                // Taken by a record that the caller does not see: neither can it be referred to, nor its id be given
                // again.
                unknown.add(wanted.get(i));
            } else if (found.get(i).get(0) == null) {
                var members = wanted.get(i).members();
                var row = lookup.make(members);
                if (row == null) {
                    unknown.add(wanted.get(i));
                } else {
                    missing.computeIfAbsent(found.get(i).get(1, String.class), key -> withId(members.get("id"), row));
                    madeIds.add(members.get("id"));
                }
            }
        }
        // An id alone may refer to what another reference of the same input makes.
        unknown.removeIf(w ->
                w.members().get("id") != null && madeIds.contains(w.members().get("id")));
        unknown.forEach(w -> errors.add(InputError.at(
                w.pointer(), "unknown_reference", lookup.table(), w.members().get("id"))));
        if (missing.isEmpty() || !errors.isEmpty()) {
            return ids(found);
        }
        // A second writer may just have made the same one: whoever comes second finds it when looking again.
        rows.insert(lookup.table(), new ArrayList<>(missing.values()), "on conflict do nothing");
        var ids = new ArrayList<UUID>();
        for (var row : find(lookup, wanted)) {
            var known = row.get(0, UUID.class);
            // What nothing names but the id that was just given to it cannot be found again by what it was called.
            ids.add(known == null ? (UUID) missing.get(row.get(1, String.class)).get("id") : known);
        }
        return ids;
    }

    private static Map<String, Object> withId(Object id, Map<String, Object> row) {
        var withId = new LinkedHashMap<String, Object>();
        withId.put("id", id == null ? Ids.next() : id);
        withId.putAll(row);
        return withId;
    }

    private List<Tuple> find(Lookup lookup, List<Wanted> wanted) {
        var list = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < wanted.size(); i++) {
            var members = new HashMap<>(wanted.get(i).members());
            members.put("position", i);
            list.add(members);
        }
        var seen = caller.scope().visible("c.status", "c.home");
        var parameters = new HashMap<>(caller.scope().parameters());
        parameters.put("wanted", Rows.json(list));
        return records.rows(
                "select m.id, " + lookup.key()
                        + " as key, coalesce(m.hidden, false) as hidden from jsonb_to_recordset(cast(:wanted as jsonb)) as w(position int, "
                        + lookup.columns() + ") left join lateral (select c.id, not coalesce(" + seen
                        + ", false) as hidden from (" + lookup.candidates() + ") c where c.rank = 0 or " + seen
                        + " order by c.rank, c.status = 'published' desc, c.id limit 1) m on true order by w.position",
                parameters);
    }

    private static List<UUID> ids(List<Tuple> found) {
        var ids = new ArrayList<UUID>();
        found.forEach(row -> ids.add(row.get(0, UUID.class)));
        return ids;
    }
}
