package bienban.indicator;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import bienban.Given;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IndicatorResourceTest {
    @Inject
    Given given;

    @Inject
    GivenFigures figures;

    private static String unique() {
        return "t" + UUID.randomUUID().toString().replace("-", "");
    }

    private static String body(String code, String label, String more) {
        return """
                {"code": "%s", "labels": {"vi": "%s", "en": "Yield of %s"}, "unit": "tonne/ha", "topic": "agriculture", "aggregation": "average"%s}""".formatted(code, label, label, more);
    }

    @Test
    void makesReadsChangesAndDeletesOne() {
        var code = unique();
        given.post("/v1/indicators", body(code, "Năng suất lúa", ", \"direction\": \"up\""))
                .header("Location", containsString("/v1/indicators/" + code))
                .body("id", equalTo(code))
                .body("version", equalTo(1))
                .body("labels.vi", equalTo("Năng suất lúa"))
                .body("direction", equalTo("up"));
        given.patch()
                .body("{\"labels\": {\"en\": \"Rice yield\"}, \"direction\": null}")
                .patch("/v1/indicators/{code}", code)
                .then()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("labels.vi", equalTo("Năng suất lúa"))
                .body("labels.en", equalTo("Rice yield"))
                .body("direction", equalTo("none"));
        given.editor()
                .header("If-Match", "\"1\"")
                .body(body(code, "Khác", ""))
                .put("/v1/indicators/{code}", code)
                .then()
                .statusCode(412);
        given.editor()
                .header("If-Match", "\"2\"")
                .body(body(code, "Năng suất", ""))
                .put("/v1/indicators/{code}", code)
                .then()
                .statusCode(200)
                .body("labels.vi", equalTo("Năng suất"));
        given.editor()
                .header("If-Match", "*")
                .delete("/v1/indicators/{code}", code)
                .then()
                .statusCode(204);
        when().get("/v1/indicators/{code}", code).then().statusCode(410);
        given.post("/v1/indicators", body(code, "Lại có", "")).body("version", equalTo(5));
    }

    @Test
    void findsByPartOfALabelOrCodeWithoutDiacritics() {
        var code = unique();
        var word = code.substring(1, 12);
        given.post("/v1/indicators", body(code, "Đất " + word, ""));
        for (var q : new String[] {"DAT " + word, "yield of đất " + word, code.substring(3)}) {
            RestAssured.given()
                    .queryParam("q", q)
                    .get("/v1/indicators")
                    .then()
                    .statusCode(200)
                    .body("items.code", contains(code));
        }
        RestAssured.given().queryParam("q", "%").get("/v1/indicators").then().body("items", empty());
    }

    @Test
    void filtersByParentUnitAndTopicAndPagesInVietnameseOrder() {
        var parent = unique();
        given.post("/v1/indicators", body(parent, "Cả", ""));
        for (var label : new String[] {"Đậu", "Dâu", "Ẩm", "Ăn", "Anh"}) {
            given.post("/v1/indicators", body(unique(), label, ", \"parent\": \"" + parent + "\""));
        }
        var seen = new ArrayList<String>();
        var next = "/v1/indicators?parent=" + parent + "&unit=tonne/ha&topic=agriculture&sort=labelVi&limit=2";
        while (next != null) {
            var page = RestAssured.given()
                    .urlEncodingEnabled(false)
                    .get(next)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.labels.vi"));
            next = page.get("next");
        }
        assertThat(seen).containsExactly("Anh", "Ăn", "Ẩm", "Dâu", "Đậu");
        when().get("/v1/indicators?parent={parent}&unit=VND", parent)
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void refusesCirclesUnknownParentsAndOtherCodes() {
        var whole = unique();
        var part = unique();
        given.post("/v1/indicators", body(whole, "Tổng", ""));
        given.post("/v1/indicators", body(part, "Phần", ", \"parent\": \"" + whole + "\""));
        given.patch()
                .body("{\"parent\": \"" + part + "\"}")
                .patch("/v1/indicators/{code}", whole)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/parent"))
                .body("errors.code", contains("indicator_in_circle"));
        given.editor()
                .body(body(unique(), "Phần", ", \"parent\": \"nowhere\""))
                .post("/v1/indicators")
                .then()
                .statusCode(400)
                .body("errors.code", contains("unknown_reference"));
        given.patch()
                .body("{\"code\": \"other\"}")
                .patch("/v1/indicators/{code}", whole)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/code"))
                .body("errors.code", contains("other_id"));
    }

    @Test
    void keepsACircleOutOfTheDatabaseToo() {
        var whole = given.indicator("VND", "sum", null);
        var part = given.indicator("VND", "sum", whole);
        org.assertj.core.api.Assertions.assertThatThrownBy(() ->
                        given.sql("update indicator set parent_code = '" + part + "' where code = '" + whole + "'"))
                .hasStackTraceContaining("would be part of itself");
    }

    @Test
    void refusesWhatIsThereWhatIsUsedAndWhatIsMalformed() {
        var code = unique();
        given.post("/v1/indicators", body(code, "Tổng", ""));
        given.editor()
                .body(body(code, "Tổng", ""))
                .post("/v1/indicators")
                .then()
                .statusCode(409);
        figures.figure(given.place(), code, "2022", "1");
        given.editor()
                .header("If-Match", "*")
                .delete("/v1/indicators/{code}", code)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:bienban:problem:still-referred-to"));
        given.editor()
                .body(
                        "{\"code\": \"Viết Hoa\", \"labels\": {\"vi\": \" \"}, \"unit\": \"VND\", \"topic\": \"nothing\"}")
                .post("/v1/indicators")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/code"))
                .body("errors.pointer", hasItem("/labels/vi"))
                .body("errors.pointer", hasItem("/labels/en"))
                .body("errors.pointer", hasItem("/topic"))
                .body("errors.pointer", hasItem("/aggregation"));
    }

    @Test
    void refusesWritersWithoutAKeyAndUnknownParameters() {
        RestAssured.given()
                .contentType(ContentType.JSON)
                .body(body(unique(), "Tổng", ""))
                .post("/v1/indicators")
                .then()
                .statusCode(401);
        when().get("/v1/indicators?colour=red&sort=unit&limit=201")
                .then()
                .statusCode(400)
                .body("errors.parameter", hasItem("colour"))
                .body("errors.parameter", hasItem("limit"));
        when().get("/v1/indicators/{code}", unique()).then().statusCode(404);
    }

    @Test
    void readsOneAndAPageWithOneStatementEach() {
        var code = given.indicator("VND", "sum", null);
        for (int i = 0; i < 3; i++) {
            given.indicator("VND", "sum", code);
        }
        assertThat(given.statementsOf(
                        () -> when().get("/v1/indicators/{code}", code).then().statusCode(200)))
                .isEqualTo(1);
        assertThat(given.statementsOf(() -> when().get("/v1/indicators?parent={code}", code)
                        .then()
                        .body("items.size()", equalTo(3))
                        .body("next", nullValue())))
                .isEqualTo(1);
    }
}
