package bienban.record;

import static org.assertj.core.api.Assertions.assertThat;

import bienban.Given;
import bienban.Refusal;
import bienban.Stored;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Two writers on one record: whoever has not seen the last version changes nothing. */
@QuarkusTest
class PreconditionTest {
    @Inject
    Given given;

    @Inject
    Stored stored;

    @Test
    void needsTheVersionThatWasSeen() {
        var id = given.meeting(given.place(), "2024-01-01");
        var before = stored.state();
        Refusal.of(patch(id, null, "a"), 428, "precondition-required");
        Refusal.of(given.editor().delete("/v1/meetings/{id}", id), 428, "precondition-required");
        for (var stale :
                new String[] {"\"2\"", "\"0\"", "\"1.0000\"", "\"abc\"", "\"\"", "W/\"1\"", "\"2\", \"3\"", "\"11\""}) {
            var refused = patch(id, stale, "a");
            Refusal.of(refused, 412, "precondition-failed");
            assertThat(refused.<String>path("detail")).contains("version 1");
        }
        for (var malformed : new String[] {"1", "\"1", "'1'", "\"1\" \"2\"", "* , \"1\"", "W/1"}) {
            assertThat(Refusal.of(patch(id, malformed, "a"), 400, "invalid-request")
                            .faults())
                    .as(malformed)
                    .containsExactly("If-Match malformed_etag");
        }
        assertThat(stored.state()).isEqualTo(before);
    }

    @Test
    void takesTheTagOfAnyAnswerAboutTheVersion() {
        var id = given.meeting(given.place(), "2024-01-01", "\"directives\": [{\"text\": \"a\"}]");
        var whole = RestAssured.get("/v1/meetings/{id}", id).header("ETag");
        assertThat(patch(id, whole, "b").statusCode()).isEqualTo(200);
        var part = RestAssured.get("/v1/meetings/{id}?fields=title", id).header("ETag");
        assertThat(patch(id, "\"77\", " + part, "c").statusCode()).isEqualTo(200);
        assertThat(patch(id, "*", "d").statusCode()).isEqualTo(200);
    }

    @Test
    void refusesInTheOrderUnknownGoneUnconditionalStale() {
        var id = given.meeting(given.place(), "2024-01-01");
        Refusal.of(patch("01900f5e-2a00-7c3e-9d6a-0000000000ee", null, "a"), 404, "not-found");
        assertThat(given.editor()
                        .header("If-Match", "*")
                        .delete("/v1/meetings/{id}", id)
                        .statusCode())
                .isEqualTo(204);
        Refusal.of(patch(id, null, "a"), 410, "gone");
    }

    @Test
    void letsExactlyOneOfManyWin() throws Exception {
        var id = given.meeting(given.place(), "2024-01-01");
        var calls = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 24; i++) {
            var title = "Người thứ " + i;
            calls.add(() -> patch(id, "\"1\"", title).statusCode());
        }
        var writers = Executors.newFixedThreadPool(12);
        try {
            var statuses = new ArrayList<Integer>();
            for (var answer : writers.invokeAll(calls)) {
                statuses.add(answer.get());
            }
            assertThat(statuses).containsOnly(200, 412).containsOnlyOnce(200);
        } finally {
            writers.shutdown();
        }
        assertThat(RestAssured.get("/v1/meetings/{id}", id).<Integer>path("version"))
                .isEqualTo(2);
    }

    @Test
    void saysNotModifiedToReadersOnly() {
        var id = given.meeting(given.place(), "2024-01-01");
        var tag = RestAssured.get("/v1/meetings/{id}", id).header("ETag");
        for (var known : new String[] {tag, "W/" + tag, "\"x\", " + tag, "*"}) {
            var answer = RestAssured.given().header("If-None-Match", known).get("/v1/meetings/{id}", id);
            assertThat(answer.statusCode()).as(known).isEqualTo(304);
            assertThat(answer.header("ETag")).isEqualTo(tag);
        }
        var unchanged = given.patch().header("If-None-Match", tag).body("{}").patch("/v1/meetings/{id}", id);
        assertThat(unchanged.statusCode()).isEqualTo(200);
    }

    private Response patch(String id, String ifMatch, String title) {
        var request = given.editor()
                .contentType("application/merge-patch+json; charset=utf-8")
                .body("{\"title\": \"" + title + "\"}");
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).patch("/v1/meetings/{id}", id);
    }
}
