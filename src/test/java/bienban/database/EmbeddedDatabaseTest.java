package bienban.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
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
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            for (var extension : new String[] {"pg_trgm", "unaccent", "btree_gist"}) {
                statement.execute("create extension if not exists " + extension);
            }
        }
        assertThat(ask("select rolsuper from pg_roles where rolname = current_user"))
                .isEqualTo("f");
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
