package bienban.exchange.load;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.Session;

/** What is asked of and done with the rows of a job, whatever their kind. Set-based: one statement, however many rows. */
@ApplicationScoped
class StagedRows {
    /** Rows to which nothing is wrong so far. */
    static final String GOOD = "not exists (select 1 from import_fault f where f.job = s.job and f.line = s.line)";

    /** What a row of a code list is known by. */
    static final String CODE = "cast(input as json) ->> 'code'";

    private final Session database;

    StagedRows(Session database) {
        this.database = database;
    }

    static String table(ImportType type) {
        return type == ImportType.observations ? "import_observation" : "import_row";
    }

    /** Time that a request would never be given; how much it had before. */
    int takeTime() {
        run("set local statement_timeout = 0", Map.of());
        run("set local lock_timeout = 0", Map.of());
        run("set local idle_in_transaction_session_timeout = 0", Map.of());
        return database.doReturningWork(connection -> {
            var before = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, 0);
            return before;
        });
    }

    /** The connection goes back to where it came from as it was. */
    void giveBack(int patience) {
        database.doWork(connection -> connection.setNetworkTimeout(Runnable::run, patience));
    }

    /** Gives rows the record that their name stood for before, and refuses ids and names that stand twice. */
    void identify(Work work) {
        var named =
                "s.external_id is not null and x.origin = :origin and x.kind = :kind and x.external_id = s.external_id";
        var parameters =
                new TreeMap<String, Object>(Map.of("kind", work.type().kind().name()));
        parameters.put("origin", work.query.origin() == null ? "" : work.query.origin());
        parameters.put("job", work.id);
        var table = table(work.type());
        fault(
                work,
                "select s.line, '/externalId', 'other_id', jsonb_build_array(x.record_id) from " + table
                        + " s join record_external_id x on " + named
                        + " where s.job = :job and s.stated and x.record_id <> s.id",
                parameters);
        run(
                "update " + table
                        + " s set id = x.record_id, stated = true from record_external_id x where s.job = :job and not"
                        + " s.stated and "
                        + named,
                parameters);
        fault(
                work,
                work.type().isCodeList() ? twice(table, CODE, "code", "true") : twice(table, "id", "id", "stated"),
                Map.of("job", work.id));
        fault(work, twice(table, "external_id", "externalId", "external_id is not null"), Map.of("job", work.id));
    }

    private static String twice(String table, String value, String member, String condition) {
        return "select line, '/" + member + "', 'listed_twice', jsonb_build_array(value) from (select line, " + value
                + " as value, row_number() over (partition by " + value + " order by line) as n from " + table
                + " where job = :job and " + condition + ") d where n > 1";
    }

    void remember(Work work) {
        if (work.query.origin() != null) {
            run(
                    "insert into record_external_id (origin, kind, external_id, record_id) select :origin, :kind,"
                            + " s.external_id, s.id from "
                            + table(work.type()) + " s where s.job = :job and s.external_id is not null and " + GOOD
                            + " on conflict do nothing",
                    Map.of(
                            "origin", work.query.origin(),
                            "kind", work.type().kind().name(),
                            "job", work.id));
        }
    }

    /** @param select line, pointer, code and arguments of what is refused */
    int fault(Work work, String select, Map<String, Object> parameters) {
        var all = new TreeMap<>(parameters);
        all.put("job", work.id);
        return run(
                "insert into import_fault (job, line, pointer, code, arguments) select :job, x.* from (" + select
                        + ") x",
                all);
    }

    long refused(Work work) {
        return database.createNativeQuery("select count(distinct line) from import_fault where job = :job", Long.class)
                .setParameter("job", work.id)
                .getSingleResult();
    }

    int run(String statement, Map<String, Object> parameters) {
        var query = database.createNativeMutationQuery(statement);
        parameters.forEach((name, value) -> {
            if (statement.contains(":" + name)) {
                query.setParameter(name, value);
            }
        });
        return query.executeUpdate();
    }
}
