package bienban.record;

import bienban.shared.StrictJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;

/** Writes the many rows of a record set-based: one statement per table, however many rows. */
@ApplicationScoped
public class Rows {
    private final Session database;

    Rows(Session database) {
        this.database = database;
    }

    /** Replaces all rows of an owner. Table and columns are constants of the code, the values travel as one JSON parameter. */
    public void replace(String table, String ownerColumn, UUID owner, List<Map<String, Object>> rows) {
        database.createNativeMutationQuery("delete from " + table + " where " + ownerColumn + " = :owner")
                .setParameter("owner", owner)
                .executeUpdate();
        insert(table, rows, "");
    }

    /** Inserts rows that all have the columns of the first. */
    public void insert(String table, List<Map<String, Object>> rows, String onConflict) {
        if (rows.isEmpty()) {
            return;
        }
        var columns = String.join(", ", rows.get(0).keySet());
        database.createNativeMutationQuery("insert into " + table + " (" + columns + ") select " + columns
                        + " from jsonb_populate_recordset(cast(null as " + table + "), cast(:rows as jsonb)) "
                        + onConflict)
                .setParameter("rows", json(rows))
                .executeUpdate();
    }

    static String json(Object value) {
        try {
            return StrictJson.READER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
