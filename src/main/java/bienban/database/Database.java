package bienban.database;

import bienban.database.EmbeddedServer.Access;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * The service's own database in the cluster. Its owner migrates, and may create trusted extensions, but is no superuser; the
 * service works as another role, which reads and writes rows and has no right to change the history.
 */
final class Database {
    static final String NAME = "bienban";
    /** The role that works. The same process migrates, so that a password of its own would keep nothing apart. */
    static final String APPLICATION = "bienban_app";

    private static final String GRANTS = """
            grant select, insert, update, delete on all tables in schema public to %1$s;
            grant usage on all sequences in schema public to %1$s;
            alter default privileges for role %2$s in schema public grant select, insert, update, delete on tables to %1$s;
            alter default privileges for role %2$s in schema public grant usage on sequences to %1$s""".formatted(APPLICATION, NAME);

    private Database() {}

    static Access access(DataDirectory directory, String port) throws IOException {
        return access(directory, port, NAME, 1);
    }

    private static Access access(DataDirectory directory, String port, String name, int line) throws IOException {
        var password = Files.readAllLines(directory.passwords()).get(line);
        return new Access("jdbc:postgresql://127.0.0.1:%s/%s".formatted(port, name), name, password);
    }

    static boolean answers(DataDirectory directory, String port) throws IOException {
        try (var connection = connect(access(directory, port))) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Done at every start, so that a start that was killed half way is completed by the next. */
    static void ensureIn(DataDirectory directory, String port) throws IOException, SQLException {
        var own = access(directory, port);
        try (var connection = connect(access(directory, port, Cluster.SUPERUSER, 0));
                var statement = connection.createStatement()) {
            for (var role : new String[] {NAME, APPLICATION}) {
                if (isMissing(statement, "select from pg_roles where rolname = '%s'".formatted(role))) {
                    statement.execute("create role %s login password '%s'".formatted(role, own.password()));
                }
            }
            if (isMissing(statement, "select from pg_database where datname = '%s'".formatted(NAME))) {
                statement.execute("create database %1$s owner %1$s".formatted(NAME));
            }
        }
        try (var connection = connect(own);
                var statement = connection.createStatement()) {
            // Once only, and all at once: what a migration takes back later stays taken back.
            if (isMissing(statement, "select from pg_default_acl where defaclrole = '%s'::regrole".formatted(NAME))) {
                statement.execute(GRANTS);
            }
        }
    }

    private static boolean isMissing(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }

    /** Asks the driver itself: the driver manager only sees drivers of the class loader that it met first. */
    private static Connection connect(Access access) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", access.username());
        properties.setProperty("password", access.password());
        return new Driver().connect(access.url(), properties);
    }
}
