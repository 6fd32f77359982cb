package bienban.exchange.load;

import bienban.security.Caller;
import bienban.security.Role;
import bienban.security.audit.Deed;
import bienban.shared.ApiException;
import bienban.shared.Messages;
import bienban.shared.StrictJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;

/** The jobs and what they say. Each write is a transaction of its own, so that others see how far a job is. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
class ImportRepository {
    private static final String COLUMNS =
            "select id, seq, type, format, mode, dry_run, origin, state, read, written, unchanged, refused, problem,"
                    + " cast(arguments as text) as arguments, created_at, started_at, ended_at from import_job_now";

    private final Session database;
    private final Caller caller;

    ImportRepository(Session database, Caller caller) {
        this.database = database;
        this.caller = caller;
    }

    void open(UUID id, ImportQuery query, ImportFormat format, String owner) {
        forgetOld();
        database.createNativeMutationQuery(
                        "insert into import_job (id, type, format, mode, dry_run, origin, subject, state, owner)"
                                + " values (:id, :type, :format, :mode, :dryRun, :origin, :subject, 'receiving', :owner)")
                .setParameter("id", id)
                .setParameter("type", query.type().name())
                .setParameter("format", format.name())
                .setParameter("mode", query.modeOrDefault().name())
                .setParameter("dryRun", Boolean.TRUE.equals(query.dryRun()))
                .setParameter("origin", query.origin())
                .setParameter("subject", caller.subject())
                .setParameter("owner", owner)
                .executeUpdate();
    }

    /** Jobs of a month ago but for the last hundred, and rows whose job is over: at each new job, so that no more lies about than that. */
    private void forgetOld() {
        for (var statement : List.of(
                "update import_job j set state = 'failed', problem = 'import-interrupted', ended_at = now() from"
                        + " import_job_now n where n.id = j.id and n.lost",
                "delete from import_job where ended_at < now() - interval '30 days' and seq < (select max(seq) - 100"
                        + " from import_job)",
                "delete from import_row r where not exists (select 1 from import_job j where j.id = r.job and"
                        + " j.ended_at is null)",
                "delete from import_observation r where not exists (select 1 from import_job j where j.id = r.job and"
                        + " j.ended_at is null)")) {
            database.createNativeMutationQuery(statement).executeUpdate();
        }
    }

    void progress(UUID id, ImportJob.Rows rows) {
        database.createNativeMutationQuery(
                        "update import_job set read = :read, written = :written, unchanged = :unchanged, refused ="
                                + " :refused where id = :id")
                .setParameter("read", rows.read())
                .setParameter("written", rows.written())
                .setParameter("unchanged", rows.unchanged())
                .setParameter("refused", rows.refused())
                .setParameter("id", id)
                .executeUpdate();
    }

    /** In the transaction that writes the rows: they are counted if they are there. */
    @Transactional(TxType.MANDATORY)
    void report(UUID id, ImportJob.Rows rows) {
        progress(id, rows);
    }

    void move(UUID id, ImportState state) {
        database.createNativeMutationQuery(
                        "update import_job set state = :state, started_at = case :state when 'running' then now() else"
                                + " started_at end where id = :id and ended_at is null")
                .setParameter("state", state.name())
                .setParameter("id", id)
                .executeUpdate();
    }

    /** The end of a job, and of the rows that it kept. */
    void end(UUID id, ImportState state, String problem, List<?> arguments) {
        database
                .createNativeQuery(
                        "update import_job set state = :state, problem = :problem, arguments = cast(:arguments as"
                                + " jsonb), ended_at = clock_timestamp() where id = :id and ended_at is null"
                                + " returning subject, case when dry_run then 0 else written end as written",
                        Tuple.class)
                .setParameter("state", state.name())
                .setParameter("problem", problem)
                .setParameter("arguments", json(arguments))
                .setParameter("id", id)
                .getResultList()
                .stream()
                .map(job -> new Deed(
                        job.get("subject", String.class), "import", id.toString(), job.get("written", Long.class)))
                .forEach(deed -> deed.note(state.name()));
        for (var table : List.of("import_row", "import_observation")) {
            database.createNativeMutationQuery("delete from " + table + " where job = :id")
                    .setParameter("id", id)
                    .executeUpdate();
        }
    }

    void addFaults(UUID id, List<Row> rows) {
        var faults = new ArrayList<Map<String, Object>>();
        for (var row : rows) {
            for (var fault : row.faults()) {
                faults.add(Map.of(
                        "line", row.line(),
                        "pointer", fault.pointer() == null ? "" : fault.pointer(),
                        "code", fault.code(),
                        "arguments",
                                fault.arguments().stream().map(String::valueOf).toList()));
            }
        }
        database.createNativeMutationQuery(
                        "insert into import_fault (job, line, pointer, code, arguments) select :id, line, pointer,"
                                + " code, arguments from jsonb_to_recordset(cast(:faults as jsonb)) as f (line bigint,"
                                + " pointer text, code text, arguments jsonb)")
                .setParameter("id", id)
                .setParameter("faults", json(faults))
                .executeUpdate();
    }

    void delete(UUID id) {
        database.createNativeMutationQuery("delete from import_job where id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    /** A job of the caller's; administrators see all. */
    ImportJob get(UUID id, Locale language) {
        var rows = database.createNativeQuery(COLUMNS + " where id = :id and " + mine(), Tuple.class)
                .setParameter("id", id)
                .setProperties(own())
                .getResultList();
        if (rows.isEmpty()) {
            throw ApiException.notFound("import", id);
        }
        return job(rows.get(0), language);
    }

    ImportPage.Jobs list(ImportPage.Query page, Locale language) {
        var rows = database.createNativeQuery(
                        COLUMNS + " where seq < :before and " + mine() + " order by seq desc limit :limit", Tuple.class)
                .setParameter("before", page.cursor() == null ? Long.valueOf(Long.MAX_VALUE) : page.cursor())
                .setParameter("limit", page.size() + 1)
                .setProperties(own())
                .getResultList();
        var shown = ImportPage.cut(rows, page.size());
        var next = rows.size() > shown.size()
                ? "/v1/imports?limit=" + page.size() + "&cursor="
                        + shown.get(shown.size() - 1).get("seq", Long.class)
                : null;
        return new ImportPage.Jobs(shown.stream().map(r -> job(r, language)).toList(), next);
    }

    ImportPage.Refused refused(UUID id, ImportPage.Query page, Locale language) {
        get(id, language);
        var rows = database.createNativeQuery(
                        "select f.line, f.pointer, f.code, cast(f.arguments as text) as arguments from import_fault f"
                                + " where f.job = :id and f.line in (select distinct line from import_fault where job ="
                                + " :id and line > :after order by line limit :limit) order by f.line, f.n",
                        Tuple.class)
                .setParameter("id", id)
                .setParameter("after", page.cursor() == null ? Long.valueOf(0) : page.cursor())
                .setParameter("limit", page.size() + 1)
                .getResultList();
        var byLine = new LinkedHashMap<Long, List<RefusedRow.Fault>>();
        for (var row : rows) {
            byLine.computeIfAbsent(row.get(0, Long.class), l -> new ArrayList<>())
                    .add(fault(
                            row.get(1, String.class),
                            row.get(2, String.class),
                            list(row.get(3, String.class)),
                            language));
        }
        var all = byLine.entrySet().stream()
                .map(e -> new RefusedRow(e.getKey(), e.getValue()))
                .toList();
        var shown = ImportPage.cut(all, page.size());
        var next = all.size() > shown.size()
                ? "/v1/imports/" + id + "/errors?limit=" + page.size() + "&cursor="
                        + shown.get(shown.size() - 1).line()
                : null;
        return new ImportPage.Refused(shown, next);
    }

    private static RefusedRow.Fault fault(String pointer, String code, List<String> arguments, Locale language) {
        var own = Messages.textOr(language, "error." + code, null) == null
                ? "problem." + code + ".detail"
                : "error." + code;
        return new RefusedRow.Fault(pointer, code, Messages.text(language, own, arguments));
    }

    private String mine() {
        return caller.isAtLeast(Role.admin) ? "true" : "subject = :subject";
    }

    private Map<String, Object> own() {
        return caller.isAtLeast(Role.admin) ? Map.of() : Map.of("subject", caller.subject());
    }

    private static ImportJob job(Tuple row, Locale language) {
        var problem = row.get("problem", String.class);
        return new ImportJob(
                row.get("id", UUID.class),
                ImportType.valueOf(row.get("type", String.class)),
                ImportFormat.valueOf(row.get("format", String.class)),
                ImportMode.valueOf(row.get("mode", String.class)),
                row.get("dry_run", Boolean.class),
                row.get("origin", String.class),
                ImportState.valueOf(row.get("state", String.class)),
                new ImportJob.Rows(
                        row.get("read", Long.class),
                        row.get("written", Long.class),
                        row.get("unchanged", Long.class),
                        row.get("refused", Long.class)),
                problem == null
                        ? null
                        : ImportJob.Reason.of(problem, list(row.get("arguments", String.class)), language),
                row.get("created_at", Instant.class),
                row.get("started_at", Instant.class),
                row.get("ended_at", Instant.class));
    }

    private static List<String> list(String json) {
        var items = new ArrayList<String>();
        try {
            for (JsonNode item : StrictJson.READER.readTree(json)) {
                items.add(item.asText());
            }
            return items;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String json(Object value) {
        try {
            return StrictJson.READER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
