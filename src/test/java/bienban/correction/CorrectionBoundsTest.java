package bienban.correction;

import static org.assertj.core.api.Assertions.assertThat;

import bienban.Given;
import bienban.Refusal;
import bienban.Stored;
import bienban.changes.OwnDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody can bury the reviewers: so many of a meeting, so many an hour from an address, also when they come at once. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class CorrectionBoundsTest {
    @Inject
    Given given;

    @Inject
    Stored stored;

    @BeforeEach
    void anHourLater() {
        given.sql("update correction_sender set filed_at = filed_at - interval '1 hour'");
    }

    @Test
    void takesSoManyOfAMeeting() {
        var meeting = given.meeting(given.place(), "2024-01-01");
        var first = file(meeting).<String>path("id");
        assertThat(file(meeting).statusCode()).isEqualTo(201);
        assertThat(file(meeting).statusCode()).isEqualTo(201);
        var refused = file(meeting);
        Refusal.of(refused, 429, "too-many-corrections");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
        // A decision makes room.
        given.editor().body("{\"note\": \"a\"}").post("/v1/corrections/{id}/decline", first);
        assertThat(file(meeting).statusCode()).isEqualTo(201);
    }

    @Test
    void takesSoManyAnHourFromAnAddress() {
        var place = given.place();
        for (int i = 0; i < 5; i++) {
            assertThat(file(given.meeting(place, "2024-01-01")).statusCode()).isEqualTo(201);
        }
        var meeting = given.meeting(place, "2024-01-01");
        Refusal.of(file(meeting), 429, "too-many-corrections-sent");
        assertThat(stored.number("select count(*) from correction where meeting_id = '" + meeting + "'"))
                .isZero();
        anHourLater();
        assertThat(file(meeting).statusCode()).isEqualTo(201);
    }

    @Test
    void countsTheClientBehindAProxy() {
        var place = given.place();
        for (int i = 0; i < 5; i++) {
            assertThat(file(given.meeting(place, "2024-01-01"), "203.0.113.1").statusCode())
                    .isEqualTo(201);
        }
        var meeting = given.meeting(place, "2024-01-01");
        Refusal.of(file(meeting, "203.0.113.1"), 429, "too-many-corrections-sent");
        Refusal.of(file(meeting, "198.51.100.1, 203.0.113.1"), 429, "too-many-corrections-sent");
        assertThat(file(meeting, "203.0.113.2").statusCode()).isEqualTo(201);
    }

    @Test
    void countsRightWhenManyComeAtOnce() throws Exception {
        var meeting = given.meeting(given.place(), "2024-01-01");
        var calls = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 12; i++) {
            calls.add(() -> file(meeting).statusCode());
        }
        var senders = Executors.newFixedThreadPool(6);
        try {
            var statuses = new ArrayList<Integer>();
            for (var answer : senders.invokeAll(calls)) {
                statuses.add(answer.get());
            }
            assertThat(statuses).containsOnly(201, 429);
            assertThat(statuses.stream().filter(s -> s == 201)).hasSize(3);
        } finally {
            senders.shutdown();
        }
    }

    private static Response file(String meeting) {
        return file(meeting, "192.0.2.1");
    }

    private static Response file(String meeting, String client) {
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .header("X-Forwarded-For", client)
                .body("{\"text\": \"a\"}")
                .post("/v1/meetings/{id}/corrections", meeting);
    }
}
