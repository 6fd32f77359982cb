package bienban.speaker;

import static bienban.speaker.GivenSpeakers.took;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import bienban.Given;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SpeakerResourceTest {
    @Inject
    Given given;

    @Inject
    GivenSpeakers people;

    private List<String> names(String question) {
        return when().get("/v1/speakers?" + question)
                .then()
                .statusCode(200)
                .extract()
                .path("items.name");
    }

    @Test
    void sortsByGivenNameInVietnameseOrder() {
        var place = given.place();
        for (var given : List.of("Êm", "Đào", "Ân", "Dung", "An", "Ăn", "Chi", "Em", "Bình")) {
            people.named("Nguyễn Văn " + given, place);
        }
        people.named("Bùi Thị An", place);
        var expected = List.of(
                "Bùi Thị An",
                "Nguyễn Văn An",
                "Nguyễn Văn Ăn",
                "Nguyễn Văn Ân",
                "Nguyễn Văn Bình",
                "Nguyễn Văn Chi",
                "Nguyễn Văn Dung",
                "Nguyễn Văn Đào",
                "Nguyễn Văn Em",
                "Nguyễn Văn Êm");
        assertThat(names("place=" + place)).isEqualTo(expected);
        var paged = new ArrayList<String>();
        var next = "/v1/speakers?limit=3&place=" + place;
        while (next != null) {
            var page = when().get(next).then().statusCode(200).extract();
            paged.addAll(page.path("items.name"));
            next = page.path("next");
            people.named("Nguyễn Văn A", place);
        }
        assertThat(paged).isEqualTo(expected);
        assertThat(names("sort=-name&limit=1&place=" + place)).containsExactly("Nguyễn Văn Êm");
    }

    @Test
    void findsNamesWithAndWithoutDiacritics() {
        var province = given.place();
        var district = given.placeIn(province);
        people.named("Đào Quang Hoà", district);
        people.named("Lê Văn Tuấn", district);
        var here = "&within=subtree&place=" + province;
        for (var part : List.of("dao quang", "Đào", "HÒA", "ao Q")) {
            assertThat(names("name=" + part + here)).as(part).containsExactly("Đào Quang Hoà");
        }
        assertThat(names("name=%25" + here)).isEmpty();
        assertThat(names("name=dao&place=" + province)).isEmpty();
    }

    @Test
    void filtersByWhatTheyDidAtMeetings() {
        var place = given.place();
        var host = given.post(
                        "/v1/organizations", "{\"name\": \"Thị ủy " + place + "\", \"kind\": \"party_committee\"}")
                .extract()
                .<String>path("id");
        var guest = given.post(
                        "/v1/organizations", "{\"name\": \"Đảng ủy " + place + "\", \"kind\": \"party_committee\"}")
                .extract()
                .<String>path("id");
        var chair = people.named("Lê Thị Hà", place);
        var other = people.named("Trần Văn Sơn", place);
        given.meeting(
                place,
                "2024-03-01",
                "\"host\": {\"id\": \"" + host + "\"}",
                "\"counterparts\": [{\"id\": \"" + guest + "\"}]",
                "\"participations\": [{" + took(chair, "chair", "Bí thư Thị ủy") + "}]");
        people.meeting(place, "2024-04-01", took(other, "attendee", "Chủ tịch Uỷ ban nhân dân"));
        var here = "&place=" + place;
        assertThat(names("organization=" + host)).containsExactly("Lê Thị Hà");
        assertThat(names("organization=" + guest)).containsExactly("Lê Thị Hà");
        assertThat(names("role=chair" + here)).containsExactly("Lê Thị Hà");
        assertThat(names("role=chair&role=attendee" + here)).containsExactly("Lê Thị Hà", "Trần Văn Sơn");
        assertThat(names("post=bi thu" + here)).containsExactly("Lê Thị Hà");
        assertThat(names("post=Ủy ban" + here)).containsExactly("Trần Văn Sơn");
        assertThat(names("post=Ủy ban&role=chair" + here)).isEmpty();
    }

    @Test
    void hidesWhoIsOnlyInDrafts() {
        var place = given.place();
        String meeting =
                given.post("/v1/meetings", """
                        {"title": "Dự thảo", "kind": "conference", "place": {"code": "%s"},
                         "participations": [{"speaker": {"name": "Lê Kín"}, "roles": ["chair"]}]}""".formatted(place)).extract().path("id");
        assertThat(names("place=" + place)).isEmpty();
        String id = given.editor()
                .get("/v1/speakers?status=draft&place={place}", place)
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
        when().get("/v1/speakers/{id}", id).then().statusCode(404);
        when().get("/v1/speakers/{id}/meetings", id).then().statusCode(404);
        when().get("/v1/speakers?status=draft").then().statusCode(401);
        given.editor()
                .get("/v1/speakers/{id}/meetings", id)
                .then()
                .statusCode(200)
                .body("items.id", contains(meeting));
        given.patch()
                .body("{\"status\": \"published\"}")
                .patch("/v1/meetings/{id}", meeting)
                .then()
                .statusCode(200);
        assertThat(names("place=" + place)).containsExactly("Lê Kín");
    }

    @Test
    void listsTheirMeetingsWithThePostsOfTheDay() {
        var place = given.place();
        var id = people.named("Lê Thị Hà", place);
        people.meeting(place, "2021-03-01", took(id, "attendee", "Phó Bí thư Thị ủy"));
        people.meeting(place, "2023-03-01", took(id, "chair", "Bí thư Thị ủy", "Chủ tịch HĐND"));
        given.post("/v1/meetings", """
                {"title": "Dự thảo", "kind": "conference", "place": {"code": "%s"}, "participations": [{%s}]}""".formatted(place, took(id, "chair")));
        var statements = given.statementsOf(() -> when().get("/v1/speakers/{id}/meetings", id)
                .then()
                .statusCode(200)
                .body("items.heldOn", contains("2023-03-01", "2021-03-01"))
                .body("items[0].roles", contains("chair"))
                .body("items[0].posts", contains("Bí thư Thị ủy", "Chủ tịch HĐND"))
                .body("items[0].place.code", equalTo(place))
                .body("items[0].participations", nullValue()));
        assertThat(statements).isEqualTo(2);
        when().get("/v1/speakers/{id}/meetings?sort=heldOn&limit=1&fields=heldOn,posts", id)
                .then()
                .body("items[0].posts", contains("Phó Bí thư Thị ủy"))
                .body("items[0].roles", nullValue());
        var one = given.statementsOf(() -> when().get("/v1/speakers/{id}", id)
                .then()
                .body("posts.post", containsInAnyOrder("Phó Bí thư Thị ủy", "Bí thư Thị ủy", "Chủ tịch HĐND")));
        assertThat(one).isEqualTo(1);
    }

    @Test
    void takesOneStatementForAPage() {
        var place = given.place();
        people.named("Lê Thị Hà", place);
        assertThat(given.statementsOf(() -> names("post=a&role=chair&name=h&place=" + place)))
                .isEqualTo(1);
    }

    @Test
    void changesANameWhereverItIsShown() {
        var place = given.place();
        var id = people.named("Le Thi Ha", place);
        var meeting = people.meeting(place, "2024-03-01", took(id, "chair"));
        given.editor()
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", "\"9\"")
                .body("{\"name\": \"Lê Thị Hà\"}")
                .patch("/v1/speakers/{id}", id)
                .then()
                .statusCode(412);
        given.patch()
                .body("{\"name\": \"Lê Thị Hà\"}")
                .patch("/v1/speakers/{id}", id)
                .then()
                .statusCode(200);
        when().get("/v1/meetings/{id}", meeting).then().body("participations[0].speaker.name", equalTo("Lê Thị Hà"));
        given.editor()
                .header("If-Match", "*")
                .body("{\"name\": \"Lê Thị Hà\"}")
                .put("/v1/speakers/{id}", id)
                .then()
                .statusCode(200)
                .body("place", nullValue());
    }

    @Test
    void deletesOnlyThoseToWhomNothingRefers() {
        var place = given.place();
        var free = people.named("Lê Tự Do", place);
        var busy = people.named("Lê Bận", place);
        people.meeting(place, "2024-03-01", took(busy, "chair"));
        given.editor()
                .header("If-Match", "*")
                .delete("/v1/speakers/{id}", busy)
                .then()
                .statusCode(409);
        given.editor()
                .header("If-Match", "*")
                .delete("/v1/speakers/{id}", free)
                .then()
                .statusCode(204);
        when().get("/v1/speakers/{id}", free).then().statusCode(410);
        when().get("/v1/speakers/{id}/meetings", free).then().statusCode(410);
        assertThat(names("place=" + place)).containsExactly("Lê Bận");
    }

    @Test
    void refusesWhatIsWrongUnknownOrUnauthorised() {
        given.editor()
                .body("{\"name\": \"\", \"age\": 3}")
                .post("/v1/speakers")
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/name", "/age"));
        given.editor()
                .body("{\"name\": \"Lê A\", \"place\": {\"code\": \"nowhere\"}}")
                .post("/v1/speakers")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/place/code"));
        when().post("/v1/speakers").then().statusCode(401);
        when().get("/v1/speakers/{id}", UUID.randomUUID()).then().statusCode(404);
        when().get("/v1/speakers?role=boss&nam=x")
                .then()
                .statusCode(400)
                .body("errors.parameter", containsInAnyOrder("role", "nam"));
        when().get("/v1/speakers?place=" + given.place()).then().statusCode(200).body("items", empty());
    }
}
