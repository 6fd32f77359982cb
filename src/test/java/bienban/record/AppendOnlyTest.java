package bienban.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bienban.Given;
import bienban.Stored;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the application's own role cannot do to the history. */
@QuarkusTest
class AppendOnlyTest {
    @Inject
    Given given;

    @Inject
    Stored stored;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update record_version set document = '{}' where false",
                "update record_version set actor = 'somebody else'",
                "delete from record_version where version = 1",
                "truncate record_version",
                "update record_change set changed_at = now()",
                "delete from record_change",
                "truncate record_change",
                "delete from record where kind = 'meeting'",
                "truncate record cascade"
            })
    void refusesToChangeWhatHasHappened(String statement) {
        var id = given.meeting(given.place(), "2024-01-01");
        given.patch().body("{\"title\": \"b\"}").patch("/v1/meetings/{id}", id);
        var before = state(id);
        assertThatThrownBy(() -> given.sql(statement))
                .rootCause()
                .hasMessageMatching("(?s).*(is refused|permission denied).*");
        assertThat(state(id)).isEqualTo(before);
    }

    @Test
    void letsGoOfOldChangesInTheirOrderAndOfNoneThatIsYoung() {
        var id = given.meeting(given.place(), "2024-01-01");
        for (int days : List.of(400, 200, 100)) {
            given.sql(
                    "insert into record_change (xact, kind, record_id, key, version, action, status, is_public, changed_at)"
                            + " values ('%d', 'meeting', '%s', '%s', %d, 'updated', 'published', true, now() - interval '%d days')"
                                    .formatted(500 - days, id, id, 1000 + days, days));
        }
        // Transactions of before the first of this database.
        assertThat(stored.number("select record_change_prune('350', 1)")).isEqualTo(1);
        assertThat(versions(id)).containsExactly("1", "1100", "1200");
        assertThat(stored.number("select record_change_prune('350', 100)")).isEqualTo(1);
        assertThat(versions(id)).containsExactly("1", "1100");
        assertThat(stored.number("select record_change_prune('9000000000', 100)"))
                .isEqualTo(1);
        assertThat(versions(id)).containsExactly("1");
    }

    private List<String> versions(String id) {
        return stored.texts(
                "select cast(version as text) from record_change where record_id = '" + id + "' order by version");
    }

    private List<String> state(String id) {
        return stored.texts(
                "select concat_ws(' ', v.version, v.document, v.actor) from record_version v where record_id = '"
                        + id
                        + "' union all select concat_ws(' ', c.version, c.changed_at) from record_change c where record_id = '"
                        + id
                        + "' union all select document from record where id = '" + id + "'");
    }
}
