package bienban.extraction.desk;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import bienban.Given;
import bienban.shared.StrictJson;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ArticleResourceTest {
    private static final int AROUND = 120;
    private static final String FIGURE = "tổng giá trị sản xuất ước đạt 4.120 tỷ đồng";

    @Inject
    Given given;

    @Inject
    GivenArticles articles;

    private ValidatableResponse replace(String article, String text) {
        var body =
                StrictJson.READER.createObjectNode().put("title", "Bản đã sửa").put("text", text);
        body.putArray("authors").add("Trần Mẫu");
        return given.editor()
                .header("If-Match", "*")
                .body(body.toString())
                .put("/v1/articles/{id}", article)
                .then();
    }

    private List<Map<String, Object>> evidence(String meeting) {
        return given.editor()
                .get("/v1/meetings/{id}", meeting)
                .then()
                .statusCode(200)
                .extract()
                .path("evidence");
    }

    @Test
    void movesEvidenceWithTheWordsOfANewText() {
        var report = articles.town().report();
        var entered = articles.post(report);
        String meeting = entered.extract().path("meeting");
        var before = evidence(meeting);
        replace(entered.extract().path("article"), "🌿 Đính chính.\n" + report)
                .statusCode(200)
                .body("title", equalTo("Bản đã sửa"))
                .body("authors", contains("Trần Mẫu"))
                .body("warnings", empty());
        var after = evidence(meeting);
        assertThat(after).hasSameSizeAs(before);
        var shift = "🌿 Đính chính.\n".codePointCount(0, "🌿 Đính chính.\n".length());
        for (int i = 0; i < before.size(); i++) {
            assertThat(after.get(i).get("start")).isEqualTo((int) before.get(i).get("start") + shift);
            assertThat(after.get(i).get("quote")).isEqualTo(before.get(i).get("quote"));
        }
    }

    @Test
    void removesAndTellsEvidenceThatTheNewTextDoesNotHoldOnce() {
        var report = articles.town().report();
        var entered = articles.post(report);
        String article = entered.extract().path("article");
        String meeting = entered.extract().path("meeting");
        var before = evidence(meeting);
        var corrected = report.replace("4.120 tỷ đồng", "4.210 tỷ đồng");
        replace(article, corrected)
                .statusCode(200)
                .body("warnings.pointer", hasItem("/observations/0"))
                .body("warnings.code", not(hasItem(not(equalTo("evidence_lost")))))
                .body("warnings[0].meeting", equalTo(meeting))
                .body("evidence.pointer", not(hasItem("/observations/0")));
        var after = evidence(meeting);
        assertThat(after)
                .hasSizeLessThan(before.size())
                .noneMatch(e -> e.get("quote").toString().contains("4.120"));
        // Those that did not move are the very same.
        assertThat(before).containsAll(after);
        replace(article, corrected).body("warnings", empty()).body("evidence.size()", equalTo(after.size()));
    }

    @Test
    void takesBackWhatItAnswered() {
        String article = articles.post(articles.town().report()).extract().path("article");
        var answer = given.editor().get("/v1/articles/{id}", article);
        given.editor()
                .header("If-Match", answer.header("ETag"))
                .body(answer.asString())
                .put("/v1/articles/{id}", article)
                .then()
                .statusCode(200)
                .body("version", equalTo(answer.<Integer>path("version")));
        given.editor()
                .body(answer.asString())
                .put("/v1/articles/{id}", article)
                .then()
                .statusCode(428);
        given.editor()
                .header("If-Match", "\"99\"")
                .body(answer.asString())
                .put("/v1/articles/{id}", article)
                .then()
                .statusCode(412);
    }

    @Test
    void deletesOnlyWhatNoMeetingCites() {
        var entered = articles.post(articles.town().report());
        String article = entered.extract().path("article");
        given.patch()
                .delete("/v1/articles/{id}", article)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:bienban:problem:still-referred-to"));
        given.patch()
                .delete("/v1/meetings/{id}", entered.extract().<String>path("meeting"))
                .then()
                .statusCode(204);
        given.patch().delete("/v1/articles/{id}", article).then().statusCode(204);
        given.editor().get("/v1/articles/{id}", article).then().statusCode(410);
        // It never was public.
        when().get("/v1/articles/{id}", article).then().statusCode(404);
    }

    @Test
    void listsWithoutTextsUnlessAskedAndDraftsForEditorsOnly() {
        var town = articles.town();
        var url = "https://example.org/list/" + town.code();
        String article = articles.post(
                        town.report(), "url", url, "publishedAt", "2024-07-16", "title", "Tin Thử " + town.name())
                .extract()
                .path("article");
        when().get("/v1/articles?url={url}", url).then().statusCode(200).body("items", empty());
        when().get("/v1/articles?status=draft").then().statusCode(401);
        given.editor()
                .get(
                        "/v1/articles?title={title}&publishedFrom=2024-07-16&publishedTo=2024-07",
                        "tin thu " + town.name())
                .then()
                .body("items.id", contains(article))
                .body("items[0]", not(hasKey("text")))
                .body("items[0]", not(hasKey("evidence")));
        given.editor()
                .get("/v1/articles?url={url}&publishedFrom=2024-08", url)
                .then()
                .body("items", empty());
        var statements = given.statementsOf(() -> given.editor()
                .get("/v1/articles?url={url}&include=text,evidence,meetings", url)
                .then()
                .body("items[0].text", equalTo(town.report()))
                .body("items[0].evidence.quote", hasItem(org.hamcrest.Matchers.containsString("4.120"))));
        assertThat(statements).isEqualTo(1);
    }

    @Test
    void answersOneArticleWithOneStatement() {
        String article = articles.post(articles.town().report()).extract().path("article");
        assertThat(given.statementsOf(() ->
                        given.editor().get("/v1/articles/{id}", article).then().statusCode(200)))
                .isEqualTo(1);
    }

    @Test
    void givesThePassagesOfAFieldReadyToHighlight() {
        var report = articles.town().report();
        String meeting = articles.post(report).extract().path("meeting");
        var statements = given.statementsOf(() -> {
            var passages = given.editor()
                    .get("/v1/meetings/{id}/evidence?pointer=/observations/0/value", meeting)
                    .then()
                    .statusCode(200);
            List<Map<String, Object>> items = passages.extract().path("items");
            assertThat(items).isNotEmpty().allSatisfy(p -> {
                assertThat(p.get("pointer")).isEqualTo("/observations/0");
                assertThat(p.get("quote").toString()).contains(FIGURE);
                var before = p.get("before").toString();
                var piece = before + p.get("quote") + p.get("after");
                assertThat(report).contains(piece);
                assertThat(before.codePointCount(0, before.length())).isLessThanOrEqualTo(AROUND);
                int start = (int) p.get("start") - before.codePointCount(0, before.length());
                assertThat(report.codePoints().skip(start).limit(5).toArray())
                        .isEqualTo(piece.codePoints().limit(5).toArray());
                assertThat(report).containsPattern("(^|\\s)" + java.util.regex.Pattern.quote(piece) + "($|\\s|$)");
            });
        });
        assertThat(statements).isEqualTo(1);
        var all =
                given.editor().get("/v1/meetings/{id}/evidence", meeting).then().extract();
        assertThat(all.<List<Object>>path("items")).hasSameSizeAs(evidence(meeting));
        given.editor()
                .get("/v1/meetings/{id}/evidence?pointer=/observations", meeting)
                .then()
                .body("items.pointer", hasItem("/observations/0"))
                .body("items.pointer", hasItem("/observations/1"))
                .body("items.pointer", not(hasItem("/title")));
        given.editor()
                .get("/v1/meetings/{id}/evidence?pointer=/observations/99", meeting)
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void refusesEvidenceOfNothing() {
        when().get("/v1/meetings/{id}/evidence", "01900f5e-2a00-7c3e-9d6a-00000000dead")
                .then()
                .statusCode(404);
        var meeting = given.meeting(given.place(), "2024-01-02");
        when().get("/v1/meetings/{id}/evidence?pointer=title", meeting)
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("pointer"));
        when().get("/v1/meetings/{id}/evidence", meeting).then().statusCode(200).body("items", empty());
        given.patch().delete("/v1/meetings/{id}", meeting).then().statusCode(204);
        when().get("/v1/meetings/{id}/evidence", meeting).then().statusCode(410);
    }
}
