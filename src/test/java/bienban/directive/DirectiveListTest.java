package bienban.directive;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import bienban.Given;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DirectiveListTest {
    @Inject
    Given given;

    @Inject
    GivenDirectives directives;

    private List<String> listed(String question) {
        return when().get("/v1/directives?" + question)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    @Test
    void listsThoseOfAllMeetingsNewestFirst() {
        var place = given.place();
        var older = directives.one(place, "2023-03-01", "");
        var newer = directives.one(place, "2024-03-01", "\"dueOn\": \"2024-06\"");
        when().get("/v1/directives?place={place}&asOf=2024-07-01", place)
                .then()
                .statusCode(200)
                .body("items.id", contains(newer, older))
                .body("items[0].meeting.heldOn", equalTo("2024-03-01"))
                .body("items[0].place.code", equalTo(place))
                .body("items[0].progress.state", equalTo("not_started"))
                .body("items[0].progress.timeliness", equalTo("overdue"))
                .body("items[0].progress.asOf", equalTo("2024-07-01"))
                .body("items[0].progress.daysLate", equalTo(1))
                .body("items[0].progress.updates", equalTo(0))
                .body("items[0].updates", nullValue())
                .body("items[1].progress.timeliness", equalTo("no_deadline"));
        assertThat(listed("place=" + given.place())).isEmpty();
    }

    @Test
    void bringsTheReportsOnlyWhenAskedFor() {
        var place = given.place();
        directives.report(directives.one(place, "2024-03-01", ""), "in_progress", "2024-04-01");
        when().get("/v1/directives?place={place}&include=updates", place)
                .then()
                .statusCode(200)
                .body("items[0].updates.reportedOn", contains("2024-04-01"))
                .body("items[0].progress.updates", equalTo(1));
        when().get("/v1/directives?include=progress").then().statusCode(400);
    }

    @Test
    void sortsByTheEndOfTheDeadline() {
        var place = given.place();
        var ids = directives.in(
                place,
                "2024-03-01",
                "",
                "\"dueOn\": \"2024\"",
                "\"dueOn\": \"2024-06-30\"",
                "\"dueOn\": \"2024-06-15\"");
        assertThat(listed("sort=dueOn&place=" + place)).containsExactly(ids.get(3), ids.get(2), ids.get(1), ids.get(0));
    }

    @Test
    void filtersByWhoGaveIt() {
        var place = given.place();
        var ids = directives.in(
                place,
                "2024-03-01",
                "\"issuer\": {\"name\": \"Lê Thị Hà\"}",
                "\"issuer\": {\"type\": \"organization\", \"name\": \"Thường trực Thị ủy\"}",
                "");
        String person = when().get("/v1/directives/{id}", ids.get(0)).path("issuer.id");
        String body = when().get("/v1/directives/{id}", ids.get(1)).path("issuer.id");
        assertThat(listed("issuer=" + person)).containsExactly(ids.get(0));
        assertThat(listed("issuer=" + person + "&issuer=" + body)).containsExactlyInAnyOrder(ids.get(0), ids.get(1));
    }

    @Test
    void filtersByAddresseeWithAndWithoutDiacritics() {
        var place = given.place();
        String organization = given.post(
                        "/v1/organizations", "{\"name\": \"Phòng Y tế " + place + "\", \"kind\": \"state_agency\"}")
                .extract()
                .path("id");
        var ids = directives.in(
                place,
                "2024-03-01",
                "\"addressees\": [{\"name\": \"Ủy ban nhân dân phường Hiệp An\"}]",
                "\"addressees\": [{\"name\": \"Phòng Y tế\", \"organization\": \"" + organization + "\"}]",
                "");
        for (var part : List.of("uy ban nhan dan", "Uỷ ban", "HIỆP AN")) {
            assertThat(listed("place=" + place + "&addressee=" + part)).containsExactly(ids.get(0));
        }
        assertThat(listed("addressee=" + organization)).containsExactly(ids.get(1));
        assertThat(listed("place=" + place + "&addressee=%25")).isEmpty();
    }

    @Test
    void filtersByTopicDocumentMeetingAndSubtree() {
        var province = given.place();
        var district = given.placeIn(province);
        var number = "17-NQ/" + district;
        var ids = directives.in(
                district,
                "2024-03-01",
                "\"topics\": [\"site_clearance\"]",
                "\"legalBasis\": [{\"type\": \"resolution\", \"number\": \"" + number
                        + "\", \"issuer\": \"Tỉnh ủy\"}]");
        var first = when().get("/v1/directives/{id}", ids.get(0)).then().extract();
        String meeting = first.path("meeting.id");
        String document = when().get("/v1/directives/{id}", ids.get(1)).path("legalBasis[0].id");
        assertThat(listed("place=" + province)).isEmpty();
        assertThat(listed("within=subtree&place=" + province)).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(listed("meeting=" + meeting)).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(listed("topic=site_clearance&topic=health&place=" + district))
                .containsExactly(ids.get(0));
        assertThat(listed("document=" + document)).containsExactly(ids.get(1));
    }

    @Test
    void comparesImpreciseDatesAsTheRangesTheyCover() {
        var place = given.place();
        var ids = directives.in(
                place, "2024-03", "\"dueOn\": \"2024\"", "\"dueOn\": \"2024-06\"", "\"dueOn\": \"2024-06-15\"", "");
        var here = "&place=" + place;
        assertThat(listed("dueFrom=2024-07" + here)).containsExactly(ids.get(0));
        assertThat(listed("dueFrom=2024-06-20" + here)).containsExactlyInAnyOrder(ids.get(0), ids.get(1));
        assertThat(listed("dueTo=2024-06-10" + here)).containsExactlyInAnyOrder(ids.get(0), ids.get(1));
        assertThat(listed("dueFrom=2024-06-15&dueTo=2024-06-15" + here))
                .containsExactlyInAnyOrder(ids.get(0), ids.get(1), ids.get(2));
        assertThat(listed("dueTo=2023" + here)).isEmpty();
        assertThat(listed("heldFrom=2024-03-20&heldTo=2024-03-20" + here)).hasSize(4);
        assertThat(listed("heldFrom=2024-04" + here)).isEmpty();
        assertThat(listed("heldTo=2024-02" + here)).isEmpty();
    }

    @Test
    void filtersByStateAndTimelinessOnADay() {
        var place = given.place();
        var ids = directives.in(
                place, "2024-03-01", "\"dueOn\": \"2024-06\"", "\"dueOn\": \"2024-06\"", "\"dueOn\": \"2024-12\"", "");
        directives.report(ids.get(0), "completed", "2024-06-30");
        directives.report(ids.get(1), "in_progress", "2024-05-01");
        directives.report(ids.get(3), "completed", "2024-08-01");
        var here = "&place=" + place + "&count=true&asOf=";
        assertThat(listed("timeliness=on_time" + here + "2024-07-01")).containsExactly(ids.get(0));
        assertThat(listed("timeliness=overdue" + here + "2024-07-01")).containsExactly(ids.get(1));
        assertThat(listed("timeliness=not_due" + here + "2024-07-01")).containsExactly(ids.get(2));
        assertThat(listed("timeliness=no_deadline" + here + "2024-07-01")).containsExactly(ids.get(3));
        assertThat(listed("timeliness=not_due&timeliness=overdue" + here + "2024-06-30"))
                .containsExactlyInAnyOrder(ids.get(1), ids.get(2));
        assertThat(listed("state=completed" + here + "2024-07-01")).containsExactly(ids.get(0));
        assertThat(listed("state=completed&timeliness=no_deadline" + here + "2024-08-01"))
                .containsExactly(ids.get(3));
        assertThat(listed("state=not_started" + here + "2024-04-30")).hasSize(4);
    }

    @Test
    void takesOneStatementWhateverIsAsked() {
        var place = given.place();
        directives.in(place, "2024-03-01", "\"dueOn\": \"2024-06\"", "", "");
        for (var more : List.of("", "&include=updates", "&timeliness=overdue&state=not_started", "&sort=-dueOn")) {
            var statements = given.statementsOf(() -> listed("place=" + place + "&asOf=2024-07-01" + more));
            assertThat(statements).as(more).isEqualTo(1);
        }
    }

    @Test
    void pagesWithoutRepeatingOrSkippingWhileOthersWrite() {
        var place = given.place();
        var ids = directives.in(place, "2024-03-01", "\"dueOn\": \"2024-06\"", "", "", "", "");
        var seen = new ArrayList<String>();
        var next = "/v1/directives?limit=2&timeliness=no_deadline&timeliness=overdue&asOf=2024-07-01&place=" + place;
        while (next != null) {
            var page = when().get(next).then().statusCode(200).extract();
            seen.addAll(page.path("items.id"));
            next = page.path("next");
            directives.one(place, "2024-05-01", "");
        }
        assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void hidesWhatIsNotPublishedFromTheAnonymous() {
        var place = given.place();
        given.post("/v1/meetings", """
                {"title": "Dự thảo", "kind": "conference", "place": {"code": "%s"}, "directives": [{"text": "Chưa công bố."}]}""".formatted(place));
        when().get("/v1/directives?place={place}", place).then().statusCode(200).body("items", empty());
        var draft = given.editor()
                .get("/v1/directives?place={place}&status=draft", place)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .extract();
        String id = draft.path("items[0].id");
        when().get("/v1/directives/{id}", id).then().statusCode(404);
        when().get("/v1/directives/{id}/progress", id).then().statusCode(404);
        when().get("/v1/directives?status=draft").then().statusCode(401);
        when().get("/v1/directives/summary?status=draft").then().statusCode(401);
    }

    @Test
    void namesEveryWrongParameter() {
        when().get("/v1/directives?timelines=late&state=done&dueFrom=2024-13&asOf=today&limit=201")
                .then()
                .statusCode(400)
                .body("errors.parameter", containsInAnyOrder("timelines", "state", "dueFrom", "asOf", "limit"));
        when().get("/v1/directives?asOf=%2B999999999-12-31")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("asOf"));
        when().get("/v1/directives?sort=text").then().statusCode(400).body("errors[0].parameter", equalTo("sort"));
    }

    @Test
    void readsOneOnAnyDayWithOneStatement() {
        var id = directives.one(given.place(), "2024-03-01", "\"dueOn\": \"2025-06\"");
        var statements = given.statementsOf(() -> when().get("/v1/directives/{id}?asOf=2025-06-30", id)
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("updates", empty())
                .body("progress.timeliness", equalTo("not_due")));
        assertThat(statements).isEqualTo(1);
        when().get("/v1/directives/{id}?asOf=2025-07-01&fields=id,progress", id)
                .then()
                .body("progress.timeliness", equalTo("overdue"))
                .body("text", nullValue());
        when().get("/v1/directives/01900f5e-2a00-7c3e-9d6a-0000000000ff").then().statusCode(404);
    }
}
