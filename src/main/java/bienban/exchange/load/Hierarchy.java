package bienban.exchange.load;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Rows of a code list name each other: whoever is named is entered first, wherever in the file it stands. */
@ApplicationScoped
class Hierarchy {
    /** Every row with each one that it names, and whom these name: as the file says or, for those that it does not hold, as the list is. */
    private static final String UP = """
            with recursive r as materialized (
                select distinct on (code) line, code, input from (
                    select line, cast(input as json) ->> 'code' as code, cast(input as json) as input from import_row where job = :job) all_rows
                order by code, line),
            named (code, above) as (
                %s
                union all select k.code, k.parent_code from %s k where not exists (select 1 from r where r.code = k.code)),
            up as (
                select r.line, r.code, n.above from r join named n on n.code = r.code
                union select u.line, u.code, n.above from up u join named n on n.code = u.above)
            """;

    private static final String PARENTS = "select code, input ->> 'parent' from r";
    private static final String PARENTS_OF_PLACES = "select code, input -> 'parent' ->> 'code' from r";
    private static final String PREDECESSORS = " union all select r.code, p ->> 'code' from r, json_array_elements("
            + "case json_typeof(input -> 'predecessors') when 'array' then input -> 'predecessors' else '[]' end) as p";

    private final StagedRows rows;

    Hierarchy(StagedRows rows) {
        this.rows = rows;
    }

    /** Refuses rows that would stand above themselves, and sorts the others by how many are to be there before them. */
    void arrange(Work work) {
        var list = work.type().kind().name();
        var isPlaces = work.type() == ImportType.places;
        var parents = isPlaces ? PARENTS_OF_PLACES : PARENTS;
        rows.fault(
                work,
                UP.formatted(parents, list) + "select line, '/parent', '" + list
                        + "_in_circle', jsonb_build_array(code) from up where above = code",
                Map.of());
        rows.run(
                "update import_row s set position = o.position from ("
                        + UP.formatted(isPlaces ? parents + PREDECESSORS : parents, list)
                        + "select line, row_number() over (order by count(above), line) as position from up group by"
                        + " line) o where s.job = :job and s.line = o.line",
                Map.of("job", work.id));
    }
}
