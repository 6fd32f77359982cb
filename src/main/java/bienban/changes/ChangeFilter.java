package bienban.changes;

import bienban.place.PlaceRepository;
import bienban.place.Within;
import bienban.record.RecordKind;
import bienban.security.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which changes a reader wants and may see. It holds all that decides it, so that a connection that stays open needs no request.
 */
record ChangeFilter(List<RecordKind> kinds, List<String> places, Within within, Scope scope) {

    boolean isNarrow() {
        return !kinds.isEmpty() || !places.isEmpty();
    }

    /** Conditions on a change {@code c}. */
    String sql() {
        var sql = new StringBuilder(seesChange());
        if (!kinds.isEmpty()) {
            sql.append(" and c.kind = any(:kinds)");
        }
        return sql + placeSql("c.place_code", "c.previous_place_code");
    }

    /** Whom it concerns is written in the change; who keeps the record, where it is at home by now. */
    private String seesChange() {
        if (scope.isEverything()) {
            return "";
        }
        return scope.isNothing()
                ? " and c.is_public"
                : " and (c.is_public or exists (select 1 from record h where h.id = c.record_id and "
                        + scope.holds("h.home_code") + "))";
    }

    /** One of the columns lies in the places; what lies nowhere concerns every place. */
    String placeSql(String column, String... others) {
        if (places.isEmpty()) {
            return "";
        }
        var sql = new StringBuilder(" and (" + column + " is null or " + lies(column));
        for (var other : others) {
            sql.append(" or ").append(lies(other));
        }
        return sql.append(')').toString();
    }

    private String lies(String column) {
        return PlaceRepository.filter(column, within == null ? Within.subtree : within);
    }

    /** The condition under which the reader sees a record {@code r}. */
    String seesRecord() {
        return "r.status in ('draft', 'published', 'retracted') and " + scope.visible("r");
    }

    /** Where a copy of what the reader wants can be made anew. */
    List<String> exports() {
        return (kinds.isEmpty() ? List.of(RecordKind.values()) : kinds)
                .stream()
                        .map(kind -> "/v1/exports/" + kind.plural() + ".ndjson")
                        .toList();
    }

    Map<String, Object> parameters() {
        var parameters = new LinkedHashMap<String, Object>();
        if (!kinds.isEmpty()) {
            parameters.put("kinds", kinds.stream().map(Enum::name).toArray(String[]::new));
        }
        parameters.putAll(placeParameters());
        parameters.putAll(scope.parameters());
        return parameters;
    }

    Map<String, Object> placeParameters() {
        return places.isEmpty() ? Map.of() : Map.of("place", places.toArray(String[]::new));
    }
}
