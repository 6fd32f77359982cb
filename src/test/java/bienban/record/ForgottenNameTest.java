package bienban.record;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import bienban.Given;
import bienban.Refusal;
import bienban.Stored;
import bienban.security.Role;
import bienban.shared.StrictJson;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who or what is purged goes from the earlier versions of the records that named it; these records stay as they are. */
@QuarkusTest
class ForgottenNameTest {
    private static final String PURGE =
            "{\"status\": \"retracted\", \"retraction\": {\"reason\": \"Người được nêu yêu cầu\", \"purge\": true}}";

    @Inject
    Given given;

    @Inject
    Stored stored;

    /** No other test knows it, and it may be a part of a name. */
    private final String word = "Zq"
            + UUID.randomUUID()
                    .toString()
                    .substring(0, 8)
                    .chars()
                    .mapToObj(c -> Character.toString('a' + Character.digit(c, 16)))
                    .collect(Collectors.joining());

    private final String name = "Trần " + word + " Mai";

    @Test
    void leavesNoWordOfAPersonAnywhere() {
        var article = article();
        var id = article.<String>path("meeting");
        fill(id);
        given.post("/v1/meetings/" + id + "/corrections", "{\"text\": \"Bà %s là Chủ tịch.\"}".formatted(name));
        var speaker = when().get("/v1/meetings/{id}", id).<String>path("participations[0].speaker.id");
        given.editor()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(
                        "{\"state\": \"completed\", \"text\": \"Xong\", \"reporter\": \"%s\", \"reportedOn\": \"2023-08-01\"}"
                                .formatted(name))
                .post(
                        "/v1/directives/{id}/progress",
                        when().get("/v1/meetings/{id}", id).<String>path("directives[0].id"));
        withoutName(id, article.path("article"));
        assertThat(stored.columnsWith(word))
                .contains(
                        "correction.text",
                        "extraction_draft.draft",
                        "record.document",
                        "record_version.document",
                        "speaker.name")
                .doesNotContain("participation.posts", "evidence.quote", "meeting.title", "article.text");
        var present = when().get("/v1/meetings/{id}", id);

        purge("speakers", speaker);
        assertThat(stored.columnsWith(word)).isEmpty();
        var refused = when().get("/v1/speakers/{id}", speaker);
        Refusal.of(refused, 410, "retracted");
        assertThat(refused.<String>path("reason")).isEqualTo("Người được nêu yêu cầu");
        var after = when().get("/v1/meetings/{id}", id);
        assertThat(after.asString()).isEqualTo(present.asString());
        assertThat(after.header("ETag")).isEqualTo(present.header("ETag"));
        var before = version("meetings", id, 2);
        assertThat(before.<Object>path("participations[0]").toString())
                .isEqualTo("{speaker={id=%s}, roles=[chair]}".formatted(speaker));
        assertThat(before.<String>path("participations[1].posts[0]")).isEqualTo("Thư ký");
        assertThat(before.<Object>path("directives[0].issuer").toString())
                .isEqualTo("{type=speaker, id=%s}".formatted(speaker));
        assertThat(before.<String>path("directives[0].text")).isEqualTo("Bà … trả lời cử tri.");
        assertThat(before.<Map<String, Object>>path("evidence.find { it.pointer == '/participations/0' }"))
                .containsKey("start")
                .doesNotContainKey("quote");
        assertThat(given.editor().get("/v1/meetings/{id}/versions/3/diff", id).statusCode())
                .isEqualTo(200);
        assertThat(stored.contradictions()).isEmpty();
        assertThat(wrongHashes()).isZero();
    }

    @Test
    void leavesOtherVersionsAndPeopleOfTheSameNameAlone() {
        var elsewhere = chairedBy(given.place());
        var place = given.place();
        var purged = person(place);
        var kept = person(place);
        var id = given.meeting(
                place,
                "2024-01-01",
                "\"host\": {\"name\": \"Ban Thường vụ\"}, \"participations\": [%s, %s]"
                        .formatted(chair(purged), chair(kept)));
        change(id, "{\"participations\": [%s]}".formatted(chair(kept)));
        change(elsewhere, "{\"title\": \"Hội nghị khác\"}");
        var untouched = version("meetings", elsewhere, 1).asString();
        purge("speakers", purged);
        var before = version("meetings", id, 1);
        assertThat(before.<String>path("participations[0].speaker.name")).isNull();
        assertThat(before.<String>path("participations[1].speaker.name")).isEqualTo(name);
        assertThat(before.<List<String>>path("participations[1].posts")).containsExactly("Bí thư");
        assertThat(before.<String>path("host.name")).isEqualTo("Ban Thường vụ");
        assertThat(when().get("/v1/meetings/{id}", id).<String>path("participations[0].speaker.name"))
                .isEqualTo(name);
        assertThat(version("meetings", elsewhere, 1).asString())
                .isEqualTo(untouched)
                .contains(name);
    }

    @Test
    void isRefusedWhileAnythingNamesThem() {
        var id = given.post(
                        "/v1/meetings",
                        "{\"title\": \"Họp\", \"kind\": \"other\", \"place\": {\"code\": \"%s\"}, \"host\": {\"name\": \"%s\"}, \"participations\": [%s], \"documents\": [{\"type\": \"plan\", \"number\": \"%2$s\"}]}"
                                .formatted(given.place(), word, chair(null)))
                .extract();
        for (var referred : List.of(
                "speakers/" + id.<String>path("participations[0].speaker.id"),
                "organizations/" + id.<String>path("host.id"),
                "documents/" + id.<String>path("documents[0].id"))) {
            Refusal.of(given.patch().body(PURGE).patch("/v1/" + referred), 409, "still-referred-to");
        }
        change(id.path("id"), "{\"host\": null, \"participations\": [], \"documents\": []}");
        purge("speakers", id.path("participations[0].speaker.id"));
        purge("organizations", id.path("host.id"));
        purge("documents", id.path("documents[0].id"));
        assertThat(stored.columnsWith(word)).isEmpty();
        assertThat(version("meetings", id.path("id"), 1)
                        .<Object>path("documents")
                        .toString())
                .isEqualTo("[{id=%s}]".formatted(id.<String>path("documents[0].id")));
        assertThat(wrongHashes()).isZero();
    }

    @Test
    void takesTheIdsAlongThatWereMergedIntoThem() {
        var place = given.place();
        var gone = person(place);
        var kept = person(place);
        var first = given.meeting(place, "2024-01-01", "\"participations\": [%s]".formatted(chair(gone)));
        var second = given.meeting(place, "2024-02-02", "\"participations\": [%s]".formatted(chair(kept)));
        given.editor()
                .header("If-Match", "*")
                .body("{\"into\": \"%s\"}".formatted(kept))
                .post("/v1/speakers/{id}/merge", gone)
                .then()
                .statusCode(200);
        change(first, "{\"participations\": []}");
        change(second, "{\"participations\": []}");
        Refusal.of(given.editor().header("If-Match", "*").delete("/v1/speakers/{id}", kept), 409, "still-referred-to");
        purge("speakers", kept);
        assertThat(stored.columnsWith(word)).isEmpty();
        Refusal.of(when().get("/v1/speakers/{id}", gone), 410, "retracted");
        assertThat(stored.contradictions()).isEmpty();
    }

    @Test
    void needsThoseWhoKeepWhatShowedTheNameInPublic() {
        var province = given.place();
        var here = given.placeIn(province);
        var id = person(here);
        var published = given.meeting(province, "2024-01-01", "\"participations\": [%s]".formatted(chair(id)));
        change(published, "{\"participations\": []}");
        Refusal.of(purgeBy(given.key(Role.reviewer, here), id), 403, "outside-scope");
        assertThat(version("meetings", published, 1).asString()).contains(name);
        assertThat(purgeBy(given.key(Role.reviewer, province), id).statusCode()).isEqualTo(204);
        assertThat(version("meetings", published, 1).asString()).doesNotContain(name);
    }

    @Test
    void isNoticedByThoseWhoRememberTheVersion() {
        var id = chairedBy(given.place());
        var speaker = when().get("/v1/meetings/{id}", id).<String>path("participations[0].speaker.id");
        change(id, "{\"participations\": []}");
        var before = version("meetings", id, 1);
        var tag = before.header("ETag");
        assertThat(unless(tag, id).statusCode()).isEqualTo(304);
        purge("speakers", speaker);
        assertThat(unless(tag, id).statusCode()).isEqualTo(200);
    }

    private Response unless(String tag, String meeting) {
        return given.editor().header("If-None-Match", tag).get("/v1/meetings/{id}/versions/1", meeting);
    }

    /** A report whose draft, evidence and text name her. */
    private Response article() {
        var body = StrictJson.READER.createObjectNode().put("text", text(name)).put("place", given.place());
        var answer = given.editor().body(body.toString()).post("/v1/articles");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer;
    }

    private static String text(String who) {
        return """
                Hội nghị giao ban tháng 7

                Sáng ngày 03/7/2023, Thường trực Thị ủy tổ chức Hội nghị giao ban. Đồng chí %s, Phó Bí thư Thị ủy chủ trì hội nghị.
                Sáu tháng đầu năm 2023, thu ngân sách nhà nước đạt 512 tỷ đồng, bằng 58%% dự toán.""".formatted(who);
    }

    /** She stands in every part that can name people. */
    private void fill(String id) {
        change(id, """
                {"status": "published", "title": "Hội nghị do bà %1$s chủ trì",
                 "participations": [{"speaker": {"name": "%1$s"}, "roles": ["chair"], "posts": ["Phó Bí thư %2$s"]}, {"speaker": {"name": "Lò Văn Sơn"}, "roles": ["attendee"], "posts": ["Thư ký"]}],
                 "findings": [{"kind": "cause", "text": "Theo %1$s, thời tiết xấu."}],
                 "directives": [{"text": "Bà %1$s trả lời cử tri.", "issuer": {"type": "speaker", "name": "%1$s"}, "addressees": [{"name": "%1$s"}]}],
                 "proposals": [{"text": "Xin vốn", "proposer": "%1$s", "answeredBy": "%1$s"}],
                 "media": [{"kind": "photo", "caption": "Bà %1$s"}]}""".formatted(name, word));
    }

    private void withoutName(String meeting, String article) {
        change(meeting, """
                {"title": "Hội nghị giao ban", "participations": [], "findings": [], "directives": [], "proposals": [], "media": [], "evidence": []}""");
        var body = StrictJson.READER
                .createObjectNode()
                .put("title", "Hội nghị giao ban tháng 7")
                .put("text", text("Lò Văn Sơn"));
        var answer =
                given.editor().header("If-Match", "*").body(body.toString()).put("/v1/articles/{id}", article);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    }

    private String person(String place) {
        return given.post("/v1/speakers", "{\"name\": \"%s\", \"place\": {\"code\": \"%s\"}}".formatted(name, place))
                .extract()
                .path("id");
    }

    private String chair(String id) {
        return "{\"speaker\": {%s\"name\": \"%s\"}, \"roles\": [\"chair\"], \"posts\": [\"Bí thư\"]}"
                .formatted(id == null ? "" : "\"id\": \"" + id + "\", ", name);
    }

    private String chairedBy(String place) {
        return given.meeting(place, "2024-01-01", "\"participations\": [%s]".formatted(chair(null)));
    }

    private void change(String meeting, String body) {
        var answer = given.patch().body(body).patch("/v1/meetings/{id}", meeting);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    }

    private void purge(String kind, String id) {
        var answer = given.patch().body(PURGE).patch("/v1/{kind}/{id}", kind, id);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(204);
    }

    private Response purgeBy(String credentials, String speaker) {
        return given.as(credentials)
                .header("If-Match", "*")
                .contentType("application/merge-patch+json; charset=UTF-8")
                .body(PURGE)
                .patch("/v1/speakers/{id}", speaker);
    }

    private Response version(String kind, String id, int version) {
        return given.editor().get("/v1/{kind}/{id}/versions/{version}", kind, id, version);
    }

    private long wrongHashes() {
        return stored.number("select count(*) from record_version where hash <> sha256(convert_to(document, 'UTF8'))");
    }
}
