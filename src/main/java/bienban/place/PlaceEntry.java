package bienban.place;

import bienban.record.Entering;
import bienban.record.LifeStatus;
import bienban.record.RecordKind;
import bienban.shared.ApiException;
import bienban.shared.InputError;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;

/** Enters administrative units of a file. The list is replaced by reforms, not edited by hand, so that no request does. */
@ApplicationScoped
class PlaceEntry implements Entering<PlaceRecord> {
    private final PlaceRepository places;
    private final Session database;

    PlaceEntry(PlaceRepository places, Session database) {
        this.places = places;
        this.database = database;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.place;
    }

    @Override
    public Class<PlaceRecord> input() {
        return PlaceRecord.class;
    }

    @Override
    public String keyOf(UUID id, PlaceRecord input) {
        return input.code();
    }

    /** The code list has no drafts. */
    @Override
    public LifeStatus statusOf(PlaceRecord input) {
        return null;
    }

    @Override
    public void enter(UUID id, PlaceRecord input) {
        var errors = faults(input);
        if (!errors.isEmpty()) {
            throw ApiException.invalid(errors);
        }
        places.keep(input);
        if (input.predecessors() != null) {
            keepPredecessors(input);
        }
    }

    @Override
    public void replace(UUID id, PlaceRecord input) {
        enter(id, input);
    }

    private List<InputError> faults(PlaceRecord input) {
        var named = new LinkedHashMap<String, String>();
        var errors = new ArrayList<InputError>();
        if (input.id() != null && !input.id().equals(input.code())) {
            errors.add(InputError.at("/id", "other_id", input.code()));
        }
        if (input.parent() != null) {
            named.put("/parent/code", input.parent().code());
            if (liesIn(input.parent().code(), input.code())) {
                errors.add(InputError.at("/parent", "place_in_circle", input.code()));
            }
        }
        if (input.validFrom() != null
                && input.validTo() != null
                && !input.validFrom().isBefore(input.validTo())) {
            errors.add(InputError.at("/validTo", "validity_backwards"));
        }
        var before = input.predecessors() == null ? List.<PlaceRecord.Succession>of() : input.predecessors();
        var listed = new HashSet<>(Set.of(input.code()));
        for (int i = 0; i < before.size(); i++) {
            var pointer = "/predecessors/" + i + "/code";
            var code = before.get(i).code();
            named.put(pointer, code);
            if (!listed.add(code)) {
                errors.add(InputError.at(pointer, "listed_twice", code));
            }
        }
        if (!named.isEmpty()) {
            errors.addAll(places.unknown(named));
        }
        return errors;
    }

    private boolean liesIn(String code, String above) {
        return code.equals(above)
                || database.createNativeQuery(
                                "select exists (select 1 from place_ancestor where place_code = :code and ancestor_code = :above)",
                                Boolean.class)
                        .setParameter("code", code)
                        .setParameter("above", above)
                        .getSingleResult();
    }

    /** Only what differs is written, and with it only what shows it made again. */
    private void keepPredecessors(PlaceRecord input) {
        var codes =
                input.predecessors().stream().map(PlaceRecord.Succession::code).toArray(String[]::new);
        database.createNativeMutationQuery(
                        "delete from place_succession where successor_code = :code and predecessor_code <> all(:kept)")
                .setParameter("code", input.code())
                .setParameter("kept", codes)
                .executeUpdate();
        for (var before : input.predecessors()) {
            database.createNativeMutationQuery(
                            "insert into place_succession as s (predecessor_code, successor_code, effective_on) values (:before, :code, :on)"
                                    + " on conflict (predecessor_code, successor_code) do update set effective_on = excluded.effective_on"
                                    + " where s.effective_on <> excluded.effective_on")
                    .setParameter("before", before.code())
                    .setParameter("code", input.code())
                    .setParameter("on", before.effectiveOn())
                    .executeUpdate();
        }
    }
}
