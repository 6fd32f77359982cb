package bienban.indicator.comparison;

import bienban.indicator.CatalogueEntry;
import bienban.shared.ApiException;
import bienban.shared.InputError;
import bienban.shared.StrictJson;
import bienban.shared.Today;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;

/** Reads an indicator over places, in one statement however many places. */
@ApplicationScoped
@Transactional
class ComparisonRepository {
    private static final int MOST_PLACES = 500;

    private static final String NAMED =
            "select p.*, true as exists_then, array_position(cast(:places as text[]), p.code) as position from place p where p.code = any(:places)";
    private static final String EXISTS_THEN =
            "coalesce(p.valid_from <= cast(:lastDay as date), true) and coalesce(p.valid_to > cast(:firstDay as date), true) as exists_then, 0 as position";
    private static final String DIRECTLY_BELOW =
            "select p.*, " + EXISTS_THEN + " from place p where p.parent_code = :within";
    private static final String BELOW_AT_LEVEL = "select p.*, " + EXISTS_THEN
            + " from place_ancestor a join place p on p.code = a.place_code where a.ancestor_code = :within and p.code <> :within and p.level = :level";
    private static final String THAT_PERIOD =
            " and f.period_sort = period_last(:period) and f.period_from = period_first(:period)";

    /** Of two periods that end on one day the longer counts as the latest: reports lead with the figures so far. */
    private static final String SQL = """
            with asked as (%s),
            found as (
                select a.code, a.name, a.level, a.position, f.figure, f.amount, f.estimated, f.inexact, f.period_from, f.period_to
                from asked a left join lateral (
                    select * from stated_figure f where f.indicator_code = :code and f.place_code = a.code and f.kind = :kind%s
                    order by f.value is not null desc, f.period_sort desc, f.period_from, f.held_sort desc, f.position, f.id limit 1) f on true
                where a.exists_then or f.figure is not null
                order by a.position, a.code limit :limit),
            basis as (
                select count(distinct (period_from, period_to)) filter (where amount is not null) <= 1 as one_period, exists (
                    select 1 from found x join place_ancestor n on n.place_code = x.code join found y on y.code = n.ancestor_code where x.code <> y.code) as nested
                from found),
            ranked as (
                select f.*, case when b.one_period and i.direction <> 'none' and amount is not null then
                    rank() over (partition by amount is null order by case i.direction when 'down' then amount else -amount end) end as rank
                from found f, basis b, indicator i where i.code = :code)
            select cast(indicator_entry(i) as text), (select count(*) from found), %s as known,
                (select '[' || string_agg('{"place":' || json_build_object('code', code, 'name', name, 'level', level) || ',"missing":' || cast(figure is null as text)
                        || coalesce(',"rank":' || rank, '') || coalesce(',' || substr(cast(figure as text), 2), '}'), ',' order by rank, figure is null, position, code) || ']' from ranked),
                (select cast(json_build_object('aggregation', i.aggregation, 'value', trim_scale(case i.aggregation when 'sum' then sum(amount) else round(avg(amount), 6) end),
                        'unit', i.unit, 'places', count(amount), 'complete', count(amount) = count(*),
                        'includesEstimates', bool_or(estimated) filter (where amount is not null), 'includesInexact', bool_or(inexact) filter (where amount is not null)) as text)
                    from found, basis b where b.one_period and not b.nested and i.aggregation <> 'none' having count(amount) > 0)
            from indicator i where i.code = :code""";

    private final Session database;

    ComparisonRepository(Session database) {
        this.database = database;
    }

    Comparison comparison(String code, ComparisonQuery query) {
        query.mustName(MOST_PLACES);
        var row = read(code, query);
        if (!row.get(2, Boolean.class)) {
            throw ApiException.invalid(InputError.in("within", "unknown_reference", "place", query.within()));
        }
        if (row.get(1, Long.class) > MOST_PLACES) {
            throw ApiException.invalid(InputError.in("within", "too_many", MOST_PLACES));
        }
        try {
            List<Comparison.Row> rows = row.get(3) == null
                    ? List.of()
                    : StrictJson.READER.readValue(row.get(3, String.class), new TypeReference<>() {});
            SeriesRepository.refuseUnknown(
                    "places",
                    query.placeCodes(),
                    rows.stream().map(r -> r.place().code()).toList());
            return new Comparison(
                    StrictJson.READER.readValue(row.get(0, String.class), CatalogueEntry.class),
                    query.period(),
                    query.kindOrActual(),
                    rows,
                    row.get(4) == null
                            ? null
                            : StrictJson.READER.readValue(row.get(4, String.class), Comparison.Total.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Tuple read(String code, ComparisonQuery query) {
        var parameters = new HashMap<String, Object>(Map.of(
                "code",
                StrictJson.isStorable(code) ? code : "",
                "kind",
                query.kindOrActual().name(),
                "limit",
                MOST_PLACES + 1));
        if (query.period() != null) {
            parameters.put("period", query.period());
        }
        var places = placesOf(query, parameters);
        var known = query.within() == null ? "true" : "exists (select 1 from place where code = :within)";
        var sql = SQL.formatted(places, query.period() == null ? "" : THAT_PERIOD, known);
        var statement = database.createNativeQuery(sql, Tuple.class);
        parameters.forEach(statement::setParameter);
        return statement.getResultList().stream()
                .findFirst()
                .orElseThrow(() -> ApiException.notFound("indicator", code));
    }

    private static String placesOf(ComparisonQuery query, Map<String, Object> parameters) {
        if (query.within() == null) {
            parameters.put("places", query.placeCodes().toArray(String[]::new));
            return NAMED;
        }
        parameters.put("within", query.within());
        if (query.level() != null) {
            parameters.put("level", query.level().name());
        }
        var below = query.level() == null ? DIRECTLY_BELOW : BELOW_AT_LEVEL;
        if (query.period() == null) {
            parameters.put("lastDay", Today.orElse(null));
            parameters.put("firstDay", Today.orElse(null));
            return below;
        }
        return below.replace(":lastDay", "period_last(:period)").replace(":firstDay", "period_first(:period)");
    }
}
