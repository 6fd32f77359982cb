package bienban.database;

import bienban.database.EmbeddedServer.Access;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.postgresql.Driver;

/** The service's own database in the cluster; its owner may create trusted extensions but is no superuser. */
final class Database {
    static final String NAME = "bienban";

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
            if (isMissing(statement, "select from pg_roles where rolname = '%s'")) {
                statement.execute("create role %s login password '%s'".formatted(NAME, own.password()));
            }
            if (isMissing(statement, "select from pg_database where datname = '%s'")) {
                statement.execute("create database %1$s owner %1$s".formatted(NAME));
            }
        }
    }

    private static boolean isMissing(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query.formatted(NAME))) {
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
