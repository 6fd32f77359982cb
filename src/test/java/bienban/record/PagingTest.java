package bienban.record;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import bienban.Given;
import bienban.Refusal;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A page never repeats or skips a record that did not change, whatever is written meanwhile. */
@QuarkusTest
class PagingTest {
    /** Few, so that many rows are equal in what they are sorted by. */
    private static final String[] DATES = {"2020", "2020-01-01", "2021-05", "2021-05-01", "2022-07-13", null};

    private static final String[] TITLES = {"Ất", "ấT", "at", "Đầu", "dau", "Zoo", "Ă", "â"};

    @Inject
    Given given;

    @ParameterizedTest
    @CsvSource({"heldOn, 1", "-heldOn, 2", "updatedAt, 3", "-updatedAt, 4", "title, 5", "-title, 6"})
    void showsEachUnchangedRecordOnce(String sort, long seed) {
        var random = new Random(seed);
        var place = given.place();
        var unchanged = new LinkedHashSet<String>();
        for (int i = 0; i < 40; i++) {
            unchanged.add(meeting(random, place));
        }
        var all = new ArrayList<>(unchanged);
        var seen = new ArrayList<String>();
        var next = "/v1/meetings?place=" + place + "&sort=" + sort + "&fields=id&limit=" + (1 + random.nextInt(6));
        while (next != null) {
            var page = get(next);
            seen.addAll(page.path("items.id"));
            next = page.path("next");
            if (next != null && random.nextInt(3) == 0) {
                next = next.replaceFirst("limit=\\d+", "limit=" + (1 + random.nextInt(6)));
            }
            disturb(random, place, all, unchanged);
        }
        assertThat(seen).as("seed %d", seed).doesNotHaveDuplicates().containsAll(unchanged);
    }

    /** Once or twice between two pages, as long as there is something left to change. */
    private void disturb(Random random, String place, List<String> all, Set<String> unchanged) {
        if (all.size() > 120) {
            return;
        }
        var victim = all.get(random.nextInt(all.size()));
        switch (random.nextInt(4)) {
            case 0 -> all.add(meeting(random, place));
            case 1 -> {
                if (unchanged.remove(victim)) {
                    given.editor().header("If-Match", "*").delete("/v1/meetings/{id}", victim);
                    all.remove(victim);
                }
            }
            case 2 -> {
                // A record that changed may be met where it was or where it is now, and so not be counted on.
                if (unchanged.size() > 20 && unchanged.remove(victim)) {
                    given.patch()
                            .body("{\"status\": \"retracted\", \"retraction\": {\"reason\": \"a\"}}")
                            .patch("/v1/meetings/{id}", victim);
                    all.remove(victim);
                }
            }
            default -> {}
        }
    }

    private String meeting(Random random, String place) {
        var date = DATES[random.nextInt(DATES.length)];
        return given.post("/v1/meetings", """
                {"status": "published", "title": "%s", "kind": "conference", "place": {"code": "%s"}%s}""".formatted(
                                TITLES[random.nextInt(TITLES.length)],
                                place,
                                date == null ? "" : ", \"heldOn\": \"" + date + "\""))
                .extract()
                .path("id");
    }

    @Test
    void sortsByTheDayAndPutsMeetingsWithoutOneLast() {
        var place = given.place();
        for (var date : DATES) {
            given.post("/v1/meetings", """
                    {"status": "published", "title": "a", "kind": "conference", "place": {"code": "%s"}%s}""".formatted(place, date == null ? "" : ", \"heldOn\": \"" + date + "\""));
        }
        var days = get("/v1/meetings?fields=heldOn,id&place=" + place).<List<String>>path("items.heldOn");
        assertThat(days).startsWith("2022-07-13").last().isNull();
        assertThat(get("/v1/meetings?sort=heldOn&limit=1&place=" + place).<String>path("items[0].heldOn"))
                .isNull();
    }

    @Test
    void keepsWhatWasAskedForInNext() {
        var place = given.place();
        for (int i = 0; i < 3; i++) {
            given.meeting(place, "2024-01-0" + (i + 1), "\"findings\": [{\"kind\": \"result\", \"text\": \"a\"}]");
        }
        var first = get(
                "/v1/meetings?place=%s&kind=conference&kind=briefing&fields=id,title&include=findings&limit=1&count=true&sort=title"
                        .formatted(place));
        var next = first.<String>path("next");
        assertThat(next)
                .contains(
                        "place=" + place,
                        "kind=conference&kind=briefing",
                        "include=findings",
                        "limit=1",
                        "count=true",
                        "sort=title");
        assertThat(first.header("Link")).isEqualTo("<" + next + ">; rel=\"next\"");
        assertThat(first.<Integer>path("total")).isEqualTo(3);
        var second = get(next);
        assertThat(second.<java.util.Map<String, Object>>path("items[0]")).containsOnlyKeys("id", "title", "findings");
        assertThat(second.<Integer>path("total")).isEqualTo(3);
        assertThat(get(second.path("next")).<String>path("next")).isNull();
    }

    @Test
    void refusesTheCursorOfAnotherList() {
        var place = given.place();
        given.meeting(place, "2024-01-01");
        given.meeting(place, "2024-01-02");
        var cursor =
                get("/v1/meetings?limit=1&place=" + place).<String>path("next").replaceFirst(".*cursor=", "");
        for (var other : new String[] {
            "/v1/meetings?limit=1",
            "/v1/meetings?sort=heldOn&place=" + place,
            "/v1/meetings?kind=conference&place=" + place,
            "/v1/organizations?place=" + place
        }) {
            assertForeign(other + (other.contains("?") ? "&" : "?") + "cursor=" + cursor);
        }
        assertThat(get("/v1/meetings?limit=7&fields=id&place=" + place + "&cursor=" + cursor)
                        .<List<?>>path("items"))
                .hasSize(1);
    }

    @Test
    void refusesDamagedCursors() {
        var place = given.place();
        given.meeting(place, "2024-01-01");
        given.meeting(place, "2024-01-02");
        for (var sort : new String[] {"heldOn", "title", "-updatedAt"}) {
            var list = "/v1/meetings?limit=1&sort=" + sort + "&place=" + place;
            var cursor = get(list).<String>path("next").replaceFirst(".*cursor=", "");
            var random = new Random(7);
            for (int i = 0; i < 60; i++) {
                var damaged = new StringBuilder(cursor);
                damaged.setCharAt(random.nextInt(cursor.length() - 1), "ABCxyz019-_.~".charAt(random.nextInt(13)));
                var answer = given().get(list + "&cursor=" + damaged);
                assertThat(answer.statusCode())
                        .as(damaged.toString())
                        .isEqualTo(damaged.toString().equals(cursor) ? 200 : 400);
            }
        }
        for (var text : new String[] {"x", "%00", "AAAA", "a".repeat(500), "%C4%90"}) {
            assertForeign("/v1/meetings?cursor=" + text);
        }
    }

    private static void assertForeign(String path) {
        var answer = given().urlEncodingEnabled(false).get(path);
        assertThat(Refusal.of(answer, 400, "invalid-request").faults())
                .as(path)
                .hasSize(1)
                .first()
                .asString()
                .startsWith("cursor ");
    }

    @Test
    void embedsWithOneStatementHoweverManyRows() {
        var place = given.place();
        for (int i = 0; i < 5; i++) {
            given.meeting(
                    place,
                    "2024-01-01",
                    "\"directives\": [{\"text\": \"a\"}, {\"text\": \"b\"}]",
                    "\"findings\": [{\"kind\": \"result\", \"text\": \"a\"}]",
                    "\"observations\": [{\"label\": \"a\", \"value\": 1}]",
                    "\"participations\": [{\"group\": \"g\", \"roles\": [\"attendee\"]}]");
        }
        var includes =
                "participants,participations,observations,findings,decisions,directives,proposals,documents,media,sources,evidence";
        for (var include : (includes + ";" + includes.replace(",", ";")).split(";", -1)) {
            for (var limit : new int[] {1, 5}) {
                var path = "/v1/meetings?place=%s&limit=%d&include=%s".formatted(place, limit, include);
                assertThat(statements(path)).as(path).isEqualTo(1);
                assertThat(statements(path + "&count=true")).as(path).isEqualTo(2);
            }
        }
    }

    private long statements(String path) {
        return given.statementsOf(() -> when().get(path).then().statusCode(200));
    }

    private static Response get(String path) {
        var answer = given().urlEncodingEnabled(false).get(path);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer;
    }
}
