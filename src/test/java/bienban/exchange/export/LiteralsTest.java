package bienban.exchange.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever callers send is a value and never part of the statement. */
@QuarkusTest
class LiteralsTest {
    private static final String[] HOSTILE = {
        "'",
        "''",
        "\\",
        "\\'",
        "\"",
        ":name",
        "::",
        ";",
        "--",
        "/*",
        "*/",
        "$$",
        "$1",
        "%",
        "\n",
        "\r",
        "\t",
        "\u0001",
        "\u2028",
        "😀",
        "ế",
        "e\u0302\u0301",
        "E'",
        "U&'",
        "') to program 'x' --",
        "a",
        " ",
        "{",
        "}",
        ",",
        "null",
        "\u00a0",
        "ʼ",
        "＇"
    };

    @Inject
    AgroalDataSource database;

    @Test
    void keepsEveryTextAsItIs() throws SQLException {
        var random = new Random(4);
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (int i = 0; i < 2000; i++) {
                var text = draw(random);
                var others = new String[] {draw(random), text, draw(random)};
                var sql = Literals.inline(
                        "select :name, (:names)[2], cast(array_length(:names, 1) as text), ':name'",
                        Map.of("name", text, "names", others));
                try (var row = statement.executeQuery(sql)) {
                    row.next();
                    assertThat(row.getString(1)).as(sql).isEqualTo(text);
                    assertThat(row.getString(2)).as(sql).isEqualTo(text);
                    assertThat(row.getString(3)).as(sql).isEqualTo("3");
                    assertThat(row.getString(4)).isEqualTo(":name");
                }
            }
        }
    }

    private static String draw(Random random) {
        var text = new StringBuilder();
        for (int length = random.nextInt(6); length >= 0; length--) {
            text.append(HOSTILE[random.nextInt(HOSTILE.length)]);
        }
        return text.toString();
    }

    @Test
    void givesEachValueItsType() throws SQLException {
        var values = Map.<String, Object>of(
                "day", LocalDate.of(2022, 7, 13), "yes", true, "number", -3, "none", new String[0]);
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(Literals.inline(
                        "select pg_typeof(:day)::text || pg_typeof(:yes) || pg_typeof(5 - :number) || pg_typeof(:none), 5 - :number, 1::text",
                        values))) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("datebooleanintegertext[]");
            assertThat(row.getInt(2)).isEqualTo(8);
        }
    }

    @Test
    void leavesWhatIsNoParameter() {
        assertThat(Literals.inline("select ':a', \":a\", b::text, E'\\x01', 'it''s :a', :a", Map.of("a", 1)))
                .isEqualTo("select ':a', \":a\", b::text, E'\\x01', 'it''s :a', (1)");
    }

    @Test
    void refusesWhatItCannotWrite() {
        assertThatThrownBy(() -> Literals.inline("select :a", Map.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Literals.inline("select :a", Map.of("a", new Object())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Literals.inline("select :a", Map.of("a", "\u0000")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
