package bienban.record;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import bienban.Given;
import bienban.Refusal;
import bienban.Stored;
import bienban.shared.StrictJson;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** After a purge the words are nowhere in the database, and everything else is as it was. */
@QuarkusTest
class PurgeTest {
    private static final String PURGE =
            "{\"status\": \"retracted\", \"retraction\": {\"reason\": \"Lộ thông tin cá nhân\", \"purge\": true}}";

    @Inject
    Given given;

    @Inject
    Stored stored;

    /** No fold, no stemmer and no other test knows it. */
    private final String word = "zq" + UUID.randomUUID().toString().replace("-", "");

    private List<String> places() {
        return stored.columnsWith(word);
    }

    @Test
    void leavesNoWordOfTheMeetingAnywhere() {
        var place = given.place();
        var article = article(place);
        var id = article.<String>path("meeting");
        var other = given.meeting(
                place,
                "2023-01-01",
                "\"participations\": [{\"speaker\": {\"name\": \"Đào Quang Minh\"}, \"roles\": [\"chair\"], \"posts\": [\"Bí thư\"]}]");
        fill(id);
        var meeting = when().get("/v1/meetings/{id}", id);
        var directive = meeting.<String>path("directives[0].id");
        var observation = meeting.<String>path("observations[0].id");
        var speaker = meeting.<String>path("participations[0].speaker.id");
        report(directive);
        correct(id);
        // What is gone from the meeting is still in its history.
        change(id, "{\"directives\": [], \"findings\": []}");
        assertThat(places())
                .contains(
                        "article.text",
                        "correction.text",
                        "evidence.quote",
                        "extraction_draft.draft",
                        "idempotency.body",
                        "meeting.title",
                        "participation.posts",
                        "record.document",
                        "record_version.document");

        purge(id);
        assertThat(places()).isEmpty();
        var left = given.editor().get("/v1/meetings/{id}", id);
        assertThat(left.<String>path("status")).isEqualTo("retracted");
        assertThat(left.<String>path("retraction.reason")).isEqualTo("Lộ thông tin cá nhân");
        for (var gone : List.of(
                "/v1/meetings/" + id, "/v1/observations/" + observation, "/v1/articles/" + article.path("article"))) {
            var refused = when().get(gone);
            Refusal.of(refused, 410, "retracted");
            assertThat(refused.<String>path("reason")).isEqualTo("Lộ thông tin cá nhân");
        }
        assertThat(when().get("/v1/directives/{id}", directive).statusCode()).isEqualTo(410);
        assertThat(when().get("/v1/speakers/{id}", speaker).<List<String>>path("posts.post"))
                .containsExactly("Bí thư");
        assertThat(when().get("/v1/meetings/{id}", other).<Integer>path("version"))
                .isEqualTo(1);
        assertThat(stored.contradictions()).isEmpty();
    }

    @Test
    void keepsTheEnvelopeOfEveryVersion() {
        var id = given.meeting(given.place(), "2024-01-01", "\"ordinal\": 7");
        change(id, "{\"title\": \"%s\"}".formatted(word));
        purge(id);
        var versions = given.editor().get("/v1/meetings/{id}/versions", id);
        assertThat(versions.<List<String>>path("items.status")).containsExactly("retracted", "published", "published");
        assertThat(given.editor().get("/v1/meetings/{id}/versions/1", id).asString())
                .doesNotContain("ordinal")
                .contains(id);
        assertThat(stored.number("select count(*) from record_version where record_id = '" + id
                        + "' and hash <> sha256(convert_to(document, 'UTF8'))"))
                .isZero();
    }

    @Test
    void cannotBeUndone() {
        var id = given.meeting(given.place(), "2024-01-01");
        purge(id);
        Refusal.of(patch(id, "{\"status\": \"published\"}"), 410, "retracted");
        Refusal.of(patch(id, PURGE), 410, "retracted");
        Refusal.of(given.editor().header("If-Match", "*").delete("/v1/meetings/{id}", id), 410, "retracted");
        assertThat(given.editor().get("/v1/meetings/{id}", id).<String>path("status"))
                .isEqualTo("retracted");
    }

    @Test
    void mayFollowARetraction() {
        var id = given.meeting(given.place(), "2024-01-01", "\"directives\": [{\"text\": \"%s\"}]".formatted(word));
        change(id, "{\"status\": \"retracted\", \"retraction\": {\"reason\": \"Chờ xem xét\"}}");
        assertThat(places()).isNotEmpty();
        purge(id);
        assertThat(places()).isEmpty();
        assertThat(when().get("/v1/meetings/{id}", id).<String>path("reason")).isEqualTo("Lộ thông tin cá nhân");
    }

    @Test
    void leavesAnArticleThatAnotherMeetingCites() {
        var place = given.place();
        var article = article(place);
        var id = article.<String>path("meeting");
        change(id, "{\"status\": \"published\"}");
        given.meeting(place, "2024-01-02", "\"sources\": [{\"article\": \"%s\"}]".formatted((String)
                        article.path("article")));
        purge(id);
        assertThat(when().get("/v1/articles/{id}", article.<String>path("article"))
                        .<String>path("text"))
                .contains(word);
        assertThat(places()).contains("article.text").doesNotContain("meeting.title", "extraction_draft.draft");
    }

    @Test
    void tellsWhoRepeatsACallThatTheRecordIsGone() {
        var key = UUID.randomUUID().toString();
        var body = "{\"title\": \"%s\", \"kind\": \"other\", \"place\": {\"code\": \"%s\"}}"
                .formatted(word, given.place());
        var id = given.editor()
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/meetings")
                .<String>path("id");
        purge(id);
        assertThat(places()).isEmpty();
        Refusal.of(given.editor().header("Idempotency-Key", key).body(body).post("/v1/meetings"), 410, "gone");
        Refusal.of(
                given.editor()
                        .header("Idempotency-Key", key)
                        .body(body.replace("other", "briefing"))
                        .post("/v1/meetings"),
                422,
                "idempotency-key-reused");
    }

    @Test
    void takesAwayASingleObservation() {
        var id = given.post(
                        "/v1/observations",
                        "{\"label\": \"%s\", \"value\": 1, \"place\": {\"code\": \"%s\"}}"
                                .formatted(word, given.place()))
                .extract()
                .<String>path("id");
        given.patch().body(PURGE).patch("/v1/observations/{id}", id).then().statusCode(204);
        assertThat(places()).isEmpty();
        Refusal.of(when().get("/v1/observations/{id}", id), 410, "retracted");
        assertThat(stored.contradictions()).isEmpty();
    }

    @Test
    void takesAwayABodyThatNothingNames() {
        var named = "\"host\": {\"name\": \"%s\"}".formatted(word);
        var meeting = given.meeting(given.place(), "2024-01-01", named);
        var host = when().get("/v1/meetings/{id}", meeting).<String>path("host.id");
        Refusal.of(given.patch().body(PURGE).patch("/v1/organizations/{id}", host), 409, "still-referred-to");
        var alone = given.post(
                        "/v1/organizations",
                        "{\"name\": \"%s\", \"kind\": \"other\", \"place\": {\"code\": \"%s\"}}"
                                .formatted(word, given.place()))
                .extract()
                .<String>path("id");
        given.patch().body(PURGE).patch("/v1/organizations/{id}", alone).then().statusCode(204);
        Refusal.of(when().get("/v1/organizations/{id}", alone), 410, "retracted");
        assertThat(stored.number("select count(*) from record_history where id = '" + alone + "' and document like '%"
                        + word + "%'"))
                .isZero();
    }

    /** A report whose text, title and quotes hold the word; its draft is kept as the machine made it. */
    private Response article(String place) {
        var text = """
                Hội nghị giao ban %1$s

                Sáng ngày 03/7/2023, Thường trực Thị ủy tổ chức Hội nghị giao ban. Đồng chí Đào Quang Minh, Phó Bí thư %1$s chủ trì hội nghị.
                Sáu tháng đầu năm 2023, thu ngân sách nhà nước %1$s đạt 512 tỷ đồng, bằng 58%% dự toán.
                Kết luận hội nghị, đồng chí Đào Quang Minh yêu cầu các xã, phường đẩy nhanh tiến độ %1$s trước ngày 30/9/2023.""".formatted(word);
        var body = StrictJson.READER
                .createObjectNode()
                .put("text", text)
                .put("place", place)
                .put("url", "https://example.org/" + word);
        var answer = given.editor()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body.toString())
                .post("/v1/articles");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer;
    }

    /** Words in every part of the meeting that holds words. */
    private void fill(String id) {
        change(id, """
                {"status": "published", "title": "%1$s", "onlineLinks": ["%1$s"],
                 "participations": [{"speaker": {"name": "Đào Quang Minh"}, "roles": ["chair"], "posts": ["%1$s"]}, {"group": "%1$s", "roles": ["attendee"]}],
                 "observations": [{"label": "%1$s", "value": 1, "unitLabel": "%1$s", "raw": "%1$s"}],
                 "findings": [{"kind": "cause", "text": "%1$s"}],
                 "decisions": [{"text": "%1$s", "outcome": "adopted", "composition": [{"bloc": "%1$s", "seats": 1}]}],
                 "directives": [{"text": "%1$s", "issuer": {"type": "speaker", "name": "Đào Quang Minh"}, "dueText": "%1$s", "addressees": [{"name": "%1$s"}], "legalBasis": [{"text": "%1$s"}]}],
                 "proposals": [{"text": "%1$s", "proposer": "%1$s", "answer": "%1$s", "answeredBy": "%1$s"}],
                 "media": [{"kind": "photo", "caption": "%1$s"}]}""".formatted(word));
    }

    private void report(String directive) {
        given.editor()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(
                        "{\"state\": \"completed\", \"text\": \"%1$s\", \"reporter\": \"%1$s\", \"reportedOn\": \"2023-08-01\"}"
                                .formatted(word))
                .post("/v1/directives/{id}/progress", directive)
                .then()
                .statusCode(201);
    }

    private void correct(String meeting) {
        given.post(
                "/v1/meetings/" + meeting + "/corrections",
                "{\"text\": \"%1$s\", \"contact\": \"%1$s\", \"rightValue\": \"%1$s\", \"source\": \"https://example.org/%1$s\"}"
                        .formatted(word));
    }

    private void purge(String id) {
        var answer = patch(id, PURGE);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(204);
    }

    private Response patch(String id, String body) {
        return given.patch().body(body).patch("/v1/meetings/{id}", id);
    }

    private Response change(String id, String body) {
        var answer = patch(id, body);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer;
    }
}
