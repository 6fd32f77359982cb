package bienban.meeting;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import bienban.Given;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MeetingResourceTest {
    @Inject
    Given given;

    @Test
    void listsTheMeetingsOfOnePlaceNewestFirst() {
        var place = given.place();
        given.meeting(place, "2024-03-01");
        given.meeting(place, "2024-06");
        given.meeting(given.place(), "2024-05-01");
        when().get("/v1/meetings?place={place}", place)
                .then()
                .statusCode(200)
                .body("items.heldOn", contains("2024-06", "2024-03-01"));
    }

    @Test
    void readsAMeetingHoweverDeepWithOneStatement() {
        var id = given.meeting(
                given.place(),
                "2024-03-01",
                "\"directives\": [{\"text\": \"Đẩy nhanh tiến độ.\", \"dueOn\": \"2024-06\"}]");
        var statements = given.statementsOf(() -> when().get("/v1/meetings/{id}", id)
                .then()
                .statusCode(200)
                .body("directives[0].progress.timeliness", equalTo("overdue")));
        assertThat(statements).isEqualTo(1);
    }

    @Test
    void takesASourceThatHasNothingButATitle() {
        var id = given.meeting(
                given.place(), "2024-03-01", "\"sources\": [{\"title\": \"Hội nghị giao ban tháng ba\"}]");
        when().get("/v1/meetings/{id}", id)
                .then()
                .statusCode(200)
                .body("sources.title", contains("Hội nghị giao ban tháng ba"));
    }
}
