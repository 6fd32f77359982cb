package bienban.exchange.load;

import bienban.exchange.load.Lines.Line;
import bienban.indicator.ObservationEntry;
import bienban.shared.JsonBody;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Takes in a file as it comes: some lines are cut off, others read, others sent to the database at the same time, and no more than that are held. */
@ApplicationScoped
class Intake {
    private static final int LINES_AT_ONCE = 500;
    private static final int BYTES_AT_ONCE = 1 << 18;
    private static final int THREADS = Math.max(2, Runtime.getRuntime().availableProcessors());
    private static final int MOST_AHEAD = 2 * THREADS;
    private static final long TELL_EVERY_NANOSECONDS = 1_000_000_000L;

    private final DataSource database;
    private final ImportRepository jobs;
    private final JsonBody bodies;
    private final ObservationEntry observations;
    private final ExecutorService readers = Executors.newFixedThreadPool(THREADS, deed -> {
        var thread = new Thread(deed, "import-reader");
        thread.setDaemon(true);
        return thread;
    });

    Intake(DataSource database, ImportRepository jobs, JsonBody bodies, ObservationEntry observations) {
        this.database = database;
        this.jobs = jobs;
        this.bodies = bodies;
        this.observations = observations;
    }

    @PreDestroy
    void stop() {
        readers.shutdownNow();
    }

    void take(Work work, Lines lines, Table table) throws IOException, SQLException {
        var reader = new RowReader(work.type(), work.query.origin() != null, table, bodies, observations);
        try (var connection = database.getConnection()) {
            var patience = connection.getNetworkTimeout();
            connection.setAutoCommit(false);
            // A slow caller is not a lost server.
            connection.setNetworkTimeout(Runnable::run, 0);
            try (var statement = connection.createStatement()) {
                statement.execute("set local statement_timeout = 0");
                copy(connection, work, lines, reader);
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
                connection.setNetworkTimeout(Runnable::run, patience);
            }
        }
    }

    private void copy(Connection connection, Work work, Lines lines, RowReader reader)
            throws IOException, SQLException {
        var staged = new Staged(work.id, work.type(), observations);
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(staged.copy());
        try {
            new Flow(work, copy, staged).run(lines, reader);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    /** The way of one file. */
    private final class Flow {
        private final Work work;
        private final CopyIn copy;
        private final Staged staged;
        private final ArrayDeque<Future<List<Row>>> ahead = new ArrayDeque<>();
        private final List<Row> refused = new ArrayList<>();
        private long told = System.nanoTime();

        Flow(Work work, CopyIn copy, Staged staged) {
            this.work = work;
            this.copy = copy;
            this.staged = staged;
        }

        void run(Lines lines, RowReader reader) throws IOException, SQLException {
            var batch = new ArrayList<Line>();
            var bytes = 0;
            for (var line = lines.next(); line != null; line = lines.next()) {
                batch.add(line);
                bytes += line.bytes() == null ? 0 : line.bytes().length;
                if (batch.size() == LINES_AT_ONCE || bytes > BYTES_AT_ONCE) {
                    submit(reader, List.copyOf(batch));
                    batch.clear();
                    bytes = 0;
                }
            }
            submit(reader, List.copyOf(batch));
            while (!ahead.isEmpty()) {
                store(ahead.remove());
            }
            tell();
        }

        private void submit(RowReader reader, List<Line> lines) throws SQLException {
            work.goesOn();
            if (ahead.size() == MOST_AHEAD) {
                store(ahead.remove());
            }
            ahead.add(readers.submit(() -> reader.read(lines)));
        }

        private void store(Future<List<Row>> reading) throws SQLException {
            List<Row> rows;
            try {
                rows = reading.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Work.Cancelled();
            }
            var bytes = staged.bytes(rows);
            copy.writeToCopy(bytes, 0, bytes.length);
            for (var row : rows) {
                if (row != null) {
                    work.read++;
                    if (!row.faults().isEmpty()) {
                        work.refused++;
                        refused.add(row);
                    }
                }
            }
            if (refused.size() >= LINES_AT_ONCE || System.nanoTime() - told > TELL_EVERY_NANOSECONDS) {
                tell();
            }
        }

        private void tell() {
            if (!refused.isEmpty()) {
                jobs.addFaults(work.id, refused);
                refused.clear();
            }
            jobs.progress(work.id, new ImportJob.Rows(work.read, 0, 0, work.refused));
            told = System.nanoTime();
        }
    }
}
