package bienban.record;

import static org.assertj.core.api.Assertions.assertThat;

import bienban.Given;
import bienban.Refusal;
import bienban.Stored;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IdempotencyTest {
    @Inject
    Given given;

    @Inject
    Stored stored;

    private final String key = UUID.randomUUID().toString();

    @Test
    void givesTheFirstAnswerAgain() {
        var body = meeting("Một", given.place());
        var first = post(key, body);
        assertThat(first.statusCode()).isEqualTo(201);
        var before = stored.state();
        // Form does not matter, and neither does what became of the record.
        for (var same : new String[] {body, body.replace(": ", " :\n")}) {
            var again = post(key, same);
            assertThat(again.statusCode()).isEqualTo(201);
            assertThat(again.header("Location")).isEqualTo(first.header("Location"));
            assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
            assertThat(again.contentType()).isEqualTo(first.contentType());
            assertThat(again.asString()).isEqualTo(first.asString());
        }
        assertThat(stored.state()).isEqualTo(before);
    }

    @Test
    void refusesAnotherBodyUnderTheSameKey() {
        var place = given.place();
        assertThat(post(key, meeting("Một", place)).statusCode()).isEqualTo(201);
        var before = stored.state();
        Refusal.of(post(key, meeting("Hai", place)), 422, "idempotency-key-reused");
        assertThat(stored.state()).isEqualTo(before);
    }

    @Test
    void keepsTheKeysOfAddressesApart() {
        assertThat(post(key, meeting("Một", given.place())).statusCode()).isEqualTo(201);
        var organization = given.editor()
                .header("Idempotency-Key", key)
                .body("{\"name\": \"Ban %s\", \"kind\": \"other\"}".formatted(key));
        assertThat(organization.post("/v1/organizations").statusCode()).isEqualTo(201);
    }

    @Test
    void forgetsACallThatFailed() {
        var place = given.place();
        var before = stored.state();
        Refusal.of(post(key, meeting("Một", "nowhere")), 400, "invalid-request");
        assertThat(stored.state()).isEqualTo(before);
        assertThat(post(key, meeting("Một", place)).statusCode()).isEqualTo(201);
    }

    @Test
    void makesOneRecordOfManyCalls() throws Exception {
        var place = given.place();
        var calls = new ArrayList<Callable<Response>>();
        for (int i = 0; i < 16; i++) {
            calls.add(() -> post(key, meeting("Một", place)));
        }
        var callers = Executors.newFixedThreadPool(8);
        try {
            var answers = new HashSet<String>();
            for (var answer : callers.invokeAll(calls)) {
                assertThat(answer.get().statusCode()).isEqualTo(201);
                answers.add(answer.get().asString());
            }
            assertThat(answers).hasSize(1);
        } finally {
            callers.shutdown();
        }
        assertThat(stored.number("select count(*) from meeting where place_code = '" + place + "'"))
                .isEqualTo(1);
    }

    @Test
    void boundsTheKey() {
        var body = meeting("Một", given.place());
        for (var bad : new String[] {"", " ", "k".repeat(201)}) {
            assertThat(Refusal.of(post(bad, body), 400, "invalid-request").faults())
                    .containsExactly("Idempotency-Key too_long");
        }
        assertThat(post("k".repeat(164) + key, body).statusCode()).isEqualTo(201);
    }

    @Test
    void forgetsAKeyAfterADay() {
        var place = given.place();
        assertThat(post(key, meeting("Một", place)).statusCode()).isEqualTo(201);
        given.sql("update idempotency set created_at = created_at - interval '25 hours' where key = '" + key + "'");
        assertThat(post(key, meeting("Hai", place)).statusCode()).isEqualTo(201);
        given.sql("update idempotency set created_at = created_at - interval '25 hours' where key = '" + key + "'");
        post(UUID.randomUUID().toString(), meeting("Ba", place));
        assertThat(stored.number("select count(*) from idempotency where key = '" + key + "'"))
                .isZero();
    }

    private static String meeting(String title, String place) {
        return "{\"title\": \"%s\", \"kind\": \"conference\", \"place\": {\"code\": \"%s\"}}".formatted(title, place);
    }

    private Response post(String idempotencyKey, String body) {
        return given.editor()
                .header("Idempotency-Key", idempotencyKey)
                .body(body)
                .post("/v1/meetings");
    }
}
