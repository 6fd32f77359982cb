package bienban.federation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import bienban.Audited;
import bienban.Given;
import bienban.Refusal;
import bienban.Stored;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes from an upstream is here as it is there, owned there, whatever order it comes in. */
@QuarkusTest
@TestProfile(FollowsFake.class)
class FollowingTest {
    @Inject
    Given given;

    @Inject
    GivenFollowed followed;

    @Inject
    Stored stored;

    private String place;

    @BeforeEach
    void follow() throws Exception {
        place = followed.place();
    }

    @AfterEach
    void restore() {
        FakeUpstream.mode("open");
    }

    @Test
    void holdsWhatTheUpstreamHoldsAndSaysWhoseItIs() throws Exception {
        var foreign = followed.followed(place);
        for (var entry : foreign.entries()) {
            var answer = given().get("/v1/" + entry.plural() + "/" + entry.id());
            assertThat(answer.statusCode()).as(entry.plural()).isEqualTo(200);
            assertThat(answer.<String>path("origin.instance"))
                    .as(entry.plural())
                    .isEqualTo(FakeUpstream.INSTANCE);
            assertThat(answer.<Integer>path("origin.version"))
                    .as(entry.plural())
                    .isPositive();
        }
        assertThat(stored.contradictions()).isEmpty();
        assertThat(followed.upstream().<Integer>path("parked")).isZero();
    }

    @Test
    void refusesToChangeWhatIsOwnedElsewhere() throws Exception {
        var foreign = followed.followed(place);
        var speaker = foreign.of("speakers").id();
        var directive = foreign.of("directives").id();
        var own = given.post("/v1/speakers", "{\"name\": \"Lê Văn Tám\", \"place\": {\"code\": \"" + place + "\"}}")
                .extract()
                .<String>path("id");
        var refused = List.of(
                given.patch()
                        .body("{\"title\": \"a\"}")
                        .patch("/v1/meetings/" + foreign.of("meetings").id()),
                given.editor()
                        .header("If-Match", "*")
                        .delete("/v1/meetings/" + foreign.of("meetings").id()),
                given.patch().body("{\"name\": \"a\"}").patch("/v1/speakers/" + speaker),
                given.editor().header("If-Match", "*").delete("/v1/speakers/" + speaker),
                given.editor()
                        .header("If-Match", "*")
                        .body("{\"into\": \"" + own + "\"}")
                        .post("/v1/speakers/" + speaker + "/merge"),
                given.editor()
                        .header("If-Match", "*")
                        .body("{\"name\": \"a\", \"meetings\": [\""
                                + foreign.of("meetings").id() + "\"]}")
                        .post("/v1/speakers/" + speaker + "/split"),
                given.patch()
                        .body("{\"name\": \"a\"}")
                        .patch("/v1/organizations/"
                                + foreign.of("organizations").id()),
                given.patch()
                        .body("{\"title\": \"a\"}")
                        .patch("/v1/documents/" + foreign.of("documents").id()),
                given.patch()
                        .body("{\"label\": \"a\"}")
                        .patch("/v1/observations/" + foreign.of("observations").id()),
                given.patch().body("{\"text\": \"a\"}").patch("/v1/directives/" + directive),
                given.editor()
                        .body(
                                "{\"state\": \"completed\", \"text\": \"a\", \"reporter\": \"a\", \"reportedOn\": \"2024-07-01\"}")
                        .post("/v1/directives/" + directive + "/progress"),
                given.editor()
                        .header("If-Match", "*")
                        .body("{\"title\": \"a\", \"text\": \"a\"}")
                        .put("/v1/articles/" + foreign.of("articles").id()),
                given.editor()
                        .header("If-Match", "*")
                        .delete("/v1/articles/" + foreign.of("articles").id()));
        for (var answer : refused) {
            Refusal.of(answer, 409, "owned-elsewhere");
        }
        followed.awaitEqual(foreign);
    }

    @Test
    void letsOwnMeetingsReferToPeopleOwnedElsewhere() throws Exception {
        var speaker = followed.followed(place).of("speakers").id();
        var own = given.meeting(
                place,
                "2024-06-01",
                "\"participations\": [{\"speaker\": {\"id\": \"" + speaker + "\"}, \"roles\": [\"chair\"]}]");
        assertThat(given().get("/v1/meetings/" + own).<String>path("participations[0].speaker.id"))
                .isEqualTo(speaker);
    }

    @Test
    void takesLaterVersionsAndLeavesEarlierOnes() throws Exception {
        var meeting = followed.followed(place).of("meetings");
        var later = Foreign.changed(meeting.document(), 9, "Hội nghị thử nghiệm", "Hội nghị đã sửa");
        FakeUpstream.put("meetings", later);
        followed.awaitEqual(meeting.id(), later);
        var version = given().get("/v1/meetings/" + meeting.id()).<Integer>path("version");
        FakeUpstream.put("meetings", Foreign.changed(meeting.document(), 8, "Hội nghị thử nghiệm", "Hội nghị cũ"));
        FakeUpstream.put("meetings", later);
        followed.awaitSeen();
        assertThat(given().get("/v1/meetings/" + meeting.id()).<Integer>path("version"))
                .isEqualTo(version);
    }

    @Test
    void forgetsWhatIsDeletedAndShowsAgainWhatComesBack() throws Exception {
        var foreign = followed.followed(place);
        var meeting = foreign.of("meetings");
        FakeUpstream.gone("meetings", meeting.id(), 9, "deleted");
        Await.that(
                "it is gone", () -> given().get("/v1/meetings/" + meeting.id()).statusCode(), 410);
        assertThat(given().get("/v1/directives/" + foreign.of("directives").id())
                        .statusCode())
                .isEqualTo(410);
        var again = Foreign.changed(meeting.document(), 10, "Hội nghị thử nghiệm", "Hội nghị trở lại");
        FakeUpstream.put("meetings", again);
        followed.awaitEqual(meeting.id(), again);
        assertThat(stored.contradictions()).isEmpty();
    }

    @Test
    void keepsNoWordOfWhatIsTakenBack() throws Exception {
        var foreign = followed.followed(place);
        for (var plural : List.of("meetings", "directives", "observations", "articles")) {
            FakeUpstream.gone(plural, foreign.of(plural).id(), 9, "retracted");
        }
        Await.that(
                "it is gone",
                () -> given().get("/v1/meetings/" + foreign.of("meetings").id()).statusCode(),
                410);
        Await.that(
                "its text",
                () -> given().get("/v1/articles/" + foreign.of("articles").id()).statusCode(),
                410);
        assertThat(followed.content(foreign.of("meetings").id()))
                .isEqualTo("{\"status\":\"retracted\",\"retraction\":{\"reason\":\"Đã thu hồi ở hệ thống nguồn.\"}}");
        assertThat(stored.number("select count(*) from article where id = '"
                        + foreign.of("articles").id() + "' and text is not null"))
                .isZero();
        assertThat(stored.number(
                        "select count(*) from record_version where document like '%Hội nghị giao ban tháng 5.%' and record_id = '"
                                + foreign.of("articles").id() + "'"))
                .as("earlier versions")
                .isZero();
        assertThat(stored.contradictions()).isEmpty();
    }

    @Test
    void forgetsInEarlierVersionsWhomTheUpstreamTookBack() throws Exception {
        var foreign = followed.followed(place);
        var meeting = foreign.of("meetings");
        var person = foreign.of("speakers");
        var version = given().get("/v1/meetings/" + meeting.id()).<Integer>path("version");
        var without = Foreign.changed(
                        meeting.document(),
                        9,
                        "\"speaker\":{\"id\":\"" + person.id() + "\",\"name\":\"Trần Thị Lan\"}",
                        "\"group\":\"a\"")
                .replace(
                        "\"issuer\":{\"type\":\"speaker\",\"id\":\"" + person.id() + "\",\"name\":\"Trần Thị Lan\"},",
                        "");
        FakeUpstream.put("meetings", without);
        followed.awaitEqual(meeting.id(), without);
        assertThat(earlier(meeting.id(), version)).contains("Trần Thị Lan", "Bí thư Thị ủy");
        FakeUpstream.gone("speakers", person.id(), 9, "retracted");
        Await.that(
                "they are gone",
                () -> given().get("/v1/speakers/" + person.id()).statusCode(),
                410);
        assertThat(earlier(meeting.id(), version))
                .contains("\"speaker\":{\"id\":\"" + person.id() + "\"}")
                .doesNotContain("Trần Thị Lan", "Bí thư Thị ủy");
        assertThat(followed.content(meeting.id())).contains("Bí thư Thị ủy");
        assertThat(stored.contradictions()).isEmpty();
    }

    private static String earlier(String meeting, int version) {
        return given().get("/v1/meetings/" + meeting + "/versions/" + version).asString();
    }

    @Test
    void notesWhatItWrites() throws Exception {
        try (var audited = new Audited()) {
            followed.followed(place);
            assertThat(audited.of("followUpstream")).isNotEmpty().allSatisfy(line -> {
                assertThat(line.path("event").asText()).isEqualTo("job");
                assertThat(line.path("subject").asText()).isEqualTo("upstream:fake");
                assertThat(line.path("changed").asInt()).isPositive();
            });
        }
    }

    @Test
    void mergesWhomTheUpstreamMerged() throws Exception {
        var foreign = followed.followed(place);
        var gone = foreign.of("speakers");
        var kept = Foreign.id(given.post("/v1/speakers", "{\"name\": \"Trần Thị Lan\"}")
                .extract()
                .path("id"));
        var survivor = """
                {"id":"%s","version":1,"status":"published","createdAt":"2024-01-01T00:00:00.000Z","updatedAt":"2024-01-01T00:00:00.000Z","name":"Trần Thị Lan"}""".formatted(kept);
        FakeUpstream.tell(
                "speakers",
                gone.id(),
                "merged",
                Foreign.changed(gone.document(), 9, "\"status\":\"published\"", "\"status\":\"merged\"")
                        .replaceFirst("\"posts\":.*", "\"mergedInto\":\"" + kept + "\"}"));
        FakeUpstream.put("speakers", survivor);
        Await.that(
                "the old id leads to the survivor",
                () -> given().redirects()
                        .follow(false)
                        .get("/v1/speakers/" + gone.id())
                        .statusCode(),
                308);
        assertThat(given().get("/v1/meetings/" + foreign.of("meetings").id())
                        .<String>path("participations[0].speaker.id"))
                .isEqualTo(kept);
        FakeUpstream.put("speakers", Foreign.changed(gone.document(), 10, "a", "a"));
        Await.that(
                "it stands alone again",
                () -> given().redirects()
                        .follow(false)
                        .get("/v1/speakers/" + gone.id())
                        .statusCode(),
                200);
        assertThat(stored.contradictions()).isEmpty();
    }

    @Test
    void takesUnknownPlacesFromWhereTheyAreUsed() throws Exception {
        var code = "F" + place;
        FakeUpstream.keep("places", """
                {"id":"%1$s","version":2,"status":"published","createdAt":"2024-01-01T00:00:00.000Z","updatedAt":"2024-01-01T00:00:00.000Z","code":"%1$s","name":"Xã Mới","level":"commune","parent":{"code":"%2$s","name":"a","level":"province"},"validFrom":"2025-07-01","predecessors":[],"successors":[]}""".formatted(code, place));
        var speaker = Foreign.id(given.post("/v1/speakers", "{\"name\": \"Vũ Thị Sáu\"}")
                .extract()
                .path("id"));
        FakeUpstream.put("speakers", """
                {"id":"%s","version":1,"status":"published","createdAt":"2024-01-01T00:00:00.000Z","updatedAt":"2024-01-01T00:00:00.000Z","name":"Vũ Thị Sáu","place":{"code":"%s","name":"Xã Mới","level":"commune"},"posts":[]}""".formatted(speaker, code));
        Await.that("the person", () -> given().get("/v1/speakers/" + speaker).path("place.name"), "Xã Mới");
        assertThat(given().get("/v1/places/" + code).<String>path("origin.instance"))
                .isEqualTo(FakeUpstream.INSTANCE);
    }
}
