package bienban.extraction.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import bienban.Given;
import bienban.shared.StrictJson;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExtractionResourceTest {
    private static final String REPORT = new GivenArticles.Town("X", "Thị xã Lạc An").report();

    @Inject
    Given data;

    private static ValidatableResponse extract(String body) {
        return given().contentType(ContentType.JSON)
                .header("Accept-Language", "en")
                .body(body)
                .post("/v1/extractions")
                .then();
    }

    @Test
    void givesAnyoneADraftInTheShapeOfAMeeting() {
        extract(GivenArticles.body(REPORT))
                .statusCode(200)
                .body("draft.kind", equalTo("committee_conference"))
                .body("draft.heldOn", equalTo("2024-07-15"))
                .body("draft.ordinal", equalTo(12))
                .body("draft.extended", equalTo(true))
                .body("draft.place.name", equalTo("Thị xã Lạc An"))
                .body("draft.place.code", nullValue())
                .body("draft.participations.speaker.name", contains("Đặng Quốc Trung", "Lương Thị Hiền"))
                .body("draft.observations[0].normalizedValue", equalTo(4120000000000L))
                .body("draft.directives[0].issuer.name", equalTo("Đặng Quốc Trung"))
                .body("draft.documents.number", contains("12-CT/TU"))
                .body("draft.documents[0].issuedOn", equalTo("2024-03-05"))
                .body("evidence[0].rules", nullValue())
                .body("draft.proposals", equalTo(List.of()));
    }

    @Test
    void storesNothingAndAsksTheDatabaseNothing() {
        assertThat(data.statementsOf(() -> extract(GivenArticles.body(REPORT)).statusCode(200)))
                .isZero();
    }

    @Test
    void leavesOutWhatIsNotStated() {
        var answer = extract(GivenArticles.body(REPORT)).extract().asString();
        assertThat(answer).doesNotContain("null").doesNotContain("\"id\"");
    }

    @Test
    void namesTheRulesWhenAsked() {
        given().contentType(ContentType.JSON)
                .body(GivenArticles.body(REPORT))
                .post("/v1/extractions?explain=true")
                .then()
                .statusCode(200)
                .body("evidence.rules", not(hasItem(nullValue())))
                .body("evidence[0].rules[0]", notNullValue());
    }

    @Test
    void quotesExactlyByCodePointsWhateverTheUnicodeForm() {
        var composed = extract(GivenArticles.body(REPORT));
        var decomposed = extract(GivenArticles.body(Normalizer.normalize(REPORT, Normalizer.Form.NFD)));
        assertThat(decomposed.extract().asString()).isEqualTo(composed.extract().asString());
        var points = REPORT.codePoints().toArray();
        List<Map<String, Object>> evidence = composed.extract().path("evidence");
        assertThat(evidence).hasSizeGreaterThan(8).allSatisfy(span -> {
            int start = (int) span.get("start");
            int end = (int) span.get("end");
            assertThat(new String(points, start, end - start)).isEqualTo(span.get("quote"));
        });
        assertThat(evidence).anyMatch(span -> (int) span.get("start") > REPORT.codePointCount(0, REPORT.indexOf("😀")));
    }

    @Test
    void readsAPageWithoutWhatStandsAroundTheReport() {
        var page =
                "<html><head><title>Trang chủ</title></head><body><nav><a href='/'>Trang chủ</a></nav><div class='content'><h1>Hội nghị lần thứ 12</h1><p>"
                        + REPORT.replace("\n", "</p><p>") + "</p></div><footer>Bản quyền</footer></body></html>";
        extract(StrictJson.READER.createObjectNode().put("html", page).toString())
                .statusCode(200)
                .body("draft.heldOn", equalTo("2024-07-15"))
                .body("draft.participations.speaker.name", contains("Đặng Quốc Trung", "Lương Thị Hiền"));
    }

    @Test
    void readsNoMeetingFromATextThatReportsNone() {
        extract(
                        GivenArticles.body(
                                "Chợ phiên cuối tuần\n\nSáng thứ bảy, chợ bán rau, quả và hàng thủ công. Du khách nên đến sớm."))
                .statusCode(200)
                .body("draft.kind", equalTo("other"))
                .body("draft.observations", equalTo(List.of()))
                .body("warnings.code", hasItem("not_a_meeting"));
    }

    @Test
    void tellsWarningsInTheLanguageAskedFor() {
        var text = "Chợ phiên cuối tuần\n\nSáng thứ bảy, chợ bán rau, quả và hàng thủ công.";
        given().contentType(ContentType.JSON)
                .body(GivenArticles.body(text))
                .post("/v1/extractions")
                .then()
                .body("warnings.detail", hasItem(containsString("không tường thuật")));
        extract(GivenArticles.body(text)).body("warnings.detail", hasItem(containsString("no meeting")));
    }

    @Test
    void wantsExactlyOneOfTextAndPage() {
        for (var body : List.of("{}", "{\"text\": \"a\", \"html\": \"b\"}", "{\"text\": \"  \"}")) {
            extract(body).statusCode(400).body("errors.code", contains("text_or_html"));
        }
        extract("{\"text\": \"a\", \"words\": 1}").statusCode(400).body("errors[0].code", equalTo("unknown_property"));
        extract("{\"text\": \"a\", \"publishedAt\": \"hôm qua\"}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/publishedAt"));
    }

    @Test
    void takesAMegabyteOfTextAndNoMore() {
        var sentence = "Ngày mai trời có mưa rào ở nhiều nơi. ";
        var bytes = sentence.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        var most = sentence.repeat(ArticleBody.LARGEST / bytes);
        extract(GivenArticles.body(most)).statusCode(200);
        extract(GivenArticles.body(most + sentence))
                .statusCode(413)
                .body("type", equalTo("urn:bienban:problem:too-large"));
    }
}
