package bienban.changes;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import bienban.Given;
import bienban.Refusal;
import bienban.record.FeedPosition;
import bienban.security.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The feed tells everybody what concerns them, once, in order, and refuses what would be a gap. */
@QuarkusTest
class ChangesTest {
    private static final String DRAFT = "{\"title\": \"a\", \"kind\": \"other\", \"place\": {\"code\": \"%s\"}}";
    private static final String RETRACT = "{\"status\": \"retracted\", \"retraction\": {\"reason\": \"Nhầm\"}}";

    @Inject
    Given given;

    @Test
    void tellsWhatHappenedToAMeeting() {
        var place = given.place();
        var since = Follower.now();
        var id = given.meeting(place, "2024-01-01");
        patch(id, "{\"title\": \"Tên mới\"}");
        patch(id, "{\"title\": \"Tên mới\"}");
        given.editor().header("If-Match", "*").delete("/v1/meetings/{id}", id);
        var page = page(since, "&place=" + place);
        assertThat(told(page)).containsExactly("created 1", "updated 2", "deleted 3");
        assertThat(page.<List<String>>path("items.recordId")).containsOnly(id);
        assertThat(page.<List<String>>path("items.type")).containsOnly("meetings");
        assertThat(page.<List<String>>path("items.place")).containsOnly(place);
        assertThat(page.<String>path("items[0].changedAt"))
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(page.<Boolean>path("hasMore")).isFalse();
        assertThat(page(page.path("items[1].id"), "&place=" + place).<List<String>>path("items.action"))
                .as("the id of a change is a position")
                .containsExactly("deleted");
    }

    @Test
    void addsTheRecordAsItIsNow() {
        var place = given.place();
        var since = Follower.now();
        var kept = given.meeting(place, "2024-01-01");
        patch(kept, "{\"title\": \"Tên mới\"}");
        var gone = given.meeting(place, "2024-01-02");
        given.editor().header("If-Match", "*").delete("/v1/meetings/{id}", gone);
        var page = page(since, "&include=record&place=" + place);
        assertThat(page.<List<Integer>>path("items.findAll {it.recordId == '" + kept + "'}.record.version"))
                .containsExactly(2, 2);
        assertThat(page.<List<?>>path("items.findAll {it.recordId == '" + gone + "'}.record"))
                .containsOnlyNulls();
        assertThat(page.asString())
                .contains("\"record\":" + given().get("/v1/meetings/{id}", kept).asString() + "}");
    }

    @Test
    void tellsBothPlacesThatARecordMoved() {
        var from = given.place();
        var to = given.place();
        var id = given.meeting(from, "2024-01-01");
        var since = Follower.now();
        patch(id, "{\"place\": {\"code\": \"%s\"}}".formatted(to));
        for (var place : new String[] {from, to}) {
            var page = page(since, "&types=meetings&place=" + place);
            assertThat(told(page)).containsExactly("updated 2");
            assertThat(page.<String>path("items[0].place")).isEqualTo(to);
            assertThat(page.<String>path("items[0].previousPlace")).isEqualTo(from);
        }
        assertThat(told(page(since, "&types=meetings&place=" + given.place()))).isEmpty();
    }

    @Test
    void reachesThePlacesBelowUnlessToldOtherwise() {
        var province = given.place();
        var district = given.placeIn(province);
        var since = Follower.now();
        given.meeting(district, "2024-01-01");
        assertThat(told(page(since, "&place=" + province))).containsExactly("created 1");
        assertThat(told(page(since, "&within=place&place=" + province))).isEmpty();
        assertThat(told(page(since, "&within=place&place=" + district))).containsExactly("created 1");
    }

    @Test
    void tellsWhoWasMergedIntoWhom() {
        var place = given.place();
        var kept = speaker(place, "Đào Quang Minh");
        var gone = speaker(place, "Đào Quang Mính");
        var since = Follower.now();
        var merged = given.editor()
                .header("If-Match", "*")
                .body("{\"into\": \"%s\"}".formatted(kept))
                .post("/v1/speakers/{id}/merge", gone);
        assertThat(merged.statusCode()).as(merged.asString()).isEqualTo(200);
        var page = page(since, "&types=speakers&include=record&place=" + place);
        var item = "items.find {it.recordId == '" + gone + "'}.";
        assertThat(page.<String>path(item + "action")).isEqualTo("merged");
        assertThat(page.<String>path(item + "mergedInto")).isEqualTo(kept);
        assertThat(page.<Object>path(item + "record")).isNull();
    }

    @Test
    void keepsDraftsFromTheOthers() {
        var place = given.place();
        var since = Follower.now();
        var id = given.post("/v1/meetings", DRAFT.formatted(place)).extract().<String>path("id");
        patch(id, "{\"title\": \"b\"}");
        assertThat(told(page(since, "&place=" + place))).isEmpty();
        assertThat(told(asEditor(since, "&place=" + place))).containsExactly("created 1", "updated 2");

        patch(id, "{\"status\": \"published\"}");
        assertThat(told(page(since, "&place=" + place))).containsExactly("created 3");
        patch(id, RETRACT);
        patch(id, "{\"status\": \"published\"}");
        assertThat(told(page(since, "&place=" + place))).containsExactly("created 3", "retracted 4", "created 5");
        assertThat(asEditor(since, "&include=record&place=" + place).<List<Integer>>path("items.record.version"))
                .containsOnly(5);
    }

    @Test
    void showsDraftsToThoseWhoKeepThem() {
        var province = given.place();
        var place = given.placeIn(province);
        var since = Follower.now();
        var id = given.post("/v1/meetings", DRAFT.formatted(place)).extract().<String>path("id");
        var here = given.key(Role.editor, province);
        var elsewhere = given.key(Role.editor, given.place());
        var path = "/v1/changes?types=meetings&include=record&place=" + place + "&since=" + since;
        assertThat(ok(given.as(here).get(path)).<List<String>>path("items.record.id"))
                .containsExactly(id);
        assertThat(told(ok(given.as(elsewhere).get(path)))).isEmpty();
        assertThat(told(ok(given.as(null).get(path)))).isEmpty();
    }

    @Test
    void neverShowsWhatWentBackToADraft() {
        var place = given.place();
        var since = Follower.now();
        var id = given.meeting(place, "2024-01-01");
        given.sql("update meeting set status = 'draft', title = 'Bí mật' where id = '" + id + "'");
        given.sql("update meeting set title = 'Bí mật hơn' where id = '" + id + "'");
        var page = page(since, "&include=record&place=" + place);
        assertThat(told(page)).containsExactly("created 1", "retracted 2");
        assertThat(page.<List<?>>path("items.record")).containsOnlyNulls();
        assertThat(page.asString()).doesNotContain("Bí mật");
        assertThat(asEditor(since, "&include=record&place=" + place).asString()).contains("Bí mật hơn");
    }

    @Test
    void passesOverWhatIsFilteredOut() {
        var place = given.place();
        var other = given.place();
        var since = Follower.now();
        for (int day = 1; day <= 3; day++) {
            given.meeting(other, "2024-01-0" + day);
        }
        var page = page(since, "&place=" + place);
        assertThat(told(page)).isEmpty();
        assertThat(page.<String>path("next")).isNotEqualTo(since);
        assertThat(told(page(page.path("next"), "&types=meetings&place=" + other)))
                .isEmpty();
        assertThat(told(page(since, "&types=speakers,directives&place=" + other)))
                .isEmpty();
        assertThat(told(page(since, "&types=speakers&types=meetings&place=" + other)))
                .hasSize(3);
    }

    @Test
    void goesOnWithoutGapOrRepetitionWhateverTheLimit() {
        var place = given.place();
        var since = Follower.now();
        for (int day = 1; day <= 7; day++) {
            given.meeting(place, "2024-01-0" + day);
        }
        var all = page(since, "&place=" + place).<List<String>>path("items.id");
        assertThat(all).hasSize(7);
        for (int limit : new int[] {1, 2, 3, 7, 8, 1000}) {
            var read = new ArrayList<String>();
            var position = since;
            var more = true;
            while (more) {
                var page = page(position, "&limit=" + limit + "&place=" + place);
                read.addAll(page.path("items.id"));
                position = page.path("next");
                more = page.path("hasMore");
            }
            assertThat(read).as("limit %d", limit).isEqualTo(all);
        }
    }

    @Test
    void takesTwoStatementsHoweverLongThePage() {
        var place = given.place();
        var since = Follower.now();
        given.meeting(place, "2024-01-01");
        page(since, "");
        assertThat(given.statementsOf(() -> page(since, "&include=record&place=" + place)))
                .isEqualTo(2);
        for (int day = 1; day <= 9; day++) {
            given.meeting(place, "2024-02-0" + day);
        }
        assertThat(given.statementsOf(() -> page(since, "&include=record&limit=1000&place=" + place)))
                .isEqualTo(2);
        assertThat(given.statementsOf(() -> page(Follower.now(), ""))).isLessThanOrEqualTo(3);
    }

    @Test
    void refusesWhatItCannotRead() {
        for (var query : new String[] {
            "since=x since malformed_position",
            "limit=0 limit out_of_range",
            "limit=1001 limit out_of_range",
            "types=meeting types unknown_name",
            "types=meetings,,x types unknown_name",
            "include=records include unknown_name",
            "after=1 after unknown_parameter"
        }) {
            var parts = query.split(" ");
            assertThat(Refusal.of(given().get("/v1/changes?" + parts[0]), 400, "invalid-request")
                            .faults())
                    .as(query)
                    .contains(parts[1] + " " + parts[2]);
        }
    }

    @Test
    void saysWhenACopyMustBeMadeAnew() {
        given.meeting(given.place(), "2024-01-01");
        var here = FeedPosition.read(Follower.now(), "since");
        mustResync(new FeedPosition(here.home() + 1, here.xact(), here.seq(), here.check()), "other_database");
        // As after the return of an older backup: the same numbers for another change, or for none yet.
        mustResync(new FeedPosition(here.home(), here.xact(), here.seq(), here.check() ^ 1), "unknown_position");
        mustResync(
                new FeedPosition(here.home(), here.xact() + 1_000_000, here.seq(), here.check()), "unknown_position");
        mustResync(new FeedPosition(here.home(), here.xact(), here.seq() + 1, here.check()), "unknown_position");
        mustResync(new FeedPosition(here.home(), 0, 0, 1), "unknown_position");
        page(new FeedPosition(here.home(), 0, 0, 0).toString(), "&limit=1");
    }

    private void mustResync(FeedPosition position, String why) {
        var answer = given().get("/v1/changes?types=meetings,places&since=" + position);
        assertThat(Refusal.of(answer, 410, "resync-needed").faults()).containsExactly("since " + why);
        assertThat(answer.header("Link"))
                .isEqualTo(
                        "</v1/exports/meetings.ndjson>; rel=\"alternate\", </v1/exports/places.ndjson>; rel=\"alternate\"");
        Refusal.of(
                given().accept("text/event-stream").get("/v1/changes?types=meetings,places&since=" + position),
                410,
                "resync-needed");
    }

    private String speaker(String place, String name) {
        return given.post("/v1/speakers", """
                {"name": "%s", "place": {"code": "%s"}, "status": "published"}""".formatted(name, place)).extract().path("id");
    }

    private void patch(String id, String changes) {
        var answer = given.patch().body(changes).patch("/v1/meetings/{id}", id);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    }

    private static Response page(String since, String filter) {
        return ok(given().get("/v1/changes?since=" + since + filter));
    }

    private Response asEditor(String since, String filter) {
        return ok(given.editor().get("/v1/changes?since=" + since + filter));
    }

    private static Response ok(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer;
    }

    /** Meetings and the like; what a test's place itself brought along is left out. */
    private static List<String> told(Response page) {
        var told = new ArrayList<String>();
        for (var item : Follower.tree(page.asString()).get("items")) {
            told.add(item.get("action").textValue() + " " + item.get("version").intValue());
        }
        return told;
    }
}
