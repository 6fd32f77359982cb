package bienban.record;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import bienban.Given;
import bienban.Stored;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A million meetings, and page 10 000 costs what page 1 costs. Needs some minutes and 3 GB of disk, so that it runs only when asked for:
 * {@code ./mvnw test -Pload -Dtest=LoadTest}.
 */
@QuarkusTest
@Tag("load")
class LoadTest {
    private static final int MEETINGS = 1_000_000;
    private static final int PAGE = 20;
    private static final int DEEP = 9_999 * PAGE;
    private static final int ROUNDS = 60;
    private static final List<String> TABLES = List.of("meeting", "record");

    @Inject
    Given given;

    @Inject
    Stored stored;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String username;

    /** Triggers are the owner's to switch off. */
    @ConfigProperty(name = "quarkus.flyway.username")
    Optional<String> owner;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @Test
    void costsTheSameOnEveryPage() throws SQLException {
        var province = given.place();
        var started = System.nanoTime();
        fill(province);
        System.out.printf("%d meetings written in %d s%n", MEETINGS, (System.nanoTime() - started) / 1_000_000_000);
        assertThat(stored.stale("select id from meeting order by id limit 200")).isEmpty();
        var lists = new LinkedHashMap<String, String>();
        for (var sort : new String[] {"-heldOn", "heldOn", "title", "-title", "updatedAt", "-updatedAt"}) {
            lists.put("all by " + sort, "/v1/meetings?sort=" + sort);
        }
        lists.put("sub-tree by -heldOn", "/v1/meetings?within=subtree&place=" + province);
        lists.put("one place by -heldOn", "/v1/meetings?place=" + province + "-7");
        var ratios = new LinkedHashMap<String, Double>();
        lists.forEach((name, path) -> ratios.put(name, ratio(name, path)));
        assertThat(ratios.values()).as(ratios.toString()).allMatch(ratio -> ratio <= 1.5);
    }

    /** Page 1 and page 10 000 in turn, so that whatever else the machine does meets both. */
    private double ratio(String name, String path) {
        var deep = pageAfter(path, path.contains("-7") ? 900 * PAGE : DEEP);
        var first = new ArrayList<Long>();
        var last = new ArrayList<Long>();
        for (int i = 0; i < ROUNDS; i++) {
            first.add(time(path));
            last.add(time(deep));
        }
        var ratio = (double) median(last) / median(first);
        System.out.printf(
                "%-22s page 1: %.2f ms, page 10 000: %.2f ms, ratio %.2f%n",
                name, median(first) / 1e6, median(last) / 1e6, ratio);
        return ratio;
    }

    /** Goes there in steps of the largest page, as a client would. */
    private static String pageAfter(String path, int rows) {
        var next = path + (path.contains("?") ? "&" : "?") + "fields=id&limit=200";
        for (int seen = 0; seen < rows; seen += 200) {
            next = given().urlEncodingEnabled(false).get(next).path("next");
        }
        return next.replace("fields=id&", "").replace("limit=200&", "");
    }

    private static long time(String path) {
        var started = System.nanoTime();
        var answer = given().urlEncodingEnabled(false).get(path);
        var taken = System.nanoTime() - started;
        assertThat(answer.<List<?>>path("items")).hasSize(PAGE);
        return taken;
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    /** Set-based, with triggers at rest and indexes made afterwards, and with documents that are compared with what the triggers would have made. */
    private void fill(String province) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            var indexes = indexes(statement);
            for (var table : TABLES) {
                statement.execute("alter table " + table + " disable trigger user");
            }
            for (var index : indexes.keySet()) {
                statement.execute("drop index " + index);
            }
            for (var step : STEPS) {
                statement.execute(step.replace("{province}", province).replace("{meetings}", String.valueOf(MEETINGS)));
            }
            for (var definition : indexes.values()) {
                statement.execute(definition);
            }
            for (var table : TABLES) {
                statement.execute("alter table " + table + " enable trigger user");
            }
            connection.commit();
            connection.setAutoCommit(true);
            for (var table : TABLES) {
                statement.execute("vacuum analyze " + table);
            }
        }
    }

    /** Those that no rule rests on. */
    private static Map<String, String> indexes(Statement statement) throws SQLException {
        var indexes = new LinkedHashMap<String, String>();
        try (var rows = statement.executeQuery(
                "select indexrelid::regclass::text, pg_get_indexdef(indexrelid) from pg_index where not indisunique and indrelid in ('meeting'::regclass, 'record'::regclass)")) {
            while (rows.next()) {
                indexes.put(rows.getString(1), rows.getString(2));
            }
        }
        return indexes;
    }

    /** Not one of the pool's: those give up on a statement after seconds. */
    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, owner.orElse(username), password);
    }

    private static final List<String> STEPS = List.of(
            "insert into place (code, name, level, parent_code) select '{province}-' || i, 'Xã ' || i, 'commune', '{province}' from generate_series(1, 50) i",
            """
            insert into meeting (id, status, title, kind, held_on, place_code)
            select gen_random_uuid(), case when i % 20 = 0 then 'draft' else 'published' end,
                (array['Hội nghị giao ban', 'Buổi làm việc', 'Kỳ họp', 'Phiên họp', 'Ấn định'])[1 + i % 5] || ' số ' || (cast(i as bigint) * 7919 % 100000), 'briefing',
                case when i % 50 = 0 then null else (date '2000-01-01' + i * 31 % 9000)::text end, '{province}-' || (1 + i % 50)
            from generate_series(1, {meetings}) i""",
            """
            insert into record (id, kind, key, version, status, place_code, document, hash, created_at, updated_at)
            select b.id, b.kind, b.key, 1, b.status, b.place_code, d.document, text_hash(d.document), b.moment, b.moment
            from (select m.*, timestamptz '2024-01-01' + interval '1 second' * (row_number() over () * 104729 % 10000000) as moment from (
                select m.id, 'meeting' as kind, m.id::text as key, m.status, m.place_code,
                    '{"title":' || to_json(m.title) || ',"kind":"briefing"' || coalesce(',"heldOn":"' || m.held_on || '"', '')
                    || ',"place":' || json_strip_nulls(json_build_object('code', p.code, 'name', p.name, 'level', p.level)) || ',"counterparts":[],"participations":[],'
                    || '"observations":[],"findings":[],"decisions":[],"directives":[],"proposals":[],"documents":[],"media":[],"sources":[],"evidence":[]}' as body
                from meeting m join place p on p.code = m.place_code where p.parent_code = '{province}') m) b,
                lateral (select record_render(b.key, 1, b.status, b.moment, b.moment, null, null, b.body) as document) d""");
}
