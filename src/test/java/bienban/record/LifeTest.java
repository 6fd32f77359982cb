package bienban.record;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import bienban.Given;
import bienban.Refusal;
import bienban.Stored;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Draft, published, retracted, and published again: these steps and no others, and a reason for whoever comes too late. */
@QuarkusTest
class LifeTest {
    private static final String RETRACTED =
            "{\"status\": \"retracted\", \"retraction\": {\"reason\": \"Nhập nhầm \\\"đơn vị\\\"\"}}";

    @Inject
    Given given;

    @Inject
    Stored stored;

    @Test
    void tellsThePublicWhyARecordWasTakenBack() {
        var id = given.meeting(
                given.place(),
                "2024-01-01",
                "\"directives\": [{\"text\": \"a\"}]",
                "\"observations\": [{\"label\": \"a\", \"value\": 1}]");
        var meeting = when().get("/v1/meetings/{id}", id);
        assertThat(patch(id, RETRACTED).statusCode()).isEqualTo(200);
        for (var path : List.of(
                "/v1/meetings/" + id,
                "/v1/meetings/" + id + "/evidence",
                "/v1/directives/" + meeting.path("directives[0].id"),
                "/v1/observations/" + meeting.path("observations[0].id"))) {
            var refused = when().get(path);
            Refusal.of(refused, 410, "retracted");
            assertThat(refused.<String>path("reason")).isEqualTo("Nhập nhầm \"đơn vị\"");
            assertThat(refused.<String>path("detail")).contains("Nhập nhầm \"đơn vị\"");
        }
        var seen = given.editor().get("/v1/meetings/{id}", id);
        assertThat(seen.<String>path("status")).isEqualTo("retracted");
        assertThat(seen.<String>path("retraction.reason")).isEqualTo("Nhập nhầm \"đơn vị\"");
        assertThat(stored.contradictions()).isEmpty();
    }

    @Test
    void needsAReason() {
        var id = given.meeting(given.place(), "2024-01-01");
        for (var faulty : List.of(
                "{\"status\": \"retracted\"}",
                "{\"status\": \"retracted\", \"retraction\": {\"reason\": \" \"}}",
                "{\"status\": \"retracted\", \"retraction\": {\"purge\": true}}")) {
            assertThat(Refusal.of(patch(id, faulty), 400, "invalid-request").faults())
                    .containsExactly("/retraction/reason required");
        }
        assertThat(Refusal.of(
                                patch(id, "{\"status\": \"retracted\", \"retraction\": {\"reason\": \"a\\u0007b\"}}"),
                                400,
                                "invalid-request")
                        .faults())
                .containsExactly("/retraction/reason control_character");
        assertThat(when().get("/v1/meetings/{id}", id).<Integer>path("version")).isEqualTo(1);
    }

    @Test
    void refusesOtherStepsAndSaysWhichThereAre() {
        var published = given.meeting(given.place(), "2024-01-01");
        var refused = patch(published, "{\"status\": \"draft\"}");
        Refusal.of(refused, 409, "step-not-allowed");
        assertThat(refused.<String>path("detail")).contains("is published", "[retracted]");
        patch(published, RETRACTED);
        Refusal.of(patch(published, "{\"status\": \"draft\"}"), 409, "step-not-allowed");
        var begun = given.editor()
                .body(
                        "{\"title\": \"a\", \"kind\": \"other\", \"status\": \"retracted\", \"place\": {\"code\": \"%s\"}}"
                                .formatted(given.place()))
                .post("/v1/meetings");
        assertThat(Refusal.of(begun, 400, "invalid-request").faults()).containsExactly("/status unknown_value");
    }

    @Test
    void publishesAgainWhatWasTakenBackByMistake() {
        var id = given.meeting(given.place(), "2024-01-01");
        patch(id, RETRACTED);
        // What is taken back can be put right first; the reason stays until then.
        assertThat(patch(id, "{\"title\": \"Sửa\"}").<String>path("retraction.reason"))
                .isNotBlank();
        var back = patch(id, "{\"status\": \"published\"}");
        assertThat(back.statusCode()).as(back.asString()).isEqualTo(200);
        assertThat(back.<Object>path("retraction")).isNull();
        assertThat(when().get("/v1/meetings/{id}", id).<String>path("title")).isEqualTo("Sửa");
        assertThat(stored.contradictions()).isEmpty();
    }

    @Test
    void writesTheSameReasonOnlyOnce() {
        var id = given.meeting(given.place(), "2024-01-01");
        var version = patch(id, RETRACTED).<Integer>path("version");
        assertThat(patch(id, RETRACTED).<Integer>path("version")).isEqualTo(version);
        assertThat(patch(id, "{\"retraction\": {\"reason\": \"Lý do khác\"}}").<Integer>path("version"))
                .isEqualTo(version + 1);
    }

    @Test
    void holdsForSingleObservationsToo() {
        var id = given.post(
                        "/v1/observations",
                        "{\"label\": \"a\", \"value\": 1, \"place\": {\"code\": \"%s\"}}".formatted(given.place()))
                .extract()
                .<String>path("id");
        assertThat(Refusal.of(patchFigure(id, "{\"status\": \"retracted\"}"), 400, "invalid-request")
                        .faults())
                .containsExactly("/retraction/reason required");
        Refusal.of(patchFigure(id, "{\"status\": \"draft\"}"), 409, "step-not-allowed");
        assertThat(patchFigure(id, RETRACTED).statusCode()).isEqualTo(200);
        Refusal.of(when().get("/v1/observations/{id}", id), 410, "retracted");
    }

    private Response patch(String id, String body) {
        return given.patch().body(body).patch("/v1/meetings/{id}", id);
    }

    private Response patchFigure(String id, String body) {
        return given.patch().body(body).patch("/v1/observations/{id}", id);
    }
}
