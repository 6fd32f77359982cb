package bienban.place;

import bienban.record.Listing;
import bienban.record.RecordKind;
import bienban.record.SortType;
import bienban.shared.ApiException;
import bienban.shared.InputError;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Finds administrative units. */
@ApplicationScoped
public class PlaceRepository implements PanacheRepositoryBase<Place, String> {

    public Listing list(PlaceQuery query) {
        return new Listing(RecordKind.place, "place t join record r on r.id = t.record_id")
                .sort("code", SortType.code, "t.code", false)
                .sort("name", SortType.text, "t.name collate \"vi-x-icu\"", false)
                .and("fold(t.name) like '%' || fold(:name) || '%'", "name", query.name())
                .and("t.level = any(:level)", "level", query.level())
                .and("t.parent_code = any(:parent)", "parent", query.parent())
                .and(
                        "t.code in (select place_code from place_ancestor where ancestor_code = any(:within))",
                        "within",
                        query.within())
                .and(
                        "(t.valid_from is null or t.valid_from <= :on) and (t.valid_to is null or t.valid_to > :on)",
                        "on",
                        query.on());
    }

    /** Takes over what another instance keeps; the unit above must be known. */
    public void mirror(PlaceRecord input) {
        if (input.parent() != null) {
            mustKnow(Map.of("/parent/code", input.parent().code()));
        }
        keep(input);
    }

    void keep(PlaceRecord input) {
        getSession()
                .createNativeMutationQuery(
                        "insert into place (code, name, level, parent_code, valid_from, valid_to) values (:code, :name, :level, cast(:parent as text), cast(cast(:from as text) as date), cast(cast(:to as text) as date))"
                                + " on conflict (code) do update set name = excluded.name, level = excluded.level, parent_code = excluded.parent_code,"
                                + " valid_from = excluded.valid_from, valid_to = excluded.valid_to"
                                + " where (place.name, place.level, place.parent_code, place.valid_from, place.valid_to) is distinct from"
                                + " (excluded.name, excluded.level, excluded.parent_code, excluded.valid_from, excluded.valid_to)")
                .setParameter("code", input.code())
                .setParameter("name", input.name())
                .setParameter("level", input.level().name())
                .setParameter(
                        "parent", input.parent() == null ? null : input.parent().code())
                .setParameter("from", Objects.toString(input.validFrom(), null))
                .setParameter("to", Objects.toString(input.validTo(), null))
                .executeUpdate();
    }

    /** The condition that a column lies in the places of {@code :place}, or anywhere below them. */
    public static String filter(String column, Within within) {
        return within == Within.subtree
                ? column + " in (select place_code from place_ancestor where ancestor_code = any(:place))"
                : column + " = any(:place)";
    }

    /** Refuses places that are not known, all at once. */
    public void mustKnow(Map<String, String> codeByPointer) {
        var errors = unknown(codeByPointer);
        if (!errors.isEmpty()) {
            throw ApiException.invalid(errors);
        }
    }

    /** One fault for each pointer whose place is not known. */
    public List<InputError> unknown(Map<String, String> codeByPointer) {
        var known = list("code in ?1", codeByPointer.values()).stream()
                .map(p -> p.code)
                .collect(Collectors.toSet());
        return codeByPointer.entrySet().stream()
                .filter(e -> !known.contains(e.getValue()))
                .map(e -> InputError.at(e.getKey(), "unknown_reference", "place", e.getValue()))
                .toList();
    }
}
