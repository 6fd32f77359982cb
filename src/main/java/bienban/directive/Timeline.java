package bienban.directive;

import bienban.record.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;

/** Takes over the progress reports of a directive that another instance keeps. Here nobody adds to them. */
@ApplicationScoped
public class Timeline {
    private final Rows rows;
    private final Session database;

    Timeline(Rows rows, Session database) {
        this.rows = rows;
        this.database = database;
    }

    /** False when the directive is not there, because its meeting is not. */
    public boolean mirror(UUID directive, List<ProgressReport> reports) {
        var isThere = database.createNativeQuery(
                        "select exists (select 1 from directive where id = :id)", Boolean.class)
                .setParameter("id", directive)
                .getSingleResult();
        if (!isThere) {
            return false;
        }
        database.createNativeMutationQuery(
                        "delete from directive_progress where directive_id = :id and id <> all(cast(:kept as uuid[]))")
                .setParameter("id", directive)
                .setParameter(
                        "kept", reports.stream().map(r -> r.id().toString()).toArray(String[]::new))
                .executeUpdate();
        rows.insert(
                "directive_progress",
                reports.stream().map(r -> row(r.id(), directive, r)).toList(),
                "on conflict (id) do nothing");
        return true;
    }

    static Map<String, Object> row(UUID id, UUID directive, ProgressReport input) {
        var row = new LinkedHashMap<String, Object>();
        row.put("id", id);
        row.put("directive_id", directive);
        row.put("state", input.state());
        row.put("text", input.text());
        row.put("reporter", input.reporter());
        row.put("reported_on", input.reportedOn());
        row.put("attachment", input.attachment());
        return row;
    }
}
