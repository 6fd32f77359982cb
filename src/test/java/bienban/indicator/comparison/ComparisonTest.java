package bienban.indicator.comparison;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import bienban.Given;
import bienban.indicator.GivenFigures;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ComparisonTest {
    private static final String VND = "\"unit\": \"VND\"";

    @Inject
    Given given;

    @Inject
    GivenFigures figures;

    private static ValidatableResponse compare(String indicator, String query) {
        return when().get("/v1/indicators/" + indicator + "/comparison?" + query)
                .then();
    }

    @Test
    void ranksPlacesWithTiesAndListsTheMissing() {
        var indicator = given.indicator("VND", "sum", null);
        String[] place = {given.place(), given.place(), given.place(), given.place(), given.place()};
        figures.stated(place[0], "2022-07-01", indicator, "2022-01/2022-06", "5", VND);
        figures.stated(
                place[1],
                "2022-07-02",
                indicator,
                "2022-01/2022-06",
                "7",
                VND,
                "\"planShare\": 51.7, \"yearOnYear\": 15.9, \"estimated\": true");
        figures.figure(place[2], indicator, "2022-01-01/2022-06-30", "7000", VND, "\"unitMultiplier\": -3");
        figures.figure(place[3], indicator, "2022-01/2022-09", "70", VND);
        figures.figure(place[4], indicator, "2022-01/2022-06", "1", VND);
        var query = "period=2022-01/2022-06&places=%s,%s&places=%s&places=%s,%s"
                .formatted(place[0], place[3], place[2], place[1], place[4]);
        assertThat(given.statementsOf(() -> compare(indicator, query)
                        .statusCode(200)
                        .body("period", equalTo("2022-01/2022-06"))
                        .body("rows.place.code", contains(place[2], place[1], place[0], place[4], place[3]))
                        .body("rows.rank", contains(1, 1, 3, 4, null))
                        .body("rows.missing", contains(false, false, false, false, true))
                        .body("rows[0].value", equalTo(7000))
                        .body("rows[0].normalizedValue", equalTo(7))
                        .body("rows[1].planShare", equalTo(51.7f))
                        .body("rows[1].yearOnYear", equalTo(15.9f))
                        .body("rows[1].estimated", equalTo(true))
                        .body("rows[1].meeting.heldOn", equalTo("2022-07-02"))
                        .body("rows[4].value", nullValue())
                        .body("total.aggregation", equalTo("sum"))
                        .body("total.value", equalTo(20))
                        .body("total.places", equalTo(4))
                        .body("total.complete", equalTo(false))
                        .body("total.includesEstimates", equalTo(true))
                        .body("total.includesInexact", equalTo(false))))
                .isEqualTo(1);
        given.sql("update indicator set direction = 'down' where code = '" + indicator + "'");
        compare(indicator, query).body("rows.rank", contains(1, 2, 3, 3, null));
        given.sql("update indicator set direction = 'none' where code = '" + indicator + "'");
        compare(indicator, query)
                .body("rows.place.code", contains(place[0], place[2], place[1], place[4], place[3]))
                .body("rows.rank", contains(null, null, null, null, null));
    }

    @Test
    void comparesTheUnitsBelowAPlaceWithOneStatementHoweverMany() {
        var province = given.place();
        var indicator = given.indicator("VND", "sum", null);
        compare(indicator, "within=" + province)
                .statusCode(200)
                .body("rows", empty())
                .body("total", nullValue());
        var town = given.placeIn(province);
        var commune = given.placeIn(town);
        given.sql("update place set level = 'commune' where code = '" + commune + "'");
        figures.figure(town, indicator, "2022", "3", VND);
        figures.figure(commune, indicator, "2022", "2", VND);
        var query = "period=2022&within=" + province;
        var path = "/v1/indicators/" + indicator + "/comparison?" + query;
        assertThat(given.statementsOf(() -> when().get(path).then().body("rows.place.code", contains(town))))
                .isEqualTo(1);
        for (int i = 0; i < 10; i++) {
            given.placeIn(province);
        }
        assertThat(given.statementsOf(() ->
                        when().get(path).then().body("rows.size()", equalTo(11)).body("total.value", equalTo(3))))
                .isEqualTo(1);
        compare(indicator, query + "&level=commune")
                .body("rows.place.code", contains(commune))
                .body("total.complete", equalTo(true));
    }

    @Test
    void leavesOutUnitsThatDidNotExistThenUnlessTheyHaveAFigure() {
        var province = given.place();
        var indicator = given.indicator("VND", "sum", null);
        var ended = given.placeIn(province);
        var begun = given.placeIn(province);
        given.sql("update place set valid_to = '2025-07-01' where code = '" + ended + "'");
        given.sql("update place set valid_from = '2025-07-01' where code = '" + begun + "'");
        compare(indicator, "period=2024&within=" + province).body("rows.place.code", contains(ended));
        compare(indicator, "period=2026&within=" + province).body("rows.place.code", contains(begun));
        compare(indicator, "period=2025&within=" + province).body("rows.place.code", containsInAnyOrder(ended, begun));
        compare(indicator, "within=" + province).body("rows.place.code", contains(begun));
        figures.figure(ended, indicator, "2023", "3", VND);
        compare(indicator, "within=" + province).body("rows.place.code", containsInAnyOrder(ended, begun));
    }

    @Test
    void convertsUnitsAndSaysWhatCannotBeCompared() {
        var indicator = given.indicator("tonne/ha", "average", null);
        String[] place = {given.place(), given.place(), given.place(), given.place()};
        figures.figure(place[0], indicator, "2022", "65.5", "\"unit\": \"quintal/ha\", \"comparator\": \"over\"");
        figures.figure(place[1], indicator, "2022", "6", "\"unit\": \"tonne/ha\"");
        figures.figure(place[2], indicator, "2022", "100", "\"unit\": \"USD\"");
        figures.figure(place[3], indicator, "2022", "null", "\"planShare\": 99");
        compare(indicator, "period=2022&places=" + String.join(",", place))
                .statusCode(200)
                .body("rows.place.code", contains(place))
                .body("rows.rank", contains(1, 2, null, null))
                .body("rows[0].value", equalTo(65.5f))
                .body("rows[0].unit", equalTo("quintal/ha"))
                .body("rows[0].normalizedValue", equalTo(6.55f))
                .body("rows[2].incomparable", equalTo(true))
                .body("rows[2].normalizedValue", nullValue())
                .body("rows[3].missing", equalTo(false))
                .body("rows[3].planShare", equalTo(99))
                .body("rows[3].incomparable", nullValue())
                .body("total.aggregation", equalTo("average"))
                .body("total.value", equalTo(6.275f))
                .body("total.unit", equalTo("tonne/ha"))
                .body("total.places", equalTo(2))
                .body("total.complete", equalTo(false))
                .body("total.includesInexact", equalTo(true));
    }

    @Test
    void takesTheLatestStatedOfAllThatWereStatedAndNoDraft() {
        var place = given.place();
        var indicator = given.indicator("VND", "sum", null);
        figures.stated(place, "2022-08-01", indicator, "2022", "2", VND);
        figures.stated(place, "2022-07-13", indicator, "2022", "1", VND);
        figures.figure(place, indicator, "2022", "4", VND);
        figures.figure(place, indicator, "2022", "5", VND, "\"kind\": \"plan\"");
        figures.figure(place, indicator, "2023", "6", VND, "\"status\": \"draft\"");
        compare(indicator, "period=2022&places=" + place)
                .body("rows.value", contains(2))
                .body("rows[0].flags", contains("contradicted"));
        compare(indicator, "places=" + place).body("rows.value", contains(2));
        compare(indicator, "places=" + place + "&kind=plan").body("rows.value", contains(5));
    }

    @Test
    void withoutAPeriodShowsEachPlacesLatestAndMixesNoPeriods() {
        var first = given.place();
        var second = given.place();
        var indicator = given.indicator("VND", "sum", null);
        figures.figure(first, indicator, "2021", "1", VND);
        figures.figure(first, indicator, "2022-12", "2", VND);
        figures.figure(first, indicator, "2022", "3", VND);
        figures.figure(first, indicator, "2023", "null", VND, "\"planShare\": 10");
        figures.figure(second, indicator, "2021", "4", VND);
        compare(indicator, "places=" + first + "," + second)
                .body("rows.value", contains(3, 4))
                .body("rows.period", contains("2022", "2021"))
                .body("rows.rank", contains(null, null))
                .body("total", nullValue());
        figures.figure(second, indicator, "2022", "5", VND);
        compare(indicator, "places=" + first + "," + second)
                .body("rows.value", contains(5, 3))
                .body("rows.rank", contains(1, 2))
                .body("total.value", equalTo(8))
                .body("total.complete", equalTo(true));
    }

    @Test
    void givesNoTotalWhereItWouldMeanNothing() {
        var province = given.place();
        var town = given.placeIn(province);
        var sum = given.indicator("VND", "sum", null);
        var growth = given.indicator("percent", "none", null);
        for (var place : new String[] {province, town}) {
            figures.figure(place, sum, "2022", "1", VND);
            figures.figure(place, growth, "2022", "1", "\"unit\": \"percent\"");
        }
        compare(sum, "period=2022&places=" + province + "," + town)
                .body("rows.rank", contains(1, 1))
                .body("total", nullValue());
        compare(growth, "period=2022&places=" + town + "," + given.place())
                .body("rows.rank", contains(1, null))
                .body("total", nullValue());
        compare(sum, "period=2019&places=" + town)
                .body("rows.missing", contains(true))
                .body("total", nullValue());
    }

    @Test
    void refusesBothNeitherAndUnknownPlaces() {
        var place = given.place();
        var indicator = given.indicator("VND", "sum", null);
        compare(indicator, "places=" + place + "&within=" + place)
                .statusCode(400)
                .body("errors.code", contains("together"));
        compare(indicator, "period=2022").statusCode(400).body("errors.code", contains("together"));
        compare(indicator, "places=,").statusCode(400).body("errors.code", contains("together"));
        compare(indicator, "level=commune&places=" + place).statusCode(400).body("errors.parameter", contains("level"));
        compare(indicator, "places=nowhere," + place + ",never")
                .statusCode(400)
                .body("errors.parameter", contains("places", "places"))
                .body("errors.code", contains("unknown_reference", "unknown_reference"));
        compare(indicator, "within=nowhere").statusCode(400).body("errors.parameter", contains("within"));
        compare(indicator, "within=" + place + "&period=2022-2")
                .statusCode(400)
                .body("errors.parameter", contains("period"));
        compare("nothing", "places=" + place).statusCode(404);
        var many = new StringBuilder();
        for (int i = 0; i < 501; i++) {
            many.append('p').append(i).append(',');
        }
        compare(indicator, "places=" + many).statusCode(400).body("errors.code", contains("too_many"));
    }
}
