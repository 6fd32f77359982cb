package bienban.correction;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import bienban.Given;
import bienban.Refusal;
import bienban.Stored;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A reader reports an error, a reviewer decides, and the reader learns of it; nobody else reads what was written. */
@QuarkusTest
class CorrectionTest {
    private static final String WHOLE = """
            {"text": "Con số này\\nkhông đúng.", "pointer": "/observations/0/value", "rightValue": "905,3", "source": "https://example.org/a", "contact": "ban-doc@example.org"}""";

    @Inject
    Given given;

    @Inject
    Stored stored;

    private final String note = "{\"note\": \"Bài gốc ghi đúng.\"}";

    private String meeting(String place) {
        return given.meeting(place, "2024-01-01", "\"observations\": [{\"label\": \"a\", \"value\": 1}]");
    }

    private static Response file(String meeting, String body) {
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .header("Accept-Language", "en")
                .body(body)
                .post("/v1/meetings/{id}/corrections", meeting);
    }

    private static String filed(String meeting, String body) {
        var answer = file(meeting, body);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.path("id");
    }

    private Response decide(String correction, String decision, String body) {
        return given.editor().body(body).post("/v1/corrections/{id}/{decision}", correction, decision);
    }

    @Test
    void isFiledByAnyoneAndReadByReviewers() {
        var meeting = meeting(given.place());
        var answer = file(meeting, WHOLE);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        var id = answer.<String>path("id");
        assertThat(answer.header("Location")).endsWith("/v1/corrections/" + id);
        assertThat(answer.<Map<String, ?>>path("$")).containsOnlyKeys("id", "meeting", "version", "state", "createdAt");
        assertThat(answer.<Integer>path("version")).isEqualTo(1);
        assertThat(answer.<String>path("state")).isEqualTo("open");

        var seen = given.editor().get("/v1/corrections/{id}", id);
        assertThat(seen.<String>path("text")).isEqualTo("Con số này\nkhông đúng.");
        assertThat(seen.<String>path("pointer")).isEqualTo("/observations/0/value");
        assertThat(seen.<String>path("rightValue")).isEqualTo("905,3");
        assertThat(seen.<String>path("source")).isEqualTo("https://example.org/a");
        assertThat(seen.<String>path("contact")).isEqualTo("ban-doc@example.org");
        assertThat(when().get("/v1/corrections/{id}", id).<Map<String, ?>>path("$"))
                .containsOnlyKeys("id", "meeting", "version", "state", "createdAt");
        Refusal.of(when().get("/v1/meetings/{id}/corrections", meeting), 401, "credentials-needed");
        Refusal.of(when().get("/v1/corrections"), 401, "credentials-needed");
        // Filing is no change of the record.
        assertThat(when().get("/v1/meetings/{id}", meeting).<Integer>path("version"))
                .isEqualTo(1);
    }

    @Test
    void isAcceptedWithTheVersionThatFixedIt() {
        var meeting = meeting(given.place());
        var id = filed(meeting, WHOLE);
        for (var version : List.of(1, 2)) {
            assertThat(Refusal.of(
                                    decide(id, "acceptance", "{\"version\": %d, \"note\": \"a\"}".formatted(version)),
                                    400,
                                    "invalid-request")
                            .faults())
                    .containsExactly("/version not_a_later_version");
        }
        given.patch().body("{\"title\": \"Sửa\"}").patch("/v1/meetings/{id}", meeting);
        var accepted = decide(id, "acceptance", "{\"version\": 2, \"note\": \"Đã sửa.\"}");
        assertThat(accepted.statusCode()).as(accepted.asString()).isEqualTo(200);
        assertThat(accepted.<String>path("outcome.decidedBy")).isEqualTo("admin-key");

        var told = when().get("/v1/corrections/{id}", id);
        assertThat(told.<String>path("state")).isEqualTo("accepted");
        assertThat(told.<String>path("outcome.note")).isEqualTo("Đã sửa.");
        assertThat(told.<Integer>path("outcome.version")).isEqualTo(2);
        assertThat(told.asString()).doesNotContain("decidedBy", "admin-key", "ban-doc", "905");
    }

    @Test
    void isDecidedOnce() {
        var id = filed(meeting(given.place()), WHOLE);
        var declined = decide(id, "decline", note);
        assertThat(declined.<String>path("state")).as(declined.asString()).isEqualTo("declined");
        Refusal.of(decide(id, "decline", note), 409, "already-decided");
        Refusal.of(decide(id, "acceptance", "{\"version\": 2, \"note\": \"a\"}"), 409, "already-decided");
        assertThat(when().get("/v1/corrections/{id}", id).<String>path("outcome.note"))
                .isEqualTo("Bài gốc ghi đúng.");
    }

    @Test
    void isDecidedByReviewersOnly() {
        var id = filed(meeting(given.place()), WHOLE);
        for (var decision : List.of("acceptance", "decline")) {
            Refusal.of(
                    RestAssured.given()
                            .contentType(ContentType.JSON)
                            .body("{\"version\": 2, \"note\": \"a\"}")
                            .post("/v1/corrections/{id}/{decision}", id, decision),
                    401,
                    "credentials-needed");
        }
        assertThat(when().get("/v1/corrections/{id}", id).<String>path("state")).isEqualTo("open");
    }

    @Test
    void tellsAllThatIsWrongWithIt() {
        var meeting = meeting(given.place());
        var faulty = """
                {"text": "a\\u0000b", "rightValue": "1", "pointer": "observations", "contact": "\\u202Eabc", "more": 1}""";
        assertThat(Refusal.of(file(meeting, faulty.replace("\\u0000", "\\u001B")), 400, "invalid-request")
                        .faults())
                .containsExactly(
                        " source_needed",
                        "/contact control_character",
                        "/more unknown_property",
                        "/pointer malformed_value",
                        "/text control_character");
        assertThat(Refusal.of(file(meeting, "{\"text\": \" \"}"), 400, "invalid-request")
                        .faults())
                .containsExactly("/text required");
        assertThat(Refusal.of(file(meeting, "{\"text\": \"%s\"}".formatted("a".repeat(2001))), 400, "invalid-request")
                        .faults())
                .containsExactly("/text too_long");
        assertThat(Refusal.of(
                                file(meeting, "{\"text\": \"a\", \"pointer\": \"/observations/7\"}"),
                                400,
                                "invalid-request")
                        .faults())
                .containsExactly("/pointer unknown_pointer");
        assertThat(Refusal.of(file(meeting, "{\"text\": \"a\", \"version\": 9}"), 400, "invalid-request")
                        .faults())
                .containsExactly("/version unknown_version");
        assertThat(stored.number("select count(*) from correction where meeting_id = '" + meeting + "'"))
                .isZero();
    }

    @Test
    void speaksOfAVersionThatThePublicSaw() {
        var place = given.place();
        var meeting = given.post(
                        "/v1/meetings",
                        "{\"title\": \"a\", \"kind\": \"other\", \"place\": {\"code\": \"%s\"}}".formatted(place))
                .extract()
                .<String>path("id");
        Refusal.of(file(meeting, "{\"text\": \"a\"}"), 404, "not-found");
        given.patch().body("{\"status\": \"published\"}").patch("/v1/meetings/{id}", meeting);
        given.patch().body("{\"title\": \"b\"}").patch("/v1/meetings/{id}", meeting);
        assertThat(Refusal.of(file(meeting, "{\"text\": \"a\", \"version\": 1}"), 400, "invalid-request")
                        .faults())
                .containsExactly("/version unknown_version");
        assertThat(file(meeting, "{\"text\": \"a\", \"version\": 2}").<Integer>path("version"))
                .isEqualTo(2);
        assertThat(file(meeting, "{\"text\": \"a\"}").<Integer>path("version")).isEqualTo(3);
        Refusal.of(file(UUID.randomUUID().toString(), "{\"text\": \"a\"}"), 404, "not-found");
        var reason = "{\"status\": \"retracted\", \"retraction\": {\"reason\": \"a\"}}";
        given.patch().body(reason).patch("/v1/meetings/{id}", meeting);
        Refusal.of(file(meeting, "{\"text\": \"a\"}"), 410, "retracted");
    }

    @Test
    void isFiledOnceUnderOneIdempotencyKey() {
        var meeting = meeting(given.place());
        var key = UUID.randomUUID().toString();
        var ids = new ArrayList<String>();
        for (int i = 0; i < 2; i++) {
            ids.add(RestAssured.given()
                    .contentType(ContentType.JSON)
                    .header("Idempotency-Key", key)
                    .body(WHOLE)
                    .post("/v1/meetings/{id}/corrections", meeting)
                    .path("id"));
        }
        assertThat(ids.get(1)).isEqualTo(ids.get(0)).isNotNull();
        assertThat(stored.number("select count(*) from correction where meeting_id = '" + meeting + "'"))
                .isEqualTo(1);
        assertThat(stored.texts("select body from idempotency where key = '" + key + "'")
                        .get(0))
                .doesNotContain("ban-doc", "905");
    }

    @Test
    void isListedByPlaceAndState() {
        var place = given.place();
        var below = given.placeIn(place);
        var one = meeting(place);
        var two = meeting(below);
        var ids = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            ids.add(filed(i % 2 == 0 ? one : two, WHOLE));
        }
        decide(ids.get(0), "decline", note);
        Collections.reverse(ids);
        var list = "/v1/corrections?place=" + place;
        assertThat(given.editor().get(list + "&within=subtree").<List<String>>path("items.id"))
                .isEqualTo(ids);
        assertThat(given.editor().get(list).<List<String>>path("items.id"))
                .containsExactly(ids.get(0), ids.get(2), ids.get(4));
        assertThat(given.editor().get(list + "&state=open").<List<String>>path("items.id"))
                .containsExactly(ids.get(0), ids.get(2));
        assertThat(given.editor()
                        .get("/v1/meetings/{id}/corrections?state=declined", one)
                        .<List<String>>path("items.id"))
                .containsExactly(ids.get(4));
        var first = given.editor().get(list + "&within=subtree&limit=2&sort=createdAt");
        assertThat(first.<List<String>>path("items.id")).containsExactly(ids.get(4), ids.get(3));
        assertThat(given.editor().get(first.<String>path("next")).<List<String>>path("items.id"))
                .containsExactly(ids.get(2), ids.get(1));
        assertThat(Refusal.of(given.editor().get("/v1/corrections?state=lost"), 400, "invalid-request")
                        .faults())
                .containsExactly("state unknown_value");
    }

    @Test
    void takesAFixedNumberOfStatements() {
        var meeting = meeting(given.place());
        var id = filed(meeting, WHOLE);
        assertThat(given.statementsOf(() -> filed(meeting, WHOLE))).isEqualTo(10);
        assertThat(given.statementsOf(() -> when().get("/v1/corrections/{id}", id)))
                .isEqualTo(1);
        assertThat(given.statementsOf(() -> given.editor().get("/v1/meetings/{id}/corrections", meeting)))
                .isEqualTo(2);
        assertThat(given.statementsOf(() -> given.editor().get("/v1/corrections")))
                .isEqualTo(1);
    }

    @Test
    void keepsNoAddressForLongerThanAnHour() {
        given.sql("insert into correction_sender (sender, filed_at) values ('\\x00', now() - interval '61 minutes')");
        filed(meeting(given.place()), WHOLE);
        assertThat(stored.number("select count(*) from correction_sender where filed_at < now() - interval '1 hour'"))
                .isZero();
        assertThat(stored.number(
                        "select count(*) from correction_sender where encode(sender, 'escape') like '%127.0%'"))
                .isZero();
    }
}
