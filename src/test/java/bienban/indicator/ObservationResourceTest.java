package bienban.indicator;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
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
import org.junit.jupiter.api.Test;

@QuarkusTest
class ObservationResourceTest {
    @Inject
    Given given;

    @Inject
    GivenFigures figures;

    @Test
    void makesReadsChangesAndDeletesOneOfAnotherSource() {
        var place = given.place();
        var indicator = given.indicator("VND", "sum", null);
        var id = figures.figure(
                place,
                indicator,
                "2022-01/2022-06",
                "31167",
                "\"unit\": \"VND\", \"unitMultiplier\": 9, \"unitLabel\": \"tỷ đồng\", \"source\": {\"title\": \"Niên giám\"}");
        when().get("/v1/observations/{id}", id)
                .then()
                .statusCode(200)
                .body("status", equalTo("published"))
                .body("place.code", equalTo(place))
                .body("normalizedValue", equalTo(31167000000000L))
                .body("comparator", equalTo("exact"))
                .body("estimated", equalTo(false))
                .body("source.title", equalTo("Niên giám"))
                .body("meeting", nullValue());
        figures.change(id, "{\"value\": 31168, \"source\": null, \"estimated\": true}")
                .statusCode(200)
                .body("version", equalTo(2))
                .body("value", equalTo(31168))
                .body("source", nullValue());
        given.editor()
                .header("If-Match", "\"2\"")
                .body(GivenFigures.body(place, indicator, "2022", "5"))
                .put("/v1/observations/{id}", id)
                .then()
                .statusCode(200)
                .body("unit", nullValue())
                .body("estimated", equalTo(false));
        figures.change(id, "{\"status\": \"retracted\", \"retraction\": {\"reason\": \"a\"}}")
                .statusCode(200);
        when().get("/v1/observations/{id}", id).then().statusCode(410);
        given.editor()
                .header("If-Match", "*")
                .delete("/v1/observations/{id}", id)
                .then()
                .statusCode(204);
        given.editor().get("/v1/observations/{id}", id).then().statusCode(410);
    }

    @Test
    void correctsAFigureOfAMeetingAndTheMeetingWithIt() {
        var indicator = given.indicator("VND", "sum", null);
        var id = figures.stated(given.place(), "2022-07-13", indicator, "2022-01/2022-06", "31167");
        var meeting = figures.json("/v1/observations/" + id).getString("meeting.id");
        figures.change(id, "{\"value\": 31176, \"raw\": \"31.176\"}")
                .statusCode(200)
                .body("meeting.id", equalTo(meeting))
                .body("meeting.heldOn", equalTo("2022-07-13"))
                .body("value", equalTo(31176));
        when().get("/v1/meetings/{id}", meeting)
                .then()
                .body("version", equalTo(2))
                .body("observations.id", contains(id))
                .body("observations.value", contains(31176));
        figures.change(id, "{\"status\": \"draft\"}")
                .statusCode(400)
                .body("errors.pointer", contains("/status"))
                .body("errors.code", contains("status_of_meeting"));
        given.editor()
                .header("If-Match", "*")
                .delete("/v1/observations/{id}", id)
                .then()
                .statusCode(409)
                .body("detail", containsString(meeting));
        given.patch()
                .body("{\"observations\": []}")
                .patch("/v1/meetings/{id}", meeting)
                .then()
                .statusCode(200);
        when().get("/v1/observations/{id}", id).then().statusCode(410);
    }

    @Test
    void listsTheLatestPeriodFirst() {
        var place = given.place();
        var indicator = given.indicator("count", "sum", null);
        figures.figure(place, indicator, "2021", "1");
        figures.figure(place, indicator, "2022-03", "2");
        figures.figure(place, indicator, "2022-01/2022-02-15", "3");
        figures.figure(given.place(), indicator, "2022", "4");
        when().get("/v1/observations?place={place}", place)
                .then()
                .statusCode(200)
                .body("items.value", contains(2, 3, 1));
        when().get("/v1/observations?place={place}&sort=updatedAt&count=true", place)
                .then()
                .body("items.value", contains(1, 2, 3))
                .body("total", equalTo(3));
        when().get("/v1/observations?place={place}", given.place()).then().body("items", empty());
    }

    @Test
    void filtersByAllThatItOffers() {
        var province = given.place();
        var town = given.placeIn(province);
        var whole = given.indicator("VND", "sum", null);
        var part = given.indicator("VND", "sum", whole);
        figures.figure(province, whole, "2021", "1", "\"kind\": \"plan\"");
        figures.figure(town, part, "2022-06", "2", "\"estimated\": true");
        var stated = figures.stated(town, "2022-08-01", whole, "2022-07", "3");
        var meeting = figures.json("/v1/observations/" + stated).getString("meeting.id");
        expect("place=" + province, 1);
        expect("within=subtree&place=" + province, 3, 2, 1);
        expect("indicator=" + whole, 3, 1);
        expect("indicator=" + whole + "&indicator=" + part, 3, 2, 1);
        expect("indicatorSubtree=true&indicator=" + whole, 3, 2, 1);
        expect("indicatorSubtree=true&indicator=" + whole + "&kind=plan", 1);
        expect("indicatorSubtree=true&indicator=" + whole + "&estimated=true", 2);
        expect("place=" + town + "&period=2022-06/2022-07-01", 3, 2);
        expect("place=" + town + "&period=2022-07-31", 3);
        expect("meeting=" + meeting, 3);
    }

    private static void expect(String query, Integer... values) {
        when().get("/v1/observations?" + query).then().statusCode(200).body("items.value", contains(values));
    }

    @Test
    void showsDraftsToEditorsOnly() {
        var place = given.place();
        var indicator = given.indicator("VND", "sum", null);
        figures.figure(place, indicator, "2021", "1", "\"status\": \"draft\"");
        when().get("/v1/observations?place={place}", place).then().body("items", empty());
        when().get("/v1/observations?place={place}&status=draft", place).then().statusCode(401);
        given.editor()
                .get("/v1/observations?place={place}&status=draft", place)
                .then()
                .body("items.status", contains("draft"));
        given.editor()
                .get("/v1/observations?place={place}&status=published", place)
                .then()
                .body("items", empty());
    }

    @Test
    void embedsTheCatalogueOnDemandWithoutFurtherStatements() {
        var place = given.place();
        for (int i = 0; i < 4; i++) {
            figures.figure(place, given.indicator("ha", "sum", null), "202" + i, "1");
        }
        assertThat(given.statementsOf(() -> when().get("/v1/observations?place={place}&include=indicator", place)
                        .then()
                        .statusCode(200)
                        .body("items.catalogueEntry.unit", contains("ha", "ha", "ha", "ha"))
                        .body("items[0].catalogueEntry.labels.vi", containsString("test_"))))
                .isEqualTo(1);
        assertThat(given.statementsOf(() -> when().get("/v1/observations?place={place}&fields=id,catalogueEntry", place)
                        .then()
                        .body("items[0].keySet()", containsInAnyOrder("id", "catalogueEntry"))))
                .isEqualTo(1);
        assertThat(given.statementsOf(() -> when().get("/v1/observations?place={place}", place)
                        .then()
                        .body("items[0].catalogueEntry", nullValue())))
                .isEqualTo(1);
        when().get("/v1/observations?place={place}&include=place", place)
                .then()
                .statusCode(400)
                .body("errors.parameter", contains("include"));
    }

    @Test
    void readsOneWithOneStatement() {
        var id = figures.stated(given.place(), "2022-07-13", given.indicator("VND", "sum", null), "2022", "1");
        assertThat(given.statementsOf(
                        () -> when().get("/v1/observations/{id}", id).then().statusCode(200)))
                .isEqualTo(1);
    }

    @Test
    void refusesWhatCannotBe() {
        var place = given.place();
        var other = figures.stated(place, "2022-07-13", given.indicator("VND", "sum", null), "2022", "1");
        given.editor()
                .body(
                        "{\"place\": {\"code\": \"nowhere\"}, \"indicator\": \"nothing\", \"label\": \"x\", \"parent\": \""
                                + other + "\", \"rangeTo\": 3}")
                .post("/v1/observations")
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        containsInAnyOrder("/place/code", "/value", "/rangeTo", "/indicator", "/parent"));
        given.editor()
                .body(
                        "{\"label\": \" \", \"value\": \"1\", \"period\": \"2022-13\", \"comparator\": \"circa\", \"color\": 1}")
                .post("/v1/observations")
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        containsInAnyOrder("/place", "/label", "/value", "/period", "/comparator", "/color"));
        RestAssured.given()
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/observations")
                .then()
                .statusCode(401);
        when().get("/v1/observations?period=2022-06/2022-01&sort=value&meeting=x")
                .then()
                .statusCode(400)
                .body("errors.parameter", hasItem("period"))
                .body("errors.parameter", hasItem("meeting"));
        when().get("/v1/observations?sort=value").then().statusCode(400).body("errors.parameter", contains("sort"));
        figures.change(other, "{\"place\": null}").statusCode(400).body("errors.pointer", contains("/place"));
    }

    @Test
    void refusesAPartOfItself() {
        var place = given.place();
        var indicator = given.indicator("VND", "sum", null);
        var whole = figures.figure(place, indicator, "2022", "1");
        var part = figures.figure(place, indicator, "2022", "1", "\"parent\": \"" + whole + "\"");
        figures.change(whole, "{\"parent\": \"" + part + "\"}")
                .statusCode(400)
                .body("errors.code", contains("part_of_itself"));
        figures.change(whole, "{\"parent\": \"" + whole + "\"}")
                .statusCode(400)
                .body("errors.code", contains("part_of_itself"));
        figures.change(part, "{\"parent\": null}").statusCode(200).body("parent", nullValue());
    }

    @Test
    void pagesWithoutLossOrRepetitionWhileOthersWrite() {
        var place = given.place();
        var indicator = given.indicator("count", "sum", null);
        for (int i = 0; i < 9; i++) {
            figures.figure(place, indicator, "2020-0" + (1 + i % 3), String.valueOf(i));
        }
        var seen = new java.util.ArrayList<Integer>();
        var next = "/v1/observations?place=" + place + "&limit=2";
        while (next != null) {
            var page = RestAssured.given()
                    .urlEncodingEnabled(false)
                    .get(next)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.value", Integer.class));
            next = page.get("next");
            figures.figure(place, indicator, "2021", "100");
            figures.figure(place, indicator, "2019", "200");
        }
        assertThat(seen.stream().filter(v -> v < 100)).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(seen).doesNotContain(100);
    }
}
