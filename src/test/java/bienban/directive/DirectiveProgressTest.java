package bienban.directive;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import bienban.Given;
import bienban.shared.Today;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DirectiveProgressTest {
    @Inject
    Given given;

    @Inject
    GivenDirectives directives;

    @Test
    void appendsAReportAndGivesTheDirectiveANewVersion() {
        var id = directives.one(given.place(), "2024-03-01", "\"dueOn\": \"2024-06\"");
        String location = given.post("/v1/directives/" + id + "/progress", """
                        {"state": "completed", "text": "Đã bàn giao.", "reporter": "Phòng Tài chính", "reportedOn": "2024-06-30",
                         "attachment": "https://example.org/bao-cao.pdf"}""")
                .body("state", equalTo("completed"))
                .body("createdAt", notNullValue())
                .extract()
                .header("Location");
        when().get(location).then().statusCode(200).body("attachment", equalTo("https://example.org/bao-cao.pdf"));
        when().get("/v1/directives/{id}", id)
                .then()
                .body("version", equalTo(2))
                .body("updates.text", contains("Đã bàn giao."))
                .body("progress.timeliness", equalTo("on_time"))
                .body("progress.completedOn", equalTo("2024-06-30"));
    }

    @Test
    void listsReportsLatestFirstInTwoStatements() {
        var id = directives.one(given.place(), "2024-03-01", "");
        var path = "/v1/directives/" + id + "/progress";
        when().get(path).then().statusCode(200).body("items", empty());
        directives.report(id, "in_progress", "2024-05-01");
        directives.report(id, "completed", "2024-06-01");
        directives.report(id, "in_progress", "2024-04-01");
        var statements = given.statementsOf(() -> when().get(path)
                .then()
                .statusCode(200)
                .body("items.reportedOn", contains("2024-06-01", "2024-05-01", "2024-04-01")));
        assertThat(statements).isEqualTo(2);
        String next = when().get(path + "?sort=reportedOn&limit=2")
                .then()
                .body("items.reportedOn", contains("2024-04-01", "2024-05-01"))
                .extract()
                .path("next");
        when().get(next).then().body("items.reportedOn", contains("2024-06-01"));
    }

    @Test
    void isNeverRewritten() {
        var id = directives.one(given.place(), "2024-03-01", "");
        String location =
                directives.report(id, "in_progress", "2024-04-01").extract().header("Location");
        var body = GivenDirectives.report("completed", "2024-04-01");
        given.editor().body(body).put(location).then().statusCode(405);
        given.patch().body(body).patch(location).then().statusCode(405);
        given.editor().delete(location).then().statusCode(405);
        given.editor().body(body).put("/v1/directives/{id}/progress", id).then().statusCode(405);
        given.editor().delete("/v1/directives/{id}/progress", id).then().statusCode(405);
    }

    @Test
    void refusesDaysOutsideWhatCanBe() {
        var id = directives.one(given.place(), "2024-03", "");
        var today = Today.orElse(null);
        directives.report(id, "in_progress", "2024-03-01");
        directives.report(id, "in_progress", today.toString());
        refused(id, GivenDirectives.report("completed", "2024-02-29"), "/reportedOn");
        refused(id, GivenDirectives.report("completed", today.plusDays(1).toString()), "/reportedOn");
        refused(id, GivenDirectives.report("blocked", "2024-04-01"), "/state");
        refused(
                id,
                GivenDirectives.report("completed", "2024-04-01")
                        .replace("}", ", \"attachment\": \"ftp://example.org/x\"}"),
                "/attachment");
        refused(id, GivenDirectives.report("completed", "2024-04-31"), "/reportedOn");
        refused(id, GivenDirectives.report("completed", "-0044-03-15"), "/reportedOn");
        refused(id, GivenDirectives.report("completed", "x").replace("\"x\"", "19814"), "/reportedOn");
        refused(id, "{}", "/state", "/text", "/reporter", "/reportedOn");
        when().get("/v1/directives/{id}", id).then().body("progress.updates", equalTo(2));
    }

    private void refused(String id, String body, String... pointers) {
        given.editor()
                .body(body)
                .post("/v1/directives/{id}/progress", id)
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder(pointers));
    }

    @Test
    void refusesUnknownDirectivesGoneOnesAndTheAnonymous() {
        var id = directives.one(given.place(), "2024-03-01", "");
        var body = GivenDirectives.report("completed", "2024-04-01");
        io.restassured.RestAssured.given()
                .contentType("application/json")
                .body(body)
                .post("/v1/directives/{id}/progress", id)
                .then()
                .statusCode(401);
        given.editor()
                .body(body)
                .post("/v1/directives/{id}/progress", UUID.randomUUID())
                .then()
                .statusCode(404);
        when().get("/v1/directives/{id}/progress", UUID.randomUUID()).then().statusCode(404);
        when().get("/v1/directives/{id}/progress/{report}", id, UUID.randomUUID())
                .then()
                .statusCode(404);
        String meeting = when().get("/v1/directives/{id}", id).path("meeting.id");
        given.editor()
                .header("If-Match", "*")
                .delete("/v1/meetings/{id}", meeting)
                .then()
                .statusCode(204);
        given.editor()
                .body(body)
                .post("/v1/directives/{id}/progress", id)
                .then()
                .statusCode(410);
        when().get("/v1/directives/{id}/progress", id).then().statusCode(410);
    }

    @Test
    void appendsOnceForOneIdempotencyKey() {
        var id = directives.one(given.place(), "2024-03-01", "");
        var key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            given.editor()
                    .header("Idempotency-Key", key)
                    .body(GivenDirectives.report("completed", "2024-04-01"))
                    .post("/v1/directives/{id}/progress", id)
                    .then()
                    .statusCode(201)
                    .header("Location", notNullValue());
        }
        given.editor()
                .header("Idempotency-Key", key)
                .body(GivenDirectives.report("in_progress", "2024-04-01"))
                .post("/v1/directives/{id}/progress", id)
                .then()
                .statusCode(422);
        when().get("/v1/directives/{id}", id).then().body("progress.updates", equalTo(1));
    }
}
