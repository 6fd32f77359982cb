package bienban.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EmbeddedDatabaseTest {
    @Inject
    DataSource dataSource;

    @Test
    void servesTheTestsByItself() throws SQLException {
        assertThat(ask("select version()")).startsWith("PostgreSQL 15");
    }

    @Test
    void belongsToARoleThatIsNoSuperuserAndMayStillAddTrustedExtensions() throws SQLException {
        var owner = EmbeddedServer.in(new DataDirectory(Path.of("target/bienban-data"), true));
        try (var connection = DriverManager.getConnection(owner.url(), owner.username(), owner.password());
                var statement = connection.createStatement()) {
            for (var extension : new String[] {"pg_trgm", "unaccent", "btree_gist"}) {
                statement.execute("create extension if not exists " + extension);
            }
        }
        assertThat(
                        ask(
                                "select string_agg(rolname || ' ' || rolsuper, ', ' order by rolname) from pg_roles where rolname like 'bienban%'"))
                .isEqualTo("bienban false, bienban_app false");
    }

    @Test
    void isUsedByARoleThatOwnsNothingAndCanOnlyAddToTheHistory() throws SQLException {
        assertThat(ask("select current_user")).isEqualTo("bienban_app");
        assertThat(ask("select count(*) from pg_class where relowner = 'bienban_app'::regrole"))
                .isEqualTo("0");
        for (var table : new String[] {"record_version", "record_change"}) {
            assertThat(ask(
                            "select string_agg(privilege_type, ' ' order by privilege_type) from information_schema.role_table_grants"
                                    + " where grantee = current_user and table_name = '" + table + "'"))
                    .isEqualTo("INSERT SELECT");
        }
    }

    @Test
    void knowsVietnameseLetters() throws SQLException {
        assertThat(ask("select lower('ĐẮK LẮK')")).isEqualTo("đắk lắk");
        assertThat(
                        ask(
                                "select string_agg(word, ' ' order by word collate \"vi-x-icu\") from unnest('{đá,dì,dạ,ăn}'::text[]) word"))
                .isEqualTo("ăn dạ dì đá");
    }

    @Test
    void tellsTheTimeInUtc() throws SQLException {
        assertThat(ask("select current_setting('log_timezone')")).isEqualTo("UTC");
    }

    private String ask(String query) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
