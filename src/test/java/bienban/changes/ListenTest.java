package bienban.changes;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import bienban.Given;
import bienban.Refusal;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever listens hears each change once it is final, and goes on after an interruption without losing any. */
@QuarkusTest
class ListenTest {
    @Inject
    Given given;

    @Test
    void hearsChangesAsTheyHappen() throws Exception {
        var place = given.place();
        try (var ear = new Ear("?include=record&since=" + Follower.now() + "&place=" + place, null)) {
            assertThat(ear.answer().statusCode()).isEqualTo(200);
            assertThat(ear.answer().headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("text/event-stream");
            var id = given.meeting(place, "2024-01-01");
            given.editor().header("If-Match", "*").delete("/v1/meetings/{id}", id);
            var heard = ear.changes(2);
            assertThat(heard).extracting(Ear.Event::name).containsExactly("created", "deleted");
            var first = Follower.tree(heard.get(0).data());
            assertThat(first.get("recordId").textValue()).isEqualTo(id);
            assertThat(first.get("id").textValue()).isEqualTo(heard.get(0).id());
            assertThat(given().get("/v1/changes?place=" + place + "&since="
                                    + heard.get(0).id())
                            .<List<String>>path("items.action"))
                    .containsExactly("deleted");
        }
    }

    @Test
    void goesOnAfterAnInterruptionFromWhatWasHeardLast() throws Exception {
        var place = given.place();
        var since = Follower.now();
        var ids = new ArrayList<String>();
        for (int day = 1; day <= 9; day++) {
            ids.add(given.meeting(place, "2024-01-0" + day));
        }
        var query = "?types=meetings&place=" + place + "&since=" + since;
        var heard = new ArrayList<String>();
        String last = null;
        for (int connection = 0; connection < 3; connection++) {
            try (var ear = new Ear(query, last)) {
                for (var event : ear.changes(3)) {
                    heard.add(Follower.tree(event.data()).get("recordId").textValue());
                    last = event.id();
                }
            }
        }
        assertThat(heard).containsExactlyElementsOf(ids);
    }

    @Test
    void passesOnLargeStretchesInOrder() throws Exception {
        var place = given.place();
        var since = Follower.now();
        given.sql("insert into observation (id, label, place_code, value, unit) select gen_random_uuid(), 'a', '"
                + place + "', n, 'VND' from generate_series(1, 350) n");
        try (var ear = new Ear("?types=observations&place=" + place + "&since=" + since, null)) {
            var heard = ear.changes(350);
            assertThat(heard)
                    .extracting(Ear.Event::id)
                    .containsExactlyElementsOf(
                            given().get("/v1/changes?limit=1000&types=observations&place=" + place + "&since=" + since)
                                    .<List<String>>path("items.id"));
        }
    }

    @Test
    void hearsNothingOfDrafts() throws Exception {
        var place = given.place();
        try (var ear = new Ear("?types=meetings&since=now&place=" + place, null)) {
            given.post(
                    "/v1/meetings",
                    "{\"title\": \"a\", \"kind\": \"other\", \"place\": {\"code\": \"%s\"}}".formatted(place));
            var published = given.meeting(place, "2024-01-01");
            assertThat(ear.changes(1))
                    .extracting(
                            event -> Follower.tree(event.data()).get("recordId").textValue())
                    .containsExactly(published);
        }
    }

    @Test
    void answersJsonToWhoeverDoesNotAskForEvents() {
        assertThat(given().accept("*/*").get("/v1/changes?since=now").contentType())
                .startsWith("application/json");
        Refusal.of(given().accept("text/html").get("/v1/changes?since=now"), 406, "not-acceptable");
        Refusal.of(given().accept("text/event-stream").get("/v1/changes?since=x"), 400, "invalid-request");
    }
}
