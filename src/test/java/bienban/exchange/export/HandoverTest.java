package bienban.exchange.export;

import static org.assertj.core.api.Assertions.assertThat;

import bienban.Given;
import bienban.Stored;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A copy is an export and the changes since its cursor, also when both are taken while many write. */
@QuarkusTest
class HandoverTest {
    private static final List<String> KINDS =
            List.of("meetings", "speakers", "directives", "observations", "organizations", "documents", "places");
    private static final int WRITERS = 4;
    private static final int WRITES = 30;
    private static final int EXPORTS = 3;

    @Inject
    Given given;

    @Inject
    Stored stored;

    private final List<String> meetings = new CopyOnWriteArrayList<>();
    private String place;

    @Test
    void givesTheFinalStateWhateverIsWrittenMeanwhile() throws Exception {
        place = given.place();
        var writers = Executors.newFixedThreadPool(WRITERS);
        var copies = new ArrayList<Copy>();
        try {
            var writing = new ArrayList<Callable<Void>>();
            for (int i = 0; i < WRITERS; i++) {
                var random = new Random(i);
                writing.add(() -> write(random));
            }
            var done = writing.stream().map(writers::submit).toList();
            for (int i = 0; i < EXPORTS; i++) {
                KINDS.forEach(kind -> copies.add(Copy.taken(kind)));
            }
            for (var writer : done) {
                writer.get();
            }
        } finally {
            writers.shutdownNow();
        }
        var moved = 0;
        for (var copy : copies) {
            moved += copy.catchUp();
            assertThat(copy.records).as(copy.kind).isEqualTo(published(copy.kind));
            assertThat(copy.digest()).as(copy.kind).isEqualTo(copy.digestTold());
        }
        assertThat(moved).as("changes behind the exports").isPositive();
        assertThat(stored.number(
                        "select count(*) from record_change where action in ('deleted', 'merged') and place_code = '"
                                + place + "'"))
                .as("records that went while copies were taken")
                .isPositive();
    }

    private Map<String, String> published(String kind) {
        return stored
                .texts("select document from record where status = 'published' and kind = '"
                        + kind.substring(0, kind.length() - 1) + "'")
                .stream()
                .collect(Collectors.toMap(Copy::key, Function.identity()));
    }

    private Void write(Random random) {
        for (int i = 0; i < WRITES; i++) {
            switch (random.nextInt(6)) {
                case 0, 1 -> create(random);
                case 2 -> patch(random, "{\"title\": \"Hội nghị %d\"}".formatted(random.nextInt(99)));
                case 3 ->
                    patch(
                            random,
                            random.nextBoolean()
                                    ? "{\"status\": \"published\"}"
                                    : "{\"status\": \"retracted\", \"retraction\": {\"reason\": \"Nhầm\"}}");
                case 4 -> removeOrMerge(random);
                default -> given.sql(sql(random));
            }
        }
        return null;
    }

    private void create(Random random) {
        var answer = given.editor()
                .body("""
                {"status": "published", "title": "Hội nghị", "kind": "briefing", "heldOn": "2024-0%d", "place": {"code": "%s"}, "host": {"name": "Thị ủy"},
                 "participations": [{"speaker": {"name": "Người %d"}, "roles": ["chair"], "posts": ["Bí thư"]}],
                 "observations": [{"label": "a", "value": %d}], "directives": [{"text": "a"}]}""".formatted(1 + random.nextInt(9), place, random.nextInt(9), random.nextInt(99)))
                .post("/v1/meetings");
        if (expected(answer) == 201) {
            meetings.add(answer.path("id"));
        }
    }

    private void patch(Random random, String patch) {
        if (!meetings.isEmpty()) {
            expected(given.patch().body(patch).patch("/v1/meetings/{id}", any(random, meetings)));
        }
    }

    private void removeOrMerge(Random random) {
        List<String> people = given.editor().get("/v1/speakers?place=" + place).path("items.id");
        if (random.nextBoolean() && people.size() > 1) {
            expected(given.editor()
                    .header("If-Match", "*")
                    .body("{\"into\": \"" + people.get(0) + "\"}")
                    .post("/v1/speakers/{id}/merge", people.get(1)));
        } else if (!meetings.isEmpty()) {
            expected(given.editor().header("If-Match", "*").delete("/v1/meetings/{id}", any(random, meetings)));
        }
    }

    /** A repair by hand, past the API and the turns that it takes. */
    private String sql(Random random) {
        return switch (random.nextInt(3)) {
            case 0 ->
                "insert into organization (id, name, kind, place_code) values (gen_random_uuid(), 'Hội "
                        + random.nextInt() + "', 'other', '" + place + "')";
            case 1 ->
                "insert into observation (id, label, value, place_code) values (gen_random_uuid(), 'b', "
                        + random.nextInt(99) + ", '" + place + "')";
            default ->
                "delete from observation where id = (select id from observation where meeting_id is null and place_code = '"
                        + place + "' order by id limit 1 for update skip locked)";
        };
    }

    private static String any(Random random, List<String> ids) {
        return ids.get(random.nextInt(ids.size()));
    }

    private static int expected(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 201, 204, 404, 409, 410, 412, 503);
        return answer.statusCode();
    }

    /** What someone holds who has never seen the database. */
    private static final class Copy {
        private final String kind;
        private final Map<String, String> records = new TreeMap<>();
        private String cursor;

        private Copy(String kind) {
            this.kind = kind;
        }

        static Copy taken(String kind) {
            var copy = new Copy(kind);
            var export = Download.of("/v1/exports/" + kind + ".ndjson");
            export.records().forEach(line -> copy.records.put(key(line), line));
            copy.cursor = export.headers().get("Feed-Cursor");
            return copy;
        }

        /** Returns how many changes there were. */
        int catchUp() {
            var changes = 0;
            for (var more = true; more; ) {
                var page = RestAssured.given()
                        .get("/v1/changes?include=record&limit=50&types={kind}&since={cursor}", kind, cursor)
                        .then()
                        .statusCode(200)
                        .extract();
                // One change on each line, with the record's bytes at its end.
                for (var line : page.asString().split("\n")) {
                    if (line.startsWith("{\"id\":")) {
                        apply(line.endsWith(",") ? line.substring(0, line.length() - 1) : line);
                        changes++;
                    }
                }
                cursor = page.path("next");
                more = page.<Boolean>path("hasMore");
            }
            return changes;
        }

        private void apply(String change) {
            var start = change.indexOf(",\"record\":{");
            if (start < 0) {
                records.remove(member(change, "recordId"));
            } else {
                var record = change.substring(start + 10, change.length() - 1);
                records.merge(key(record), record, (held, come) -> version(come) > version(held) ? come : held);
            }
        }

        static String key(String document) {
            return member(document, "id");
        }

        private static int version(String document) {
            var start = document.indexOf("\"version\":") + 10;
            return Integer.parseInt(document.substring(start, document.indexOf(',', start)));
        }

        private static String member(String json, String name) {
            var start = json.indexOf("\"" + name + "\":\"") + name.length() + 4;
            return json.substring(start, json.indexOf('"', start));
        }

        String digest() {
            var hashes = new ByteArrayOutputStream();
            records.values()
                    .forEach(document -> hashes.writeBytes(
                            HexFormat.of().parseHex(Download.sum(document.getBytes(StandardCharsets.UTF_8)))));
            return records.size() + " " + Download.sum(hashes.toByteArray());
        }

        String digestTold() {
            var group = RestAssured.given().get("/v1/digest?type=" + kind).jsonPath();
            return group.getList("groups").isEmpty()
                    ? "0 " + Download.sum(new byte[0])
                    : group.get("groups[0].count") + " " + group.get("groups[0].digest");
        }
    }
}
