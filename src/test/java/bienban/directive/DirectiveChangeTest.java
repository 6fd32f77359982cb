package bienban.directive;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import bienban.Given;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DirectiveChangeTest {
    @Inject
    Given given;

    @Inject
    GivenDirectives directives;

    @Test
    void correctsOneDirectiveAndTheMeetingThatShowsIt() {
        var ids = directives.in(given.place(), "2024-03-01", "\"dueOn\": \"2024-06\"", "\"dueOn\": \"2024-07\"");
        String meeting = when().get("/v1/directives/{id}", ids.get(1)).path("meeting.id");
        given.editor()
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", "\"1\"")
                .body("""
                        {"text": "Hoàn thành giải phóng mặt bằng.", "dueOn": "2024-12-31", "topics": ["site_clearance"],
                         "addressees": [{"name": "Phòng Tài nguyên"}, {"name": "Phòng Tài chính", "role": "coordinating"}],
                         "legalBasis": [{"type": "plan", "number": "5-KH/%s"}], "issuer": {"name": "Lê Thị Hà"}}""".formatted(meeting))
                .patch("/v1/directives/{id}", ids.get(1))
                .then()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("ordinal", equalTo(2))
                .body("addressees.role", contains("lead", "coordinating"))
                .body("legalBasis.type", contains("plan"))
                .body("issuer.name", equalTo("Lê Thị Hà"))
                .body("progress.state", equalTo("not_started"));
        when().get("/v1/meetings/{id}", meeting)
                .then()
                .body("version", equalTo(2))
                .body("directives.id", contains(ids.toArray()))
                .body("directives.dueOn", contains("2024-06", "2024-12-31"));
        when().get("/v1/directives/{id}", ids.get(0)).then().body("version", equalTo(1));
    }

    @Test
    void replacesWhatABodyLeavesOut() {
        var id = directives.one(given.place(), "2024-03-01", "\"dueOn\": \"2024-06\", \"topics\": [\"health\"]");
        given.editor()
                .header("If-Match", "*")
                .body("{\"text\": \"Làm lại.\"}")
                .put("/v1/directives/{id}", id)
                .then()
                .statusCode(200)
                .body("text", equalTo("Làm lại."))
                .body("dueOn", nullValue())
                .body("ordinal", equalTo(1));
    }

    @Test
    void keepsTheReportsThroughACorrection() {
        var id = directives.one(given.place(), "2024-03-01", "");
        directives.report(id, "in_progress", "2024-04-01");
        given.patch()
                .body("{\"text\": \"Sửa lại.\"}")
                .patch("/v1/directives/{id}", id)
                .then()
                .statusCode(200)
                .body("updates.state", contains("in_progress"))
                .body("progress.state", equalTo("in_progress"));
    }

    @Test
    void refusesWhatIsStaleUnconditionalOrUnauthorised() {
        var id = directives.one(given.place(), "2024-03-01", "");
        var body = "{\"text\": \"Sửa.\"}";
        given.editor().body(body).put("/v1/directives/{id}", id).then().statusCode(428);
        given.editor()
                .header("If-Match", "\"7\"")
                .body(body)
                .put("/v1/directives/{id}", id)
                .then()
                .statusCode(412);
        io.restassured.RestAssured.given()
                .contentType("application/json")
                .header("If-Match", "*")
                .body(body)
                .put("/v1/directives/{id}", id)
                .then()
                .statusCode(401);
        given.editor()
                .header("If-Match", "*")
                .body(body)
                .put("/v1/directives/{id}", UUID.randomUUID())
                .then()
                .statusCode(404);
        given.editor().delete("/v1/directives/{id}", id).then().statusCode(405);
        given.editor().body(body).post("/v1/directives").then().statusCode(405);
    }

    @Test
    void tellsAllFaultsWithPointers() {
        var ids = directives.in(given.place(), "2024-03-01", "", "");
        given.patch()
                .body("""
                        {"text": " ", "dueOn": "2024-02-30", "addressees": [{"role": "boss"}]}""")
                .patch("/v1/directives/{id}", ids.get(0))
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        containsInAnyOrder("/text", "/dueOn", "/addressees/0/role", "/addressees/0/name"));
        given.patch()
                .body("{\"issuer\": {\"id\": \"" + UUID.randomUUID() + "\"}, \"legalBasis\": [{\"number\": \"3\"}]}")
                .patch("/v1/directives/{id}", ids.get(0))
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/issuer", "/legalBasis/0"));
        given.patch()
                .body("{\"ordinal\": 2}")
                .patch("/v1/directives/{id}", ids.get(0))
                .then()
                .statusCode(409);
        given.patch()
                .body("{\"id\": \"" + UUID.randomUUID() + "\"}")
                .patch("/v1/directives/{id}", ids.get(0))
                .then()
                .statusCode(400);
    }
}
