package bienban.security;

import static org.assertj.core.api.Assertions.assertThat;

import bienban.Given;
import bienban.Refusal;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What belongs to another place's desk is not there: not in lists, not in counts, not in what else is answered. */
@QuarkusTest
class VisibilityTest {
    @Inject
    Given given;

    private String own;
    private String foreign;
    private String editor;
    private String reviewer;

    @BeforeEach
    void twoPlaces() {
        own = given.placeIn(given.place());
        foreign = given.placeIn(given.place());
        editor = given.key(Role.editor, own);
        reviewer = given.key(Role.reviewer, own);
    }

    @Test
    void listsAndCountsDraftsOfOnesPlacesOnly() {
        var parts =
                ", \"directives\": [{\"text\": \"a\", \"addressees\": [{\"name\": \"b\"}]}], \"observations\": [{\"label\": \"c\", \"value\": 1}]";
        for (var place : List.of(own, foreign)) {
            meeting(place, "draft", parts);
            meeting(place, "published", parts);
            for (var status : List.of("draft", "published")) {
                post("speakers", "\"name\": \"%s\"", place, status);
                post("organizations", "\"name\": \"%s\", \"kind\": \"other\"", place, status);
            }
        }
        for (var list : List.of("meetings", "directives", "observations", "speakers", "organizations")) {
            for (var caller : new String[] {null, given.key(Role.reader), given.key(Role.editor, given.place())}) {
                assertThat(total(caller, list, own)).as(list).isEqualTo(1);
            }
            for (var caller : List.of(editor, reviewer)) {
                assertThat(total(caller, list, own)).as(list).isEqualTo(2);
                assertThat(total(caller, list, foreign)).as(list).isEqualTo(1);
            }
            assertThat(total(Given.KEY, list, foreign)).as(list).isEqualTo(2);
        }
        assertThat(counted(editor, own)).isEqualTo(1);
        assertThat(counted(editor, foreign)).isZero();
    }

    /** The list is one statement for everybody; beside it stands the look-up of the key, until it is known. */
    @Test
    void costsOneStatementForAnEditorToo() {
        meeting(own, "draft", "");
        assertThat(total(editor, "meetings", own)).isEqualTo(1);
        assertThat(given.statementsOf(() -> given.as(editor).get("/v1/meetings?place={p}", own)))
                .isLessThanOrEqualTo(2);
    }

    private int total(String caller, String list, String place) {
        var page = given.as(caller).get("/v1/{list}?place={p}&count=true", list, place);
        assertThat(page.<List<Object>>path("items")).hasSize(page.<Integer>path("total"));
        return page.path("total");
    }

    private int counted(String caller, String place) {
        return given.as(caller)
                .get("/v1/directives/summary?status=draft&place={p}", place)
                .path("all.total");
    }

    @Test
    void keepsAFigureOfAForeignDraftFromThePlaceItIsAbout() {
        var id = meeting(
                foreign,
                "draft",
                ", \"observations\": [{\"label\": \"mật\", \"value\": 1, \"place\": {\"code\": \"%s\"}}]"
                        .formatted(own));
        String figure = given.editor().get("/v1/meetings/{id}", id).path("observations[0].id");
        assertThat(given.as(reviewer)
                        .get("/v1/observations?status=draft&place={p}", own)
                        .<List<Object>>path("items"))
                .isEmpty();
        Refusal.of(given.as(reviewer).get("/v1/observations/{id}", figure), 404, "not-found");
        // And the office that wrote it sees it, wherever it is about; also when the meeting moves.
        var theirs = given.key(Role.editor, foreign);
        assertThat(given.as(theirs).get("/v1/observations/{id}", figure).statusCode())
                .isEqualTo(200);
        given.patch().body("{\"place\": {\"code\": \"%s\"}}".formatted(own)).patch("/v1/meetings/{id}", id);
        assertThat(given.as(theirs).get("/v1/observations/{id}", figure).statusCode())
                .isEqualTo(404);
        assertThat(given.as(editor).get("/v1/observations/{id}", figure).statusCode())
                .isEqualTo(200);
    }

    @Test
    void filtersPeopleByWhatIsSeenOnly() {
        String person = given.post(
                        "/v1/speakers",
                        "{\"name\": \"Người %s\"%s}".formatted(RuleTargets.fresh(), RuleTargets.place(own)))
                .extract()
                .path("id");
        var post = "chức " + RuleTargets.fresh();
        meeting(
                foreign,
                "draft",
                ", \"participations\": [{\"speaker\": {\"id\": \"%s\"}, \"roles\": [\"chair\"], \"posts\": [\"%s\"]}]"
                        .formatted(person, post));
        var path = "/v1/speakers?place={place}&post={post}";
        assertThat(given.as(reviewer).get(path, own, post).<List<Object>>path("items"))
                .isEmpty();
        assertThat(given.as(reviewer)
                        .get("/v1/speakers/{id}/meetings?count=true", person)
                        .<Integer>path("total"))
                .isZero();
        assertThat(given.editor().get(path, own, post).<List<Object>>path("items"))
                .hasSize(1);
    }

    @Test
    void showsOfAnArticleOnlyTheMeetingsThatAreSeen() {
        var source = ", \"sources\": [{\"title\": \"Bài\", \"url\": \"https://example.org/%s\"}]"
                .formatted(RuleTargets.fresh());
        var published = meeting(own, "published", source);
        String article = given.editor().get("/v1/meetings/{id}", published).path("sources[0].article");
        var draft = meeting(foreign, "draft", ", \"sources\": [{\"article\": \"%s\"}]".formatted(article));
        for (var caller : new String[] {null, editor, reviewer}) {
            assertThat(given.as(caller).get("/v1/articles/{id}", article).<List<String>>path("meetings.id"))
                    .containsExactly(published);
        }
        assertThat(given.as(given.key(Role.editor, foreign))
                        .get("/v1/articles/{id}", article)
                        .<List<String>>path("meetings.id"))
                .containsExactlyInAnyOrder(published, draft);
    }

    @Test
    void tellsNothingOfADraftByItsETag() {
        var draft = meeting(foreign, "draft", "");
        Refusal.of(given.as(editor).header("If-None-Match", "*").get("/v1/meetings/{id}", draft), 404, "not-found");
        for (var condition : new String[] {"*", "\"1\"", "\"9\"", "x"}) {
            var asked = given.as(editor).header("If-Match", condition);
            Refusal.of(asked.delete("/v1/meetings/{id}", draft), 404, "not-found");
        }
        Refusal.of(given.as(editor).delete("/v1/meetings/{id}", draft), 404, "not-found");
    }

    @Test
    void repeatsNoAnswerToAnother() {
        var key = UUID.randomUUID().toString();
        var body = "{\"title\": \"Riêng\", \"kind\": \"other\"%s}".formatted(RuleTargets.place(own));
        var first = given.as(editor).header("Idempotency-Key", key).body(body).post("/v1/meetings");
        assertThat(first.statusCode()).isEqualTo(201);
        var theirs = given.key(Role.editor, foreign);
        Refusal.of(
                given.as(theirs).header("Idempotency-Key", key).body(body).post("/v1/meetings"), 403, "outside-scope");
        var again = given.as(editor).header("Idempotency-Key", key).body(body).post("/v1/meetings");
        assertThat(again.<String>path("id")).isEqualTo(first.<String>path("id"));
        var colleague =
                given.as(reviewer).header("Idempotency-Key", key).body(body).post("/v1/meetings");
        assertThat(colleague.<String>path("id")).isNotEqualTo(first.<String>path("id"));
    }

    @Test
    void neitherRefersToNorRevealsWhatItDoesNotSee() {
        var name = "Ẩn " + RuleTargets.fresh();
        var person = post("speakers", "\"name\": \"" + name + "\"", foreign, "draft");
        var asked =
                "{\"title\": \"a\", \"kind\": \"other\"%s, \"participations\": [{\"speaker\": {\"id\": \"%s\"%s}, \"roles\": [\"chair\"]}]}";
        for (var more : new String[] {"", ", \"name\": \"Ai đó\""}) {
            var refused = given.as(editor)
                    .body(asked.formatted(RuleTargets.place(own), person, more))
                    .post("/v1/meetings");
            assertThat(Refusal.of(refused, 400, "invalid-request").faults())
                    .containsExactly("/participations/0/speaker unknown_reference");
            assertThat(refused.asString()).doesNotContain(name);
        }
        var unknown = given.as(reviewer).header("If-Match", "*").body("{\"into\": \"%s\"}".formatted(person));
        var mine = post("speakers", "\"name\": \"%s\"", own, "draft");
        assertThat(Refusal.of(unknown.post("/v1/speakers/{id}/merge", mine), 400, "invalid-request")
                        .faults())
                .containsExactly("/into unknown_reference");
    }

    @Test
    void standsInNobodysWayWithADraft() {
        var number = RuleTargets.fresh();
        var cited =
                ", \"documents\": [{\"type\": \"plan\", \"number\": \"%s\", \"issuer\": \"%%s\"}]".formatted(number);
        var theirs = meeting(foreign, "draft", cited.formatted("Ủy ban"));
        var mine = create(editor, own, cited.formatted("Ủy ban"));
        assertThat(mine.statusCode()).as(mine.asString()).isEqualTo(201);
        assertThat(document(theirs)).isNotEqualTo(mine.<String>path("documents[0].id"));

        // Whoever publishes first, the number is one document's in the end.
        publish(given.key(Role.reviewer, foreign), theirs);
        publish(reviewer, mine.path("id"));
        assertThat(document(mine.path("id"))).isEqualTo(document(theirs));
    }

    private String document(String meeting) {
        return given.editor().get("/v1/meetings/{id}", meeting).path("documents[0].id");
    }

    private void publish(String caller, String meeting) {
        var answer = given.as(caller)
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", "*")
                .body("{\"status\": \"published\"}")
                .patch("/v1/meetings/{id}", meeting);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    }

    @Test
    void postsAnArticleThatAnotherDeskHasAsADraft() {
        var text = "{\"text\": \"Bài %s.\", \"url\": \"https://example.org/%s\", \"place\": \"%%s\"}"
                .formatted(RuleTargets.fresh(), RuleTargets.fresh());
        String theirs =
                given.post("/v1/articles", text.formatted(foreign)).extract().path("article");
        var mine = given.as(editor).body(text.formatted(own)).post("/v1/articles");
        assertThat(mine.statusCode()).as(mine.asString()).isEqualTo(201);
        assertThat(mine.<String>path("article")).isNotEqualTo(theirs);
        var again = given.as(editor).body(text.formatted(own)).post("/v1/articles");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.<String>path("article")).isEqualTo(mine.<String>path("article"));
    }

    /** A name is changed by those who answer for all that show it; what is not public follows, and is not told of. */
    @Test
    void changesNothingThatOtherPlacesShow() {
        var shown = post("organizations", "\"name\": \"%s\", \"kind\": \"other\"", own, "published");
        var host = ", \"host\": {\"id\": \"%s\"}".formatted(shown);
        var draft = meeting(foreign, "draft", host);
        var renamed = "Tên mới " + RuleTargets.fresh();
        assertThat(rename(shown, renamed).statusCode()).isEqualTo(200);
        assertThat(given.editor().get("/v1/meetings/{id}", draft).<String>path("host.name"))
                .isEqualTo(renamed);

        meeting(foreign, "published", host);
        Refusal.of(rename(shown, "Tên nữa " + RuleTargets.fresh()), 403, "outside-scope");
        assertThat(given.editor().get("/v1/organizations/{id}", shown).<String>path("name"))
                .isEqualTo(renamed);
    }

    private Response rename(String organization, String name) {
        return given.as(reviewer)
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", "*")
                .body("{\"name\": \"%s\"}".formatted(name))
                .patch("/v1/organizations/{id}", organization);
    }

    @Test
    void publishesWithPeopleOfOtherPlaces() {
        var guest = post("speakers", "\"name\": \"%s\"", foreign, "published");
        var mine = create(
                editor,
                own,
                ", \"participations\": [{\"speaker\": {\"id\": \"%s\"}, \"roles\": [\"attendee\"], \"posts\": [\"Khách\"]}]"
                        .formatted(guest));
        assertThat(mine.statusCode()).as(mine.asString()).isEqualTo(201);
        publish(reviewer, mine.path("id"));
        assertThat(given.as(null).get("/v1/speakers/{id}", guest).<List<String>>path("posts.post"))
                .containsExactly("Khách");
    }

    @Test
    void goesFromAnArticleToAPublishedMeetingWithTwoPeople() {
        var text = """
                {"text": "Hội nghị giao ban tháng 6\\n\\nSáng ngày 03/7/2023, Thường trực Thị ủy tổ chức Hội nghị giao ban. Đồng chí Lê Văn %s, Phó Bí thư Thị ủy chủ trì hội nghị.\\nKết luận hội nghị, đồng chí Lê Văn %s yêu cầu các xã, phường đẩy nhanh tiến độ giải phóng mặt bằng trước ngày 30/9/2023.", "place": "%s"}""";
        var posted =
                given.as(editor).body(text.formatted("Thắng", "Thắng", own)).post("/v1/articles");
        assertThat(posted.statusCode()).as(posted.asString()).isEqualTo(201);
        String meeting = posted.path("meeting");
        Refusal.of(given.as(null).get("/v1/meetings/{id}", meeting), 404, "not-found");
        String person = given.as(editor)
                .get("/v1/meetings/{id}", meeting)
                .path("participations.find { it.speaker != null }.speaker.id");
        assertThat(given.as(editor).get("/v1/speakers/{id}", person).<String>path("status"))
                .isEqualTo("draft");
        Refusal.of(given.as(null).get("/v1/speakers/{id}", person), 404, "not-found");
        publish(reviewer, meeting);
        assertThat(given.as(null).get("/v1/speakers/{id}", person).<String>path("status"))
                .isEqualTo("published");
        assertThat(given.as(null).get("/v1/meetings/{id}/evidence", meeting).<List<Object>>path("items"))
                .isNotEmpty();
        assertThat(given.as(null)
                        .get("/v1/articles/{id}", posted.<String>path("article"))
                        .statusCode())
                .isEqualTo(200);
    }

    private String meeting(String place, String status, String more) {
        return given.post("/v1/meetings", body(place, status, more)).extract().path("id");
    }

    private Response create(String caller, String place, String more) {
        return given.as(caller).body(body(place, "draft", more)).post("/v1/meetings");
    }

    private static String body(String place, String status, String more) {
        return "{\"title\": \"Hội nghị\", \"kind\": \"other\", \"status\": \"%s\"%s%s}"
                .formatted(status, RuleTargets.place(place), more);
    }

    private String post(String path, String members, String place, String status) {
        var body = "{%s, \"status\": \"%s\"%s}"
                .formatted(members.replace("%s", RuleTargets.fresh()), status, RuleTargets.place(place));
        return given.post("/v1/" + path, body).extract().path("id");
    }
}
