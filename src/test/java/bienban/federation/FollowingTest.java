package bienban.federation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import bienban.Given;
import bienban.Refusal;
import bienban.Stored;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes from an upstream is here as it is there, owned there, whatever order it comes in and whatever else comes with it. */
@QuarkusTest
@TestProfile(FollowsFake.class)
class FollowingTest {
    @Inject
    Given given;

    @Inject
    Stored stored;

    private String place;

    @BeforeEach
    void follow() throws Exception {
        FakeUpstream.mode("open");
        place = given.place();
        Await.that("the first snapshot", () -> upstream().path("state"), "following");
    }

    @AfterEach
    void restore() {
        FakeUpstream.mode("open");
    }

    private Response upstream() {
        return given().header("Authorization", Given.KEY).get("/v1/upstreams/fake");
    }

    private String meeting() {
        var indicator = given.indicator("count", "sum", null);
        return given.meeting(place, "2024-05-02", """
                "host": {"name": "Thường trực Thị ủy", "kind": "standing_body"}, "counterparts": [{"name": "Đảng ủy phường", "kind": "party_committee"}],
                "participations": [{"speaker": {"name": "Trần Thị Lan"}, "roles": ["chair"], "posts": ["Bí thư Thị ủy"]}, {"group": "Bí thư các phường", "roles": ["attendee"]}],
                "observations": [{"indicator": "%1$s", "label": "Tổng số", "value": 30, "unit": "count", "period": "2024-01/2024-04"},
                    {"label": "phần", "parent": "/observations/0", "value": 12.50, "whole": 30, "share": 41.7, "unit": "count", "period": "2024-01/2024-04", "estimated": true}],
                "findings": [{"kind": "limitation", "text": "Còn chậm.", "topics": ["land"]}],
                "decisions": [{"text": "Thông qua.", "outcome": "adopted", "composition": [{"bloc": "Khối Đảng", "seats": 3}]}],
                "directives": [{"text": "Đẩy nhanh tiến độ.", "issuer": {"name": "Trần Thị Lan"}, "addressees": [{"name": "Các phường"}], "dueOn": "2024-12",
                    "legalBasis": [{"type": "resolution", "number": "%2$s", "issuer": "Tỉnh ủy"}, {"text": "Nghị quyết của Thị ủy"}], "topics": ["land"]}],
                "proposals": [{"text": "Bổ sung vốn.", "proposer": "Đảng ủy phường", "answer": "Nhất trí."}],
                "documents": [{"type": "directive", "number": "%2$s", "title": "Về xây dựng Đảng", "issuer": "Bộ Chính trị", "issuedOn": "2016-05-15", "label": "Chỉ thị 05"}],
                "media": [{"kind": "photo", "caption": "Toàn cảnh"}],
                "sources": [{"title": "Hội nghị giao ban", "url": "https://example.org/%3$s", "authors": ["Minh Hà"], "publishedAt": "2024-05-03", "text": "Hội nghị giao ban tháng 5."}]""".formatted(
                        indicator, "05-CT/" + place, place));
    }

    /** A meeting of another instance with everything around it, told in the worst order. */
    private Foreign followed() throws Exception {
        var meeting = meeting();
        given.post(
                "/v1/directives/" + given().get("/v1/meetings/" + meeting).<String>path("directives[0].id") + "/progress",
                "{\"state\": \"in_progress\", \"text\": \"Đã bàn giao.\", \"reporter\": \"Văn phòng\", \"reportedOn\": \"2024-06-01\"}");
        var foreign = Foreign.of(stored, meeting);
        var backwards = new ArrayList<>(foreign.entries());
        Collections.reverse(backwards);
        new Foreign(backwards).tell();
        awaitEqual(foreign);
        return foreign;
    }

    private void awaitEqual(Foreign foreign) throws Exception {
        for (var entry : foreign.entries()) {
            awaitEqual(entry.id(), entry.document());
        }
    }

    private void awaitEqual(String id, String document) throws Exception {
        Await.that(
                "the copy of " + id,
                () -> stored.texts("select document_content(document) from record where key = '" + id + "'"),
                stored.texts("select document_content('" + document.replace("'", "''") + "')"));
    }

    private String content(String id) {
        return stored.texts("select document_content(document) from record where key = '" + id + "'").get(0);
    }

    @Test
    void holdsWhatTheUpstreamHoldsAndSaysWhoseItIs() throws Exception {
        var foreign = followed();
        for (var entry : foreign.entries()) {
            var answer = given().get("/v1/" + entry.plural() + "/" + entry.id());
            assertThat(answer.statusCode()).as(entry.plural()).isEqualTo(200);
            assertThat(answer.<String>path("origin.instance")).as(entry.plural()).isEqualTo(FakeUpstream.INSTANCE);
            assertThat(answer.<Integer>path("origin.version")).as(entry.plural()).isPositive();
        }
        assertThat(stored.contradictions()).isEmpty();
        assertThat(upstream().<Integer>path("parked")).isZero();
    }

    @Test
    void refusesToChangeWhatIsOwnedElsewhere() throws Exception {
        var foreign = followed();
        var speaker = foreign.of("speakers").id();
        var directive = foreign.of("directives").id();
        var own = given.post("/v1/speakers", "{\"name\": \"Lê Văn Tám\", \"place\": {\"code\": \"" + place + "\"}}")
                .extract()
                .<String>path("id");
        var refused = List.of(
                given.patch().body("{\"title\": \"a\"}").patch("/v1/meetings/" + foreign.of("meetings").id()),
                given.editor().header("If-Match", "*").delete("/v1/meetings/" + foreign.of("meetings").id()),
                given.patch().body("{\"name\": \"a\"}").patch("/v1/speakers/" + speaker),
                given.editor().header("If-Match", "*").delete("/v1/speakers/" + speaker),
                given.editor()
                        .header("If-Match", "*")
                        .body("{\"into\": \"" + own + "\"}")
                        .post("/v1/speakers/" + speaker + "/merge"),
                given.editor()
                        .header("If-Match", "*")
                        .body("{\"name\": \"a\", \"meetings\": [\"" + foreign.of("meetings").id() + "\"]}")
                        .post("/v1/speakers/" + speaker + "/split"),
                given.patch().body("{\"name\": \"a\"}").patch("/v1/organizations/" + foreign.of("organizations").id()),
                given.patch().body("{\"title\": \"a\"}").patch("/v1/documents/" + foreign.of("documents").id()),
                given.patch().body("{\"label\": \"a\"}").patch("/v1/observations/" + foreign.of("observations").id()),
                given.patch().body("{\"text\": \"a\"}").patch("/v1/directives/" + directive),
                given.editor()
                        .body("{\"state\": \"completed\", \"text\": \"a\", \"reporter\": \"a\", \"reportedOn\": \"2024-07-01\"}")
                        .post("/v1/directives/" + directive + "/progress"),
                given.editor()
                        .header("If-Match", "*")
                        .body("{\"title\": \"a\", \"text\": \"a\"}")
                        .put("/v1/articles/" + foreign.of("articles").id()),
                given.editor().header("If-Match", "*").delete("/v1/articles/" + foreign.of("articles").id()));
        for (var answer : refused) {
            Refusal.of(answer, 409, "owned-elsewhere");
        }
        awaitEqual(foreign);
    }

    @Test
    void letsOwnMeetingsReferToPeopleOwnedElsewhere() throws Exception {
        var speaker = followed().of("speakers").id();
        var own = given.meeting(
                place, "2024-06-01", "\"participations\": [{\"speaker\": {\"id\": \"" + speaker + "\"}, \"roles\": [\"chair\"]}]");
        assertThat(given().get("/v1/meetings/" + own).<String>path("participations[0].speaker.id"))
                .isEqualTo(speaker);
    }

    @Test
    void takesLaterVersionsAndLeavesEarlierOnes() throws Exception {
        var meeting = followed().of("meetings");
        var later = Foreign.changed(meeting.document(), 9, "Hội nghị thử nghiệm", "Hội nghị đã sửa");
        FakeUpstream.put("meetings", later);
        awaitEqual(meeting.id(), later);
        var version = given().get("/v1/meetings/" + meeting.id()).<Integer>path("version");
        FakeUpstream.put("meetings", Foreign.changed(meeting.document(), 8, "Hội nghị thử nghiệm", "Hội nghị cũ"));
        FakeUpstream.put("meetings", later);
        awaitSeen();
        assertThat(given().get("/v1/meetings/" + meeting.id()).<Integer>path("version"))
                .isEqualTo(version);
    }

    /** Everything that was told until now has been taken over or parked. */
    private void awaitSeen() throws Exception {
        var mark = UUID.randomUUID().toString();
        FakeUpstream.put("speakers", """
                {"id":"%s","version":1,"status":"published","createdAt":"2024-01-01T00:00:00.000Z","updatedAt":"2024-01-01T00:00:00.000Z","name":"Người Đánh Dấu","posts":[]}""".formatted(
                        mark));
        Await.that("the mark", () -> given().get("/v1/speakers/" + mark).statusCode(), 200);
    }

    @Test
    void forgetsWhatIsDeletedAndShowsAgainWhatComesBack() throws Exception {
        var foreign = followed();
        var meeting = foreign.of("meetings");
        FakeUpstream.gone("meetings", meeting.id(), 9, "deleted");
        Await.that("it is gone", () -> given().get("/v1/meetings/" + meeting.id()).statusCode(), 410);
        assertThat(given().get("/v1/directives/" + foreign.of("directives").id()).statusCode())
                .isEqualTo(410);
        var again = Foreign.changed(meeting.document(), 10, "Hội nghị thử nghiệm", "Hội nghị trở lại");
        FakeUpstream.put("meetings", again);
        awaitEqual(meeting.id(), again);
        assertThat(stored.contradictions()).isEmpty();
    }

    @Test
    void keepsNoWordOfWhatIsTakenBack() throws Exception {
        var foreign = followed();
        for (var plural : List.of("meetings", "directives", "observations", "articles")) {
            FakeUpstream.gone(plural, foreign.of(plural).id(), 9, "retracted");
        }
        Await.that("it is gone", () -> given().get("/v1/meetings/" + foreign.of("meetings").id()).statusCode(), 410);
        Await.that("its text", () -> given().get("/v1/articles/" + foreign.of("articles").id()).statusCode(), 410);
        assertThat(content(foreign.of("meetings").id()))
                .isEqualTo("{\"status\":\"retracted\",\"retraction\":{\"reason\":\"Đã thu hồi ở hệ thống nguồn.\"}}");
        assertThat(stored.number("select count(*) from article where id = '" + foreign.of("articles").id()
                        + "' and text is not null"))
                .isZero();
        assertThat(stored.number("select count(*) from record_version where document like '%Hội nghị giao ban tháng 5.%' and record_id = '"
                        + foreign.of("articles").id() + "'"))
                .as("earlier versions")
                .isZero();
        assertThat(stored.contradictions()).isEmpty();
    }

    @Test
    void mergesWhomTheUpstreamMerged() throws Exception {
        var foreign = followed();
        var gone = foreign.of("speakers");
        var kept = Foreign.id(given.post("/v1/speakers", "{\"name\": \"Trần Thị Lan\"}").extract().path("id"));
        var survivor = """
                {"id":"%s","version":1,"status":"published","createdAt":"2024-01-01T00:00:00.000Z","updatedAt":"2024-01-01T00:00:00.000Z","name":"Trần Thị Lan"}""".formatted(
                        kept);
        FakeUpstream.tell("speakers", gone.id(), "merged", Foreign.changed(gone.document(), 9, "\"status\":\"published\"", "\"status\":\"merged\"")
                .replaceFirst("\"posts\":.*", "\"mergedInto\":\"" + kept + "\"}"));
        FakeUpstream.put("speakers", survivor);
        Await.that(
                "the old id leads to the survivor",
                () -> given().redirects().follow(false).get("/v1/speakers/" + gone.id()).statusCode(),
                308);
        assertThat(given().get("/v1/meetings/" + foreign.of("meetings").id())
                        .<String>path("participations[0].speaker.id"))
                .isEqualTo(kept);
        FakeUpstream.put("speakers", Foreign.changed(gone.document(), 10, "a", "a"));
        Await.that(
                "it stands alone again",
                () -> given().redirects().follow(false).get("/v1/speakers/" + gone.id()).statusCode(),
                200);
        assertThat(stored.contradictions()).isEmpty();
    }

    @Test
    void parksWhatCannotBeTakenOverAndGoesOn() throws Exception {
        var foreign = followed();
        var meeting = foreign.of("meetings");
        var bad = Foreign.changed(meeting.document(), 9, "\"kind\":\"conference\"", "\"kind\":\"séance\"");
        FakeUpstream.put("meetings", bad);
        awaitSeen();
        assertThat(upstream().<Integer>path("parked")).isEqualTo(1);
        assertThat(upstream().<String>path("inside.parkedRecords[0].id")).isEqualTo(meeting.id());
        assertThat(upstream().<String>path("inside.parkedRecords[0].faults[0].pointer")).isEqualTo("/kind");
        assertThat(given().get("/v1/upstreams/fake").<Object>path("inside")).as("not for all").isNull();
        assertThat(content(meeting.id())).as("the earlier stays").contains("Hội nghị thử nghiệm");
        FakeUpstream.put("meetings", Foreign.changed(meeting.document(), 10, "Hội nghị thử nghiệm", "Hội nghị đúng"));
        Await.that("nothing waits", () -> upstream().path("parked"), 0);
        assertThat(content(meeting.id())).contains("Hội nghị đúng");
    }

    @Test
    void takesNothingThatIsItsOwnOrClaimsToBe() throws Exception {
        var meeting = meeting();
        var document = stored.texts("select document from record where key = '" + meeting + "'").get(0);
        var instance = stored.texts("select cast(id as text) from instance").get(0);
        FakeUpstream.put("meetings", Foreign.changed(document, 9, "Hội nghị thử nghiệm", "Hội nghị lạ")
                .replaceFirst(",\"title\"", ",\"origin\":{\"instance\":\"" + instance + "\",\"version\":1},\"title\""));
        awaitSeen();
        assertThat(upstream().<Integer>path("parked")).isZero();
        FakeUpstream.put("meetings", Foreign.changed(document, 9, "Hội nghị thử nghiệm", "Hội nghị lạ"));
        awaitSeen();
        assertThat(upstream().<String>path("inside.parkedRecords[0].error")).isEqualTo("owned-elsewhere");
        assertThat(given().get("/v1/meetings/" + meeting).<Integer>path("version")).isEqualTo(1);
        FakeUpstream.gone("meetings", meeting, 10, "deleted");
        awaitSeen();
        assertThat(given().get("/v1/meetings/" + meeting).statusCode()).isEqualTo(200);
        given.sql("delete from mirror_parked where key = '" + meeting + "'");
    }

    @Test
    void takesUnknownPlacesFromWhereTheyAreUsed() throws Exception {
        var code = "F" + place;
        FakeUpstream.keep("places", """
                {"id":"%1$s","version":2,"status":"published","createdAt":"2024-01-01T00:00:00.000Z","updatedAt":"2024-01-01T00:00:00.000Z","code":"%1$s","name":"Xã Mới","level":"commune","parent":{"code":"%2$s","name":"a","level":"province"},"validFrom":"2025-07-01","predecessors":[],"successors":[]}""".formatted(
                        code, place));
        var speaker = Foreign.id(given.post("/v1/speakers", "{\"name\": \"Vũ Thị Sáu\"}").extract().path("id"));
        FakeUpstream.put("speakers", """
                {"id":"%s","version":1,"status":"published","createdAt":"2024-01-01T00:00:00.000Z","updatedAt":"2024-01-01T00:00:00.000Z","name":"Vũ Thị Sáu","place":{"code":"%s","name":"Xã Mới","level":"commune"},"posts":[]}""".formatted(
                        speaker, code));
        Await.that("the person", () -> given().get("/v1/speakers/" + speaker).path("place.name"), "Xã Mới");
        assertThat(given().get("/v1/places/" + code).<String>path("origin.instance"))
                .isEqualTo(FakeUpstream.INSTANCE);
    }

    @Test
    void namesTheUpstreamInListsWhileItIsStale() throws Exception {
        Await.that("not stale", () -> given().get("/v1/meetings?limit=1").header("Bienban-Stale") == null, true);
        FakeUpstream.mode("away");
        Await.that(
                "stale",
                () -> String.valueOf(given().get("/v1/meetings?limit=1").header("Bienban-Stale"))
                        .matches("fake;since=\"[0-9TZ:-]+\""),
                true);
        assertThat(given().get("/v1/directives/summary").header("Bienban-Stale")).startsWith("fake;");
        assertThat(given().get("/v1/upstreams/fake").<String>path("state")).isEqualTo("stale");
        assertThat(given().get("/v1/upstreams/fake").<Boolean>path("reachable")).isFalse();
        assertThat(upstream().<String>path("inside.lastError")).startsWith("unreachable");
        assertThat(given().get("/q/health/ready").statusCode()).isEqualTo(200);
        FakeUpstream.mode("open");
        Await.that("not stale", () -> given().get("/v1/meetings?limit=1").header("Bienban-Stale") == null, true);
    }

    @Test
    void takesASnapshotWhenTheCursorIsNoLongerGood() throws Exception {
        var foreign = followed();
        place = given.place();
        var lost = followed();
        var meeting = foreign.of("meetings");
        var older = meeting.document().replaceFirst("\"version\":\\d+", "\"version\":1").replace("thử nghiệm", "cũ hơn");
        FakeUpstream.keep("meetings", older);
        lost.entries().forEach(e -> FakeUpstream.forget(e.plural(), e.id()));
        FakeUpstream.mode("damaged");
        FakeUpstream.newEpoch();
        Await.that("a damaged download is noticed", () -> String.valueOf(upstream().<String>path("inside.lastError"))
                .startsWith("broken"), true);
        assertThat(given().get("/v1/meetings/" + lost.of("meetings").id()).statusCode()).isEqualTo(200);
        FakeUpstream.mode("open");
        Await.that("following again", () -> upstream().path("state"), "following");
        awaitEqual(meeting.id(), older);
        for (var entry : lost.entries()) {
            assertThat(given().get("/v1/" + entry.plural() + "/" + entry.id()).statusCode())
                    .as(entry.plural())
                    .isEqualTo(410);
        }
        assertThat(stored.contradictions()).isEmpty();
    }
}
