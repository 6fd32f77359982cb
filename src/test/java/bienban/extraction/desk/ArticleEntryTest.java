package bienban.extraction.desk;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import bienban.Given;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ArticleEntryTest {
    @Inject
    Given given;

    @Inject
    GivenArticles articles;

    @Test
    void makesADraftMeetingWithItsEvidence() {
        var town = articles.town();
        var url = "https://example.org/" + town.code();
        var entered = articles.post(town.report(), "url", url, "publishedAt", "2024-07-16")
                .statusCode(201)
                .body("conflicts", empty());
        String article = entered.extract().path("article");
        String meeting = entered.extract().path("meeting");
        entered.header("Location", org.hamcrest.Matchers.endsWith("/v1/articles/" + article));
        given.editor()
                .get("/v1/meetings/{id}", meeting)
                .then()
                .body("status", equalTo("draft"))
                .body("place.code", equalTo(town.code()))
                .body("heldOn", equalTo("2024-07-15"))
                .body("observations[0].value", equalTo(4120))
                .body("directives.issuer.name", hasItem("Đặng Quốc Trung"))
                .body("sources.article", contains(article))
                .body("sources[0].url", equalTo(url))
                .body("evidence.article", not(hasItem(not(equalTo(article)))));
        given.editor()
                .get("/v1/articles/{id}", article)
                .then()
                .body("status", equalTo("draft"))
                .body("publishedAt", equalTo("2024-07-16"))
                .body("text", equalTo(town.report()))
                .body("meetings.id", contains(meeting))
                .body("evidence.pointer", hasItem("/observations/0"));
    }

    @Test
    void showsDraftsToEditorsOnly() {
        var entered = articles.post(articles.town().report());
        String article = entered.extract().path("article");
        String meeting = entered.extract().path("meeting");
        when().get("/v1/articles/{id}", article).then().statusCode(404);
        when().get("/v1/meetings/{id}", meeting).then().statusCode(404);
        when().get("/v1/meetings/{id}/evidence", meeting).then().statusCode(404);
        given.patch()
                .body("{\"status\": \"published\"}")
                .patch("/v1/meetings/{id}", meeting)
                .then()
                .statusCode(200);
        when().get("/v1/articles/{id}", article)
                .then()
                .statusCode(200)
                .body("meetings.id", contains(meeting))
                .body("evidence.meeting", hasItem(meeting));
    }

    @Test
    void makesNothingNewOfTheSameTextInAnyUnicodeForm() {
        var report = articles.town().report();
        var first = articles.post(report).statusCode(201);
        String article = first.extract().path("article");
        String meeting = first.extract().path("meeting");
        for (var again : List.of(report, Normalizer.normalize(report, Normalizer.Form.NFD))) {
            articles.post(again)
                    .statusCode(200)
                    .body("article", equalTo(article))
                    .body("meeting", equalTo(meeting))
                    .body("warnings.code", not(hasItem("other_text")));
        }
    }

    @Test
    void makesNothingNewOfTheSameAddressAndTellsThatTheTextDiffers() {
        var town = articles.town();
        var url = "https://example.org/tin/" + town.code();
        String article = articles.post(town.report(), "url", url)
                .statusCode(201)
                .extract()
                .path("article");
        articles.post(town.report("Một câu thêm vào sau."), "url", url)
                .statusCode(200)
                .body("article", equalTo(article))
                .body("warnings.code", hasItem("other_text"));
    }

    @Test
    void repeatsItsFirstAnswerForTheSameIdempotencyKey() {
        var body = GivenArticles.body(articles.town().report());
        var key = "article-" + System.nanoTime();
        var first = given.editor().header("Idempotency-Key", key).body(body).post("/v1/articles");
        var second = given.editor().header("Idempotency-Key", key).body(body).post("/v1/articles");
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
    }

    @Test
    void wantsThePlaceStatedWhenItsNameIsNotEnough() {
        var town = articles.town();
        articles.insert(town.code() + "b", town.name(), "district", given.place());
        articles.post(town.report())
                .statusCode(400)
                .body("errors", hasSize(1))
                .body("errors[0].pointer", equalTo("/place"))
                .body("errors[0].code", equalTo("place_needed"));
        articles.post(town.report(), "place", "nowhere")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/place"))
                .body("errors[0].code", equalTo("unknown_reference"));
        articles.post(town.report(), "place", town.code()).statusCode(201);
    }

    @Test
    void keepsAnArticleThatReportsNoMeetingWithoutOne() {
        var name = articles.town().name();
        var entered = articles.post("Chợ phiên cuối tuần ở " + name
                        + "\n\nSáng thứ bảy, chợ bán rau, quả và hàng thủ công. Du khách nên đến sớm.")
                .statusCode(201)
                .body("meeting", nullValue())
                .body("warnings.code", hasItem("not_a_meeting"));
        given.editor()
                .get("/v1/articles/{id}", entered.extract().<String>path("article"))
                .then()
                .statusCode(200)
                .body("meetings", empty());
    }

    @Test
    void keepsFiguresOfUnitsThatItKnowsAndLeavesOutTheOthers() {
        var town = articles.town();
        articles.insert(town.code() + "x", "Xã Tân Thử", "commune", town.code());
        var report = town.report("Xã Tân Thử thu ngân sách đạt 14 tỷ đồng. Xã Bến Lạ thu ngân sách đạt 17 tỷ đồng.");
        var entered = articles.post(report).statusCode(201).body("warnings.code", hasItem("unknown_place"));
        var meeting = given.editor()
                .get("/v1/meetings/{id}", entered.extract().<String>path("meeting"))
                .then()
                .body("observations.value", hasItem(14))
                .body("observations.value", not(hasItem(17)))
                .body("observations.find { it.value == 14 }.place.code", equalTo(town.code() + "x"));
        List<Map<String, Object>> observations = meeting.extract().path("observations");
        List<Map<String, Object>> evidence = meeting.extract().path("evidence");
        for (int i = 0; i < observations.size(); i++) {
            var pointer = "/observations/" + i;
            var raw = observations.get(i).get("raw").toString();
            assertThat(evidence)
                    .filteredOn(e -> e.get("pointer").equals(pointer))
                    .isNotEmpty()
                    .allSatisfy(e -> assertThat(e.get("quote").toString()).contains(raw));
        }
        assertThat(evidence).noneMatch(e -> e.get("pointer").equals("/observations/" + observations.size()));
    }

    @Test
    void keepsEveryDirectiveWhereTheNumberingBeginsAnew() {
        var report = articles.town()
                .report(
                        "Kết luận phần kinh tế, đồng chí Đặng Quốc Trung yêu cầu các phường, xã tập trung thực hiện tốt một số nhiệm vụ sau:",
                        "1. Đẩy nhanh tiến độ thu ngân sách.",
                        "2. Rà soát các hộ kinh doanh.",
                        "Đối với UBND thị xã, đồng chí yêu cầu:",
                        "1. Rà soát các dự án chậm tiến độ.",
                        "2. Tăng cường quản lý đất đai.");
        var entered = articles.post(report).statusCode(201).body("warnings.code", not(hasItem("listed_twice")));
        given.editor()
                .get("/v1/meetings/{id}", entered.extract().<String>path("meeting"))
                .then()
                .body("directives.ordinal", contains(1, 2, 3, 4, 5, 6))
                .body("directives[3].text", equalTo("Tăng cường quản lý đất đai."));
    }

    @Test
    void listsWhatAPublishedMeetingStatesDifferently() {
        var town = articles.town();
        var other = given.meeting(
                town.code(),
                "2024-07-20",
                "\"observations\": [{\"indicator\": \"production_value\", \"label\": \"Tổng giá trị sản xuất\", \"value\": 4200, \"unit\": \"VND\", \"unitMultiplier\": 9, \"period\": \"2024-01/2024-06\"}]");
        articles.post(town.report())
                .statusCode(201)
                .body("conflicts", hasSize(1))
                .body("conflicts[0].pointer", equalTo("/observations/0"))
                .body("conflicts[0].meeting", equalTo(other))
                .body("conflicts[0].title", equalTo("Hội nghị thử nghiệm"))
                .body("conflicts[0].value", equalTo(4120000000000L))
                .body("conflicts[0].otherValue", equalTo(4200000000000L));
        articles.post(town.report()).statusCode(200).body("conflicts", hasSize(1));
    }

    @Test
    void takesAsManyStatementsForALongReportAsForAShortOne() {
        var one = articles.town();
        var two = articles.town();
        articles.post(articles.town().report());
        var more = two.report(
                "Sản lượng lương thực đạt 12.400 tấn, tăng 3% so với cùng kỳ.",
                "Tổng mức bán lẻ hàng hóa đạt 2.150 tỷ đồng, tăng 9,1% so với cùng kỳ.",
                "Có 14 doanh nghiệp thành lập mới.");
        var few = given.statementsOf(() -> articles.post(one.report()).statusCode(201));
        assertThat(given.statementsOf(() -> articles.post(more).statusCode(201)))
                .isEqualTo(few);
    }

    @Test
    void isForEditors() {
        io.restassured.RestAssured.given()
                .contentType("application/json")
                .body(GivenArticles.body("Văn bản"))
                .post("/v1/articles")
                .then()
                .statusCode(401);
    }
}
