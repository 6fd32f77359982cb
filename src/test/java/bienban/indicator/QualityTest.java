package bienban.indicator;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import bienban.Given;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

@QuarkusTest
class QualityTest {
    @Inject
    Given given;

    @Inject
    GivenFigures figures;

    private String meetingWith(String... observations) {
        return given.meeting(
                given.place(), "2022-07-13", "\"observations\": [" + String.join(", ", observations) + "]");
    }

    private static String stated(String members) {
        return "{\"label\": \"Số liệu\", \"period\": \"2022-01/2022-06\", " + members + "}";
    }

    @Test
    void flagsPartsThatDoNotSumToTheirWhole() {
        var meeting = meetingWith(
                stated("\"value\": 31167, \"unit\": \"VND\", \"unitMultiplier\": 9"),
                stated("\"value\": 1712, \"unit\": \"VND\", \"unitMultiplier\": 9, \"parent\": \"/observations/0\""),
                stated("\"value\": 27150, \"unit\": \"VND\", \"unitMultiplier\": 9, \"parent\": \"/observations/0\""),
                stated("\"value\": 2350, \"unit\": \"VND\", \"unitMultiplier\": 9, \"parent\": \"/observations/0\""));
        when().get("/v1/observations?flag=sum_mismatch&meeting={id}", meeting)
                .then()
                .body("items.value", contains(31167));
        var wrong = when().get("/v1/meetings/{id}", meeting).jsonPath().getString("observations[3].id");
        figures.change(wrong, "{\"value\": 2305}").statusCode(200);
        when().get("/v1/observations?flag=sum_mismatch&meeting={id}", meeting)
                .then()
                .body("items", empty());
        when().get("/v1/meetings/{id}", meeting).then().body("observations.flags.flatten()", empty());
    }

    @Test
    void doesNotFlagSumsThatRoundingOrAnIncompleteListExplains() {
        var meeting = meetingWith(
                stated("\"value\": 10.0, \"unit\": \"tonne\""),
                stated("\"value\": 4, \"unit\": \"tonne\", \"parent\": \"/observations/0\""),
                stated("\"value\": 5, \"unit\": \"tonne\", \"parent\": \"/observations/0\""),
                stated("\"value\": 100, \"unit\": \"ha\""),
                stated("\"value\": 60, \"unit\": \"ha\", \"parent\": \"/observations/3\""),
                stated("\"value\": 100, \"unit\": \"ha\""),
                stated("\"value\": 20, \"unit\": \"ha\", \"parent\": \"/observations/5\""),
                stated(
                        "\"flags\": [\"malformed_number\"], \"raw\": \"8,0,0 ha\", \"unit\": \"ha\", \"parent\": \"/observations/5\""),
                stated("\"value\": 1, \"unit\": \"tonne\""),
                stated("\"value\": 400, \"unit\": \"kg\", \"parent\": \"/observations/8\""),
                stated("\"value\": 6, \"unit\": \"quintal\", \"parent\": \"/observations/8\""));
        when().get("/v1/observations?flag=sum_mismatch&meeting={id}", meeting)
                .then()
                .body("items", empty());
    }

    @Test
    void flagsAnExcessEvenWhereTheListIsIncomplete() {
        var meeting = meetingWith(
                stated("\"value\": 10, \"unit\": \"ha\""),
                stated("\"value\": 12, \"unit\": \"ha\", \"comparator\": \"over\", \"parent\": \"/observations/0\""));
        when().get("/v1/observations?flag=sum_mismatch&meeting={id}", meeting)
                .then()
                .body("items.value", contains(10));
    }

    @Test
    void looksAgainWhenTheCatalogueLearnsOfAFurtherPart() {
        var place = given.place();
        var whole = given.indicator("ha", "sum", null);
        var first = given.indicator("ha", "sum", whole);
        var second = given.indicator("ha", "sum", whole);
        var id = figures.figure(place, whole, "2022", "100", "\"unit\": \"ha\"");
        figures.figure(place, first, "2022", "40", "\"unit\": \"ha\", \"parent\": \"" + id + "\"");
        figures.figure(place, second, "2022", "50", "\"unit\": \"ha\", \"parent\": \"" + id + "\"");
        assertThat(figures.flagsOf(id)).containsExactly("sum_mismatch");
        given.indicator("ha", "sum", whole);
        assertThat(figures.flagsOf(id)).isEmpty();
    }

    @Test
    void flagsARatioThatDisagreesWithItsPercent() {
        var meeting = meetingWith(
                stated("\"value\": 57, \"whole\": 110, \"share\": 51.8"),
                stated("\"value\": 36, \"whole\": 57, \"share\": 73.2"));
        when().get("/v1/observations?flag=ratio_mismatch&meeting={id}", meeting)
                .then()
                .body("items.value", contains(36));
    }

    @Test
    void flagsAPlanShareThatNoPlanExplains() {
        var place = given.place();
        var indicator = given.indicator("VND", "sum", null);
        var right = figures.figure(place, indicator, "2022-01/2022-06", "51.7", "\"planShare\": 51.7");
        var wrong = figures.figure(place, indicator, "2022-01/2022-09", "90", "\"planShare\": 70");
        assertThat(figures.flagsOf(wrong)).isEmpty();
        var plan = figures.figure(place, indicator, "2022", "100", "\"kind\": \"plan\"");
        assertThat(figures.flagsOf(wrong)).containsExactly("plan_mismatch");
        assertThat(figures.flagsOf(right)).isEmpty();
        figures.figure(place, indicator, "2022", "128.6", "\"kind\": \"target\"");
        assertThat(figures.flagsOf(wrong)).isEmpty();
        assertThat(figures.flagsOf(plan)).isEmpty();
    }

    @Test
    void flagsBothSidesOfAContradictionUntilItIsCorrectedOrGone() {
        var place = given.place();
        var indicator = given.indicator("VND", "sum", null);
        var first = figures.stated(place, "2022-07-13", indicator, "2022-01/2022-06", "31167", "\"unit\": \"VND\"");
        var same =
                figures.stated(place, "2022-07-20", indicator, "2022-01-01/2022-06-30", "31167", "\"unit\": \"VND\"");
        assertThat(figures.flagsOf(first)).isEmpty();
        var second = figures.stated(place, "2022-08-01", indicator, "2022-01/2022-06", "31617", "\"unit\": \"VND\"");
        when().get("/v1/observations?flag=contradicted&place={place}", place)
                .then()
                .body("items.id", containsInAnyOrder(first, same, second));
        figures.change(second, "{\"value\": 31167}").statusCode(200).body("flags", empty());
        assertThat(figures.flagsOf(first)).isEmpty();
        var meeting = figures.json("/v1/observations/" + second).getString("meeting.id");
        figures.change(second, "{\"value\": 1}").statusCode(200).body("flags", contains("contradicted"));
        assertThat(figures.flagsOf(first)).containsExactly("contradicted");
        given.editor()
                .header("If-Match", "*")
                .delete("/v1/meetings/{id}", meeting)
                .then()
                .statusCode(204);
        assertThat(figures.flagsOf(first)).isEmpty();
        assertThat(figures.flagsOf(same)).isEmpty();
    }

    @Test
    void comparesSourcesAndUnitsButNoEstimatesWithFinalFigures() {
        var place = given.place();
        var indicator = given.indicator("tonne/ha", "average", null);
        var book = "\"source\": {\"title\": \"Niên giám\"}, ";
        var first = figures.figure(place, indicator, "2022", "6.5", book + "\"unit\": \"tonne/ha\"");
        figures.figure(place, indicator, "2022", "6.6", book + "\"unit\": \"tonne/ha\"");
        figures.stated(place, "2023-01-10", indicator, "2022", "65", "\"unit\": \"quintal/ha\"");
        figures.stated(place, "2022-12-10", indicator, "2022", "70", "\"unit\": \"quintal/ha\", \"estimated\": true");
        assertThat(figures.flagsOf(first)).isEmpty();
        figures.figure(
                place, indicator, "2022", "7", "\"unit\": \"tonne/ha\", \"source\": {\"title\": \"Báo cáo khác\"}");
        assertThat(figures.flagsOf(first)).isEmpty();
        figures.figure(
                place, indicator, "2022", "7.2", "\"unit\": \"tonne/ha\", \"source\": {\"title\": \"Báo cáo khác\"}");
        assertThat(figures.flagsOf(first)).containsExactly("contradicted");
    }

    @Test
    void neverTellsOfADraft() {
        var place = given.place();
        var indicator = given.indicator("VND", "sum", null);
        var published = figures.figure(place, indicator, "2022", "1");
        var draft = figures.figure(
                place, indicator, "2022", "2", "\"status\": \"draft\", \"source\": {\"title\": \"Báo cáo khác\"}");
        figures.figure(place, indicator, "2022", "9", "\"status\": \"draft\", \"parent\": \"" + published + "\"");
        assertThat(figures.flagsOf(draft)).containsExactly("contradicted");
        when().get("/v1/observations/{id}", published)
                .then()
                .body("version", equalTo(1))
                .body("flags", empty());
        figures.change(draft, "{\"status\": \"published\"}").statusCode(200);
        assertThat(figures.flagsOf(published)).containsExactly("contradicted");
        figures.change(draft, "{\"status\": \"retracted\", \"retraction\": {\"reason\": \"a\"}}")
                .statusCode(200);
        assertThat(figures.flagsOf(published)).isEmpty();
    }

    @Test
    void flagsWhatLiesFarFromThePlacesOwnHistory() {
        var place = given.place();
        var indicator = given.indicator("VND", "sum", null);
        for (int year = 2015; year < 2018; year++) {
            figures.figure(place, indicator, String.valueOf(year), "100");
        }
        var odd = figures.figure(place, indicator, "2020", "31167");
        var month = figures.figure(place, indicator, "2020-01", "7");
        assertThat(figures.flagsOf(odd)).isEmpty();
        figures.figure(place, indicator, "2018", "110");
        assertThat(figures.flagsOf(odd)).containsExactly("outlier");
        assertThat(figures.flagsOf(month)).isEmpty();
        figures.change(odd, "{\"value\": 311.67}").statusCode(200).body("flags", empty());
    }

    @Test
    void keepsAMisprintedNumberAsItWasPrinted() {
        var place = given.place();
        var indicator = given.indicator("VND", "sum", null);
        var id = figures.figure(
                place,
                indicator,
                "2020-01/2020-09",
                "905",
                "\"flags\": [\"malformed_number\", \"outlier\"], \"raw\": \"đạt 60,6,2% kế hoạch\"");
        when().get("/v1/observations?flag=malformed_number&place={place}", place)
                .then()
                .body("items.id", contains(id))
                .body("items.raw", contains("đạt 60,6,2% kế hoạch"))
                .body("items[0].planShare", nullValue())
                .body("items[0].flags", contains("malformed_number"));
        figures.change(id, "{\"raw\": null}").statusCode(400).body("errors.pointer", contains("/raw"));
        figures.change(id, "{\"flags\": []}").statusCode(200).body("flags", empty());
    }

    @Test
    void flagsContradictionsOfTwoWhoWriteAtTheSameTime() throws Exception {
        var place = given.place();
        var indicator = given.indicator("VND", "sum", null);
        var writers = new ArrayList<Thread>();
        for (int i = 0; i < 6; i++) {
            var body = GivenFigures.body(
                    place, indicator, "2022", String.valueOf(i), "\"source\": {\"title\": \"Nguồn " + i + "\"}");
            writers.add(new Thread(() -> given.post("/v1/observations", body)));
        }
        writers.forEach(Thread::start);
        for (var writer : writers) {
            writer.join();
        }
        when().get("/v1/observations?flag=contradicted&place={place}", place)
                .then()
                .body("items.value", containsInAnyOrder(0, 1, 2, 3, 4, 5));
    }
}
