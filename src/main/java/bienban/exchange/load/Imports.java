package bienban.exchange.load;

import bienban.record.Ids;
import bienban.security.Caller;
import bienban.security.Role;
import bienban.shared.ApiException;
import bienban.shared.InputError;
import io.quarkus.logging.Log;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The jobs of this process. Files are taken in side by side and entered one after the other. */
@ApplicationScoped
class Imports {
    private static final int MOST_AT_ONCE = 8;

    private final DataSource database;
    private final ImportRepository jobs;
    private final Intake intake;
    private final Loading loading;
    private final Caller caller;
    private final int longestLine;
    private final Map<UUID, Work> works = new ConcurrentHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(deed -> {
        var thread = new Thread(deed, "imports");
        thread.setDaemon(true);
        return thread;
    });
    /** What tells others that this process lives: see the view import_job_now. */
    private Connection life;

    private String owner;

    Imports(
            DataSource database,
            ImportRepository jobs,
            Intake intake,
            Loading loading,
            Caller caller,
            @ConfigProperty(name = "bienban.largest-body", defaultValue = "2097152") int longestLine) {
        this.database = database;
        this.jobs = jobs;
        this.intake = intake;
        this.loading = loading;
        this.caller = caller;
        this.longestLine = longestLine;
    }

    @PreDestroy
    void stop() throws SQLException {
        works.values().forEach(Work::cancel);
        worker.shutdownNow();
        if (life != null) {
            life.close();
        }
    }

    /** Takes in the whole file, and leaves it to be entered. */
    UUID take(ImportQuery query, ImportFormat format, InputStream file) throws IOException {
        if (query.type().isCodeList()) {
            caller.mustBe(Role.admin);
        }
        var lines = new Lines(file, format, longestLine);
        var table = format == ImportFormat.csv ? table(query, lines) : null;
        if (works.size() >= MOST_AT_ONCE) {
            throw ApiException.busy();
        }
        var work = new Work(Ids.next(), query, format, caller.identity());
        works.put(work.id, work);
        try {
            jobs.open(work.id, query, format, owner());
            intake.take(work, lines, table);
            jobs.move(work.id, ImportState.queued);
            worker.execute(() -> perform(work));
            return work.id;
        } catch (Work.Cancelled e) {
            over(work, ImportState.cancelled, null, List.of());
            return work.id;
        } catch (ApiException e) {
            over(work, ImportState.failed, e.code(), e.arguments());
            throw e;
        } catch (IOException | SQLException | RuntimeException e) {
            over(work, ImportState.failed, "import-interrupted", List.of());
            throw new IllegalStateException(e);
        }
    }

    private static Table table(ImportQuery query, Lines lines) throws IOException {
        if (query.type() == ImportType.meetings) {
            throw ApiException.invalid(InputError.in("type", "not_a_table", query.type()));
        }
        var headings = lines.next();
        if (headings == null || headings.bytes() == null) {
            throw ApiException.invalid(InputError.at("", headings == null ? "empty_body" : "line_too_long"));
        }
        return new Table(query.type().input(), headings.bytes());
    }

    private void over(Work work, ImportState state, String problem, List<?> arguments) {
        works.remove(work.id);
        jobs.end(work.id, state, problem, arguments);
    }

    private void perform(Work work) {
        try {
            loading.perform(work);
        } catch (RuntimeException e) {
            // Not even its end could be written down: it shows as interrupted when this process ends.
            Log.error("Import " + work.id + " has no end", e);
        } finally {
            works.remove(work.id);
        }
    }

    /** Ends a job that is under way; of one that is over, forgets it. */
    void cancel(ImportJob job) {
        var work = works.get(job.id());
        if (work != null) {
            work.cancel();
        } else if (job.endedAt() != null || job.state() == ImportState.failed) {
            jobs.delete(job.id());
        } else {
            throw ApiException.conflict("import-elsewhere", job.id());
        }
    }

    private synchronized String owner() throws SQLException {
        if (life == null || !life.isValid(2)) {
            life = database.getConnection();
            try (var statement = life.createStatement();
                    var row = statement.executeQuery(
                            "select pid || '@' || extract(epoch from backend_start) from pg_stat_activity where pid ="
                                    + " pg_backend_pid()")) {
                row.next();
                owner = row.getString(1);
            }
        }
        return owner;
    }
}
