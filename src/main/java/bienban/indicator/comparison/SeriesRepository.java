package bienban.indicator.comparison;

import bienban.indicator.CatalogueEntry;
import bienban.place.PlaceRepository;
import bienban.shared.ApiException;
import bienban.shared.InputError;
import bienban.shared.StrictJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import org.hibernate.Session;

/** Reads an indicator over time, in one statement however many places and points. */
@ApplicationScoped
@Transactional
class SeriesRepository {
    private static final int MOST_FIGURES = 2000;
    private static final String SQL = """
            with figures as (
                select f.*, row_number() over (partition by f.place_code, f.kind, f.period_from, f.period_to
                    order by f.value is not null desc, f.held_sort desc, f.position, f.id) as turn
                from stated_figure f
                where f.indicator_code = :code and f.kind = any(:kind) and f.period_to is not null and %s
                limit :limit),
            points as (
                select place_code, period_to, period_from, kind,
                    (left((array_agg(cast(figure as text) order by turn))[1], -1) || ',"revisions":'
                        || coalesce(cast(json_agg(figure order by turn) filter (where turn > 1) as text), '[]') || '}') as point
                from figures group by place_code, kind, period_from, period_to),
            lines as (
                select place_code, '[' || string_agg(point, ',' order by period_to, period_from, kind) || ']' as points from points group by place_code)
            select cast(indicator_entry(i) as text), (select count(*) from figures),
                (select '[' || string_agg('{"place":' || json_build_object('code', p.code, 'name', p.name, 'level', p.level)
                        || ',"points":' || coalesce(l.points, '[]') || '}', ',' order by p.code) || ']'
                    from place p left join lines l on l.place_code = p.code where p.code = any(:place) or l.points is not null)
            from indicator i where i.code = :code""";

    private final Session database;

    SeriesRepository(Session database) {
        this.database = database;
    }

    Series series(String code, SeriesQuery query) {
        if (query.place() == null || query.place().isEmpty()) {
            throw ApiException.invalid(InputError.in("place", "required"));
        }
        var row = read(code, query);
        if (row.get(1, Long.class) > MOST_FIGURES) {
            throw ApiException.invalid(InputError.in("place", "too_many", MOST_FIGURES));
        }
        try {
            List<Series.OfPlace> lines = row.get(2) == null
                    ? List.of()
                    : StrictJson.READER.readValue(row.get(2, String.class), new TypeReference<>() {});
            refuseUnknown(
                    "place",
                    query.place(),
                    lines.stream().map(l -> l.place().code()).toList());
            return new Series(StrictJson.READER.readValue(row.get(0, String.class), CatalogueEntry.class), lines);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Tuple read(String code, SeriesQuery query) {
        var conditions = PlaceRepository.filter("f.place_code", query.within())
                + (query.from() == null ? "" : " and f.period_to >= date_first(:from)")
                + (query.to() == null ? "" : " and f.period_from <= date_last(:to)");
        var statement = database.createNativeQuery(SQL.formatted(conditions), Tuple.class)
                .setParameter("code", StrictJson.isStorable(code) ? code : "")
                .setParameter("kind", query.kinds().stream().map(Enum::name).toArray(String[]::new))
                .setParameter("place", query.place().toArray(String[]::new))
                .setParameter("limit", MOST_FIGURES + 1);
        if (query.from() != null) {
            statement.setParameter("from", query.from());
        }
        if (query.to() != null) {
            statement.setParameter("to", query.to());
        }
        return statement.getResultList().stream()
                .findFirst()
                .orElseThrow(() -> ApiException.notFound("indicator", code));
    }

    static void refuseUnknown(String parameter, List<String> asked, List<String> known) {
        var errors = asked.stream()
                .filter(code -> !known.contains(code))
                .map(code -> InputError.in(parameter, "unknown_reference", "place", code))
                .toList();
        if (!errors.isEmpty()) {
            throw ApiException.invalid(errors);
        }
    }
}
