package bienban.directive;

import bienban.directive.DirectiveSummary.Counts;
import bienban.security.Scope;
import bienban.shared.Today;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import org.hibernate.Session;

/** Counts directives by the classes that offices report, in one statement. */
@ApplicationScoped
class Summaries {
    private final Session database;

    Summaries(Session database) {
        this.database = database;
    }

    DirectiveSummary summary(SummaryBy by, DirectiveQuery query, Scope scope, int limit) {
        var picked = DirectiveRepository.filtered("directive t" + DirectiveRepository.STATE, query, scope, true);
        var sql =
                "with picked as materialized (select t.id, t.place_code, t.due_last, s.state, s.timeliness, s.days_late"
                        + picked.rowsSql() + "), grouped as ("
                        + "select row_number() over (order by g.key is null, min(g.name) collate \"vi-x-icu\", g.key) as place,"
                        + " coalesce(min(g.shown), 'none') as key, min(g.name) as name, count(*) over () as groups, "
                        + Counts.SQL
                        + " from picked p left join lateral (" + by.groupsSql() + ") g on true group by g.key)"
                        + " select cast(0 as bigint) as place, cast(null as text) as key, cast(null as text) as name, cast(0 as bigint) as groups, "
                        + Counts.SQL + " from picked union all select * from grouped order by place limit :rows";
        var statement = database.createNativeQuery(sql, Tuple.class);
        picked.parameters().forEach(statement::setParameter);
        var rows = statement.setParameter("rows", limit + 1).getResultList();

        var groups = new ArrayList<DirectiveSummary.Group>();
        var known = 0L;
        for (var row : rows.subList(1, rows.size())) {
            known = row.get(3, Long.class);
            groups.add(
                    new DirectiveSummary.Group(row.get(1, String.class), row.get(2, String.class), Counts.of(row, 4)));
        }
        return new DirectiveSummary(
                by, Today.orElse(query.asOf()), Counts.of(rows.get(0), 4), groups, known - groups.size());
    }
}
