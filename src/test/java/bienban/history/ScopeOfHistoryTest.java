package bienban.history;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import bienban.Given;
import bienban.Refusal;
import bienban.security.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What lies in one office's history, and what readers write to it, is nothing to the next. */
@QuarkusTest
class ScopeOfHistoryTest {
    private static final String PATH = "/v1/meetings/{id}/versions";
    private static final String RETRACTED = "{\"status\": \"retracted\", \"retraction\": {\"reason\": \"a\"}}";
    private static final String PURGED =
            "{\"status\": \"retracted\", \"retraction\": {\"reason\": \"a\", \"purge\": true}}";

    @Inject
    Given given;

    private String here;
    private String elsewhere;
    private String editor;
    private String reviewer;
    private String stranger;

    @BeforeEach
    void offices() {
        here = given.place();
        elsewhere = given.place();
        editor = given.key(Role.editor, here);
        reviewer = given.key(Role.reviewer, here);
        stranger = given.key(Role.reviewer, elsewhere);
    }

    private RequestSpecification as(String key) {
        return given.as(key).header("If-Match", "*");
    }

    private RequestSpecification patch(String key, String body) {
        return as(key).contentType("application/merge-patch+json").body(body);
    }

    private String draft(String place) {
        return given.post(
                        "/v1/meetings",
                        "{\"title\": \"Bản nháp\", \"kind\": \"other\", \"place\": {\"code\": \"%s\"}}"
                                .formatted(place))
                .extract()
                .path("id");
    }

    @Test
    void hidesDraftsFromOtherOffices() {
        var id = draft(here);
        for (var path : List.of(PATH, PATH + "/1", PATH + "/1/diff")) {
            assertThat(as(editor).get(path, id).statusCode()).isEqualTo(200);
            Refusal.of(as(stranger).get(path, id), 404, "not-found");
        }
        given.patch().body("{\"status\": \"published\"}").patch("/v1/meetings/{id}", id);
        assertThat(as(editor).get(PATH, id).<List<Integer>>path("items.version"))
                .containsExactly(2, 1);
        var seen = as(stranger).get(PATH, id);
        assertThat(seen.<List<Integer>>path("items.version")).containsExactly(2);
        assertThat(seen.asString()).doesNotContain("actor", "admin-key");
        assertThat(as(editor).get(PATH, id).<List<String>>path("items.actor")).containsOnly("admin-key");
        Refusal.of(as(stranger).get(PATH + "/1", id), 404, "not-found");
        assertThat(as(stranger).get(PATH + "/2/diff", id).asString()).doesNotContain("\"draft\"");
    }

    @Test
    void keepsTheHistoryOfWhatIsGoneForTheOwnOffice() {
        var id = draft(here);
        given.patch().body("{\"status\": \"published\"}").patch("/v1/meetings/{id}", id);
        as(reviewer).delete("/v1/meetings/{id}", id).then().statusCode(204);
        assertThat(as(editor).get(PATH, id).<List<Integer>>path("items.version"))
                .containsExactly(3, 2, 1);
        Refusal.of(as(stranger).get(PATH, id), 410, "gone");
        var neverPublic = draft(here);
        as(editor).delete("/v1/meetings/{id}", neverPublic).then().statusCode(204);
        assertThat(as(editor).get(PATH, neverPublic).statusCode()).isEqualTo(200);
        Refusal.of(as(stranger).get(PATH, neverPublic), 404, "not-found");
        Refusal.of(when().get(PATH, neverPublic), 404, "not-found");
    }

    @Test
    void showsNoDraftsOfTheOfficeThatARecordCameFrom() {
        var id = draft(elsewhere);
        given.patch()
                .body("{\"title\": \"Chuyển đến\", \"place\": {\"code\": \"%s\"}}".formatted(here))
                .patch("/v1/meetings/{id}", id)
                .then()
                .statusCode(200);
        assertThat(as(editor).get(PATH, id).<List<Integer>>path("items.version"))
                .containsExactly(2);
        Refusal.of(as(editor).get(PATH + "/1", id), 404, "not-found");
        Refusal.of(as(editor).get(PATH + "/2/diff?from=1", id), 404, "not-found");
        assertThat(as(editor).get(PATH + "/2/diff", id).asString()).doesNotContain("Bản nháp");
        Refusal.of(as(stranger).get(PATH, id), 404, "not-found");
    }

    @Test
    void letsOnlyReviewersOfThePlaceTakeBackAndPurge() {
        var id = draft(here);
        Refusal.of(patch(editor, PURGED).patch("/v1/meetings/{id}", id), 403, "not-allowed");
        Refusal.of(patch(editor, "{\"status\": \"published\"}").patch("/v1/meetings/{id}", id), 403, "not-allowed");
        Refusal.of(patch(stranger, PURGED).patch("/v1/meetings/{id}", id), 404, "not-found");
        assertThat(patch(reviewer, "{\"status\": \"published\"}")
                        .patch("/v1/meetings/{id}", id)
                        .statusCode())
                .isEqualTo(200);
        Refusal.of(patch(stranger, RETRACTED).patch("/v1/meetings/{id}", id), 403, "outside-scope");
        assertThat(patch(reviewer, RETRACTED).patch("/v1/meetings/{id}", id).statusCode())
                .isEqualTo(200);
        assertThat(patch(reviewer, PURGED).patch("/v1/meetings/{id}", id).statusCode())
                .isEqualTo(204);
        assertThat(as(editor).get(PATH, id).<String>path("items[0].actor")).startsWith("key:");
    }

    @Test
    void tellsNobodyWhyWhatWasNeverPublicWasTakenBack() {
        var id = draft(here);
        patch(reviewer, RETRACTED).patch("/v1/meetings/{id}", id).then().statusCode(200);
        Refusal.of(when().get("/v1/meetings/{id}", id), 404, "not-found");
        Refusal.of(as(stranger).get("/v1/meetings/{id}", id), 404, "not-found");
    }

    @Test
    void givesCorrectionsToReviewersOfThePlaceOnly() {
        var meeting = given.meeting(here, "2024-01-01");
        var correction = RestAssured.given()
                .contentType(ContentType.JSON)
                .body("{\"text\": \"a\", \"contact\": \"b\"}")
                .post("/v1/meetings/{id}/corrections", meeting)
                .<String>path("id");
        var list = "/v1/corrections?place=" + here;
        assertThat(as(reviewer).get(list).<List<String>>path("items.id")).containsExactly(correction);
        assertThat(as(reviewer).get("/v1/corrections/{id}", correction).<String>path("text"))
                .isEqualTo("a");
        assertThat(as(stranger).get(list).<List<?>>path("items")).isEmpty();
        assertThat(as(stranger).get("/v1/meetings/{id}/corrections", meeting).<List<?>>path("items"))
                .isEmpty();
        assertThat(as(stranger).get("/v1/corrections/{id}", correction).asString())
                .doesNotContain("text", "contact");
        Refusal.of(as(editor).get(list), 403, "not-allowed");
        for (var decision : List.of("decline", "acceptance")) {
            var body = "{\"note\": \"a\"%s}".formatted(decision.equals("decline") ? "" : ", \"version\": 2");
            Refusal.of(
                    as(stranger).body(body).post("/v1/corrections/{id}/{decision}", correction, decision),
                    404,
                    "not-found");
            Refusal.of(
                    as(editor).body(body).post("/v1/corrections/{id}/{decision}", correction, decision),
                    403,
                    "not-allowed");
        }
        assertThat(as(reviewer)
                        .body("{\"note\": \"a\"}")
                        .post("/v1/corrections/{id}/decline", correction)
                        .statusCode())
                .isEqualTo(200);
    }
}
