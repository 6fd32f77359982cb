package bienban.speaker;

import static bienban.speaker.GivenSpeakers.took;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import bienban.Given;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SpeakerIdentityTest {
    @Inject
    Given given;

    @Inject
    GivenSpeakers people;

    @Inject
    Session database;

    private static void leadsTo(String from, String to) {
        RestAssured.given()
                .redirects()
                .follow(false)
                .get("/v1/speakers/{id}", from)
                .then()
                .statusCode(308)
                .header("Location", endsWith("/v1/speakers/" + to));
        when().get("/v1/speakers/{id}", from).then().statusCode(200).body("id", equalTo(to));
    }

    @Test
    void movesEverythingToTheSurvivorAndLeadsThere() {
        var place = given.place();
        var gone = people.named("Le Thi Ha", place);
        var kept = people.named("Lê Thị Hà", place);
        var meeting = given.meeting(
                place,
                "2024-03-01",
                "\"participations\": [{" + took(gone, "chair", "Bí thư Thị ủy") + "}]",
                "\"directives\": [{\"text\": \"Làm ngay.\", \"issuer\": {\"id\": \"" + gone + "\"}}]");
        String directive = when().get("/v1/meetings/{id}", meeting).path("directives[0].id");
        people.merge(gone, kept)
                .statusCode(200)
                .body("id", equalTo(kept))
                .body("posts.post", contains("Bí thư Thị ủy"));
        leadsTo(gone, kept);
        when().get("/v1/meetings/{id}", meeting)
                .then()
                .body("participations.speaker.id", contains(kept))
                .body("directives.issuer.id", contains(kept));
        when().get("/v1/directives/{id}", directive).then().body("issuer.name", equalTo("Lê Thị Hà"));
        for (var id : List.of(gone, kept)) {
            when().get("/v1/directives?issuer={id}", id).then().body("items.id", contains(directive));
            when().get("/v1/meetings?speaker={id}", id).then().body("items.id", contains(meeting));
            when().get("/v1/speakers/{id}/meetings?limit=5", id).then().body("items.id", contains(meeting));
        }
        when().get("/v1/speakers?place={place}", place).then().body("items.id", contains(kept));
        assertThat(database.createNativeQuery(
                                "select action from record_change where key = :key order by version desc limit 1",
                                String.class)
                        .setParameter("key", gone)
                        .getSingleResult())
                .isEqualTo("merged");
    }

    @Test
    void makesTwoParticipationsAtOneMeetingOne() {
        var place = given.place();
        var kept = people.named("Lê Thị Hà", place);
        var other = people.named("Trần Văn Sơn", place);
        var gone = people.named("Le Thi Ha", place);
        var last = people.named("Võ Văn Út", place);
        var article = "{\"title\": \"Tin " + place + "\", \"url\": \"https://example.org/" + place
                + "\", \"text\": \"Hà, Sơn, Hà, Út\"}";
        var span =
                "{\"pointer\": \"/participations/%s\", \"article\": \"%s\", \"start\": 0, \"end\": 2, \"quote\": \"Hà\"}";
        var meeting = given.meeting(
                place,
                "2024-03-01",
                "\"participations\": [{" + took(gone, "chair", "Bí thư Thị uỷ", "Uỷ viên") + "}, {"
                        + took(other, "attendee") + "}, {" + took(kept, "speaker", "Chủ tịch HĐND", "Bí thư Thị ủy")
                        + "}, {" + took(last, "attendee") + "}]",
                "\"sources\": [" + article + "]");
        String source = when().get("/v1/meetings/{id}", meeting).path("sources[0].article");
        given.patch()
                .body("{\"evidence\": ["
                        + String.join(
                                ", ",
                                List.of("0/posts/1", "1", "2/posts/0", "2/speaker", "3/speaker", "3").stream()
                                        .map(p -> span.formatted(p, source))
                                        .toList())
                        + "]}")
                .patch("/v1/meetings/{id}", meeting)
                .then()
                .statusCode(200);
        people.merge(gone, kept).statusCode(200);
        when().get("/v1/meetings/{id}", meeting)
                .then()
                .body("participations.speaker.id", contains(kept, other, last))
                .body("participations[0].roles", contains("chair", "speaker"))
                .body("participations[0].posts", contains("Bí thư Thị uỷ", "Uỷ viên", "Chủ tịch HĐND"))
                .body(
                        "evidence.pointer",
                        contains(
                                "/participations/0/posts/1",
                                "/participations/1",
                                "/participations/0",
                                "/participations/0/speaker",
                                "/participations/2/speaker",
                                "/participations/2"));
    }

    @Test
    void takesAsManyStatementsHoweverMuchMoves() {
        assertThat(statementsOfMerging(4)).isEqualTo(statementsOfMerging(1));
    }

    private long statementsOfMerging(int meetings) {
        var place = given.place();
        var gone = people.named("A", place);
        var kept = people.named("B", place);
        for (int i = 1; i <= meetings; i++) {
            people.meeting(place, "2024-03-0" + i, took(gone, "chair", "Bí thư"), took(kept, "attendee"));
        }
        return given.statementsOf(() -> people.merge(gone, kept).statusCode(200));
    }

    @Test
    void keepsChainsLeadingToTheOneWhoIsLeft() {
        var place = given.place();
        var a = people.named("A", place);
        var b = people.named("B", place);
        var c = people.named("C", place);
        people.merge(a, b).statusCode(200);
        people.merge(b, c).statusCode(200);
        leadsTo(a, c);
        leadsTo(b, c);
        // One who was merged stands for the survivor, here and where a meeting names them.
        var d = people.named("D", place);
        people.merge(d, a).statusCode(200).body("id", equalTo(c));
        leadsTo(d, c);
        var meeting = people.meeting(place, "2024-03-01", took(a, "chair"));
        when().get("/v1/meetings/{id}", meeting).then().body("participations.speaker.id", contains(c));
    }

    @Test
    void refusesToMergeWhatCannotBe() {
        var place = given.place();
        var a = people.named("A", place);
        var b = people.named("B", place);
        people.merge(a, a).statusCode(400).body("errors[0].code", equalTo("merges_into_itself"));
        people.merge(a, UUID.randomUUID().toString()).statusCode(400).body("errors[0].pointer", equalTo("/into"));
        people.merge(UUID.randomUUID().toString(), a).statusCode(404);
        var deleted = people.named("Đã xóa", place);
        given.editor()
                .header("If-Match", "*")
                .delete("/v1/speakers/{id}", deleted)
                .then()
                .statusCode(204);
        people.merge(a, deleted).statusCode(400).body("errors[0].code", equalTo("unknown_reference"));
        people.merge(deleted, a).statusCode(410);
        given.editor()
                .body("{\"into\": \"" + b + "\"}")
                .post("/v1/speakers/{id}/merge", a)
                .then()
                .statusCode(428);
        given.editor()
                .header("If-Match", "\"9\"")
                .body("{\"into\": \"" + b + "\"}")
                .post("/v1/speakers/{id}/merge", a)
                .then()
                .statusCode(412);
        given.editor()
                .header("If-Match", "*")
                .body("{}")
                .post("/v1/speakers/{id}/merge", a)
                .then()
                .statusCode(400);
        RestAssured.given()
                .contentType("application/json")
                .body("{\"into\": \"" + b + "\"}")
                .post("/v1/speakers/{id}/merge", a)
                .then()
                .statusCode(401);
        people.merge(a, b).statusCode(200);
        people.merge(b, a).statusCode(400).body("errors[0].code", equalTo("merges_into_itself"));
        people.merge(a, b).statusCode(409).body("type", endsWith("merged-away")).body("detail", containsString(b));
        given.editor()
                .header("If-Match", "*")
                .delete("/v1/speakers/{id}", b)
                .then()
                .statusCode(409);
    }

    @Test
    void splitsOffTheMeetingsOfAnother() {
        var place = given.place();
        var both = people.named("Nguyễn Văn Hùng", place);
        var hers = people.meeting(place, "2022-03-01", took(both, "chair", "Bí thư"));
        var his = given.meeting(
                place,
                "2023-03-01",
                "\"participations\": [{" + took(both, "attendee", "Trưởng phòng") + "}]",
                "\"directives\": [{\"text\": \"Làm ngay.\", \"issuer\": {\"id\": \"" + both + "\"}}]");
        var answer = people.split(both, "{\"name\": \"Nguyễn Văn Hùng\", \"meetings\": [\"" + his + "\"]}")
                .statusCode(201)
                .body("posts.post", contains("Trưởng phòng"))
                .body("place.code", equalTo(place))
                .extract();
        String other = answer.path("id");
        assertThat(answer.header("Location")).endsWith("/v1/speakers/" + other);
        assertThat(people.postsByMeeting(both)).containsOnlyKeys(hers);
        assertThat(people.postsByMeeting(other)).containsOnlyKeys(his);
        when().get("/v1/directives?issuer={id}", other).then().body("items", hasSize(1));
        when().get("/v1/directives?issuer={id}", both).then().body("items", empty());
    }

    @Test
    void undoesAMergeUnderTheOldId() {
        var place = given.place();
        var a = people.named("Lê Thị Hà", place);
        var b = people.named("Lê Thị Hạ", place);
        var first = people.meeting(place, "2022-03-01", took(a, "chair"));
        var second = people.meeting(place, "2023-03-01", took(b, "chair"));
        people.merge(a, b).statusCode(200);
        people.split(b, "{\"id\": \"" + a + "\", \"meetings\": [\"" + first + "\"]}")
                .statusCode(201)
                .body("id", equalTo(a))
                .body("status", equalTo("published"))
                .body("name", equalTo("Lê Thị Hà"));
        assertThat(people.postsByMeeting(a)).containsOnlyKeys(first);
        assertThat(people.postsByMeeting(b)).containsOnlyKeys(second);
        when().get("/v1/speakers?place={place}", place).then().body("items.id", contains(a, b));
    }

    @Test
    void refusesToSplitWhatIsNotTheirs() {
        var place = given.place();
        var a = people.named("A", place);
        var b = people.named("B", place);
        var meeting = people.meeting(place, "2022-03-01", took(b, "chair"));
        people.split(a, "{\"name\": \"C\", \"meetings\": [\"" + meeting + "\"]}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/meetings/0"));
        people.split(b, "{\"id\": \"" + a + "\", \"meetings\": [\"" + meeting + "\"]}")
                .statusCode(400)
                .body("errors[0].code", equalTo("not_merged_here"));
        people.split(b, "{\"name\": \"C\", \"meetings\": []}").statusCode(400);
        people.split(b, "{\"meetings\": [\"" + meeting + "\"]}").statusCode(400);
        people.split(b, "{\"name\": \"C\", \"place\": {\"code\": \"nowhere\"}, \"meetings\": [\"" + meeting + "\"]}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/place/code"));
        given.editor()
                .body("{\"name\": \"C\", \"meetings\": [\"" + meeting + "\"]}")
                .post("/v1/speakers/{id}/split", b)
                .then()
                .statusCode(428);
        assertThat(people.postsByMeeting(b)).containsOnlyKeys(meeting);
    }
}
