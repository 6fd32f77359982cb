package bienban.indicator.comparison;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import bienban.Given;
import bienban.indicator.GivenFigures;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SeriesTest {
    @Inject
    Given given;

    @Inject
    GivenFigures figures;

    @Test
    void ordersTheFiguresOfAPlaceByPeriodWithTheirSource() {
        var place = given.place();
        var indicator = given.indicator("VND", "sum", null);
        figures.stated(
                place,
                "2022-07-13",
                indicator,
                "2022-01/2022-06",
                "31167.5",
                "\"unit\": \"VND\", \"unitMultiplier\": 9, \"estimated\": true, \"planShare\": 51.7, \"yearOnYear\": 15.9");
        figures.stated(place, "2022-02-01", indicator, "2021", "60", "\"comparator\": \"over\"");
        figures.figure(
                place, indicator, "2022", "60283", "\"kind\": \"plan\", \"unit\": \"VND\", \"unitMultiplier\": 9");
        figures.figure(place, indicator, "2020", "50", "\"status\": \"draft\"");
        when().get("/v1/indicators/{code}/series?place={place}", indicator, place)
                .then()
                .statusCode(200)
                .body("indicator.code", equalTo(indicator))
                .body("indicator.unit", equalTo("VND"))
                .body("series.place.code", contains(place))
                .body("series[0].points.period", contains("2021", "2022-01/2022-06"))
                .body("series[0].points[0].comparator", equalTo("over"))
                .body("series[0].points[0].incomparable", equalTo(true))
                .body("series[0].points[0].normalizedValue", nullValue())
                .body("series[0].points[1].value", equalTo(31167.5f))
                .body("series[0].points[1].normalizedValue", equalTo(31167500000000L))
                .body("series[0].points[1].estimated", equalTo(true))
                .body("series[0].points[1].planShare", equalTo(51.7f))
                .body("series[0].points[1].yearOnYear", equalTo(15.9f))
                .body("series[0].points[1].meeting.heldOn", equalTo("2022-07-13"))
                .body("series[0].points[1].flags", empty())
                .body("series[0].points[1].revisions", empty());
        when().get("/v1/indicators/{code}/series?place={place}&kind=plan&kind=actual", indicator, place)
                .then()
                .body("series[0].points.kind", contains("actual", "actual", "plan"));
    }

    @Test
    void takesTheLatestMeetingsFigureAndListsTheOthersAsRevisions() {
        var place = given.place();
        var indicator = given.indicator("VND", "sum", null);
        figures.stated(place, "2022-08-01", indicator, "2022-01/2022-06", "2");
        figures.stated(place, "2022-09-01", indicator, "2022-01-01/2022-06-30", "3");
        figures.stated(place, "2022-07-13", indicator, "2022-01/2022-06", "1");
        figures.stated(
                place, "2022-12-01", indicator, "2022-01/2022-06", "null", "\"planShare\": 50", "\"raw\": \"50%\"");
        when().get("/v1/indicators/{code}/series?place={place}", indicator, place)
                .then()
                .body("series[0].points.value", contains(3))
                .body("series[0].points[0].flags", contains("contradicted"))
                .body(
                        "series[0].points[0].revisions.meeting.heldOn",
                        contains("2022-08-01", "2022-07-13", "2022-12-01"))
                .body("series[0].points[0].revisions[2].planShare", equalTo(50))
                .body("series[0].points[0].revisions[0].revisions", nullValue());
    }

    @Test
    void tellsSeveralPlacesWithOneStatement() {
        var province = given.place();
        var first = given.placeIn(province);
        var second = given.placeIn(province);
        var without = given.placeIn(province);
        var indicator = given.indicator("VND", "sum", null);
        for (int year = 2018; year < 2023; year++) {
            figures.figure(first, indicator, String.valueOf(year), "1");
            figures.figure(second, indicator, String.valueOf(year), "2");
        }
        var path = "/v1/indicators/" + indicator + "/series?place=";
        assertThat(given.statementsOf(() -> when().get(path + first + "&place=" + without + "&from=2019&to=2021-06")
                        .then()
                        .statusCode(200)
                        .body("series.place.code", containsInAnyOrder(first, without))
                        .body("series.find { it.points }.points.period", contains("2019", "2020", "2021"))))
                .isEqualTo(1);
        assertThat(given.statementsOf(() -> when().get(path + province + "&within=subtree")
                        .then()
                        .body("series.place.code", containsInAnyOrder(province, first, second))
                        .body("series.points.size()", equalTo(3))))
                .isEqualTo(1);
    }

    @Test
    void refusesWhatIsUnknownOrTooMuch() {
        var place = given.place();
        var indicator = given.indicator("VND", "sum", null);
        when().get("/v1/indicators/{code}/series?place={place}&place=nowhere", indicator, place)
                .then()
                .statusCode(400)
                .body("errors.parameter", contains("place"))
                .body("errors.code", contains("unknown_reference"));
        when().get("/v1/indicators/{code}/series", indicator)
                .then()
                .statusCode(400)
                .body("errors.code", contains("required"));
        when().get("/v1/indicators/{code}/series?place={place}&from=2022-02-30&until=2022", indicator, place)
                .then()
                .statusCode(400)
                .body("errors.parameter", hasItem("from"))
                .body("errors.parameter", hasItem("until"));
        when().get("/v1/indicators/nothing/series?place={place}", place).then().statusCode(404);
    }

    @Test
    void refusesMoreThanItCanTellAtOnce() {
        var province = given.place();
        var indicator = given.indicator("VND", "sum", null);
        for (int i = 0; i < 25; i++) {
            given.placeIn(province);
        }
        given.sql("insert into observation (id, indicator_code, label, place_code, value, period)"
                + " select gen_random_uuid(), '" + indicator
                + "', 'x', p.code, 1, cast(2000 + n / 12 as text) || '-' || lpad(cast(n % 12 + 1 as text), 2, '0')"
                + " from generate_series(0, 80) n, place p where p.parent_code = '" + province + "'");
        when().get("/v1/indicators/{code}/series?within=subtree&place={place}", indicator, province)
                .then()
                .statusCode(400)
                .body("errors.code", contains("too_many"));
        when().get("/v1/indicators/{code}/series?within=subtree&place={place}&from=2004", indicator, province)
                .then()
                .statusCode(200)
                .body("series.size()", equalTo(26))
                .body("series.points.flatten().size()", equalTo(25 * (81 - 48)));
    }
}
