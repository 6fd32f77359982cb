package bienban.exchange.export;

import bienban.record.FeedPosition;
import io.quarkus.logging.Log;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.postgresql.jdbc.PgConnection;

/**
 * What one transaction sees of the database, for as long as an export takes. The limits of the pool's connections are for
 * short questions; here they are set aside until the connection goes back.
 */
final class Snapshot implements AutoCloseable {
    /** For a server that is lost. One that works without sending anything, sorting perhaps, is ended by the limit of the whole. */
    private static final int LONGEST_SILENCE_MILLISECONDS = 5 * 60 * 1000;

    private static final int ROWS_AT_ONCE = 500;

    private final Connection connection;
    private final int usualSilence;
    private final String cursor;
    private CopyOut running;

    /** Takes over the connection. */
    Snapshot(Connection connection, Duration longest) throws SQLException {
        this.connection = connection;
        usualSilence = connection.getNetworkTimeout();
        try (var statement = connection.createStatement()) {
            connection.setNetworkTimeout(Runnable::run, LONGEST_SILENCE_MILLISECONDS);
            connection.setAutoCommit(false);
            statement.execute("set transaction isolation level repeatable read, read only");
            statement.execute("set local statement_timeout = " + longest.toMillis());
            cursor = FeedPosition.present(connection).toString();
        } catch (SQLException e) {
            discard();
            throw e;
        }
    }

    /** Where the change feed goes on from what this snapshot holds. */
    String cursor() {
        return cursor;
    }

    /** Starts to copy; a statement that cannot be run fails here. */
    void copy(String sql) throws SQLException {
        running = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql);
    }

    /** The next row with its line feed, or null after the last. */
    byte[] nextRow() throws SQLException {
        return running.readFromCopy();
    }

    /** Rows that are read a few at a time. */
    ResultSet rows(String sql) throws SQLException {
        var statement = connection.createStatement();
        statement.setFetchSize(ROWS_AT_ONCE);
        statement.closeOnCompletion();
        return statement.executeQuery(sql);
    }

    /** The connection goes back as it came, or, where that is not sure, is closed for good. */
    @Override
    public void close() {
        try {
            if (running != null && running.isActive()) {
                running.cancelCopy();
                // The server may tell of it as late as in the statement of whoever has the connection next.
                discard();
                return;
            }
            connection.rollback();
            connection.setAutoCommit(true);
            connection.setNetworkTimeout(Runnable::run, usualSilence);
            connection.close();
        } catch (SQLException e) {
            discard();
        }
    }

    private void discard() {
        try (connection) {
            connection.unwrap(PgConnection.class).abort(Runnable::run);
        } catch (SQLException e) {
            Log.debug("The connection of an export was closed already", e);
        }
    }
}
