package bienban.key;

import static org.assertj.core.api.Assertions.assertThat;

import bienban.Given;
import bienban.Refusal;
import bienban.Stored;
import bienban.security.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class KeyResourceTest {
    @Inject
    Given given;

    @Inject
    Stored stored;

    @Test
    void showsAKeyOnceAndKeepsItsHashOnly() {
        var place = given.place();
        var made = make("editor", place, null);
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        assertThat(made.header("Cache-Control")).contains("no-store");
        var key = made.<String>path("key");
        var id = made.<String>path("id");
        assertThat(key).matches("bb_[0-9A-Za-z]{48}").startsWith(made.<String>path("prefix"));
        assertThat(made.header("Location")).endsWith("/v1/keys/" + id);

        var told = given.editor().get("/v1/keys/{id}", id);
        assertThat(told.<Map<String, Object>>path("$"))
                .containsEntry("name", "Văn phòng")
                .containsEntry("role", "editor")
                .containsEntry("places", List.of(place))
                .containsEntry("createdBy", "admin-key")
                .doesNotContainKey("key");
        assertThat(told.asString()).doesNotContain(key);
        var secret = key.substring(15, 45);
        assertThat(stored.number(
                        "select count(*) from access_key k join access_key_secret s on s.key_id = k.id where cast(k as text) || cast(s as text) like '%"
                                + secret + "%' or encode(s.hash, 'escape') like '%" + secret + "%'"))
                .isZero();
        assertThat(status("Bearer " + key)).isEqualTo(200);
    }

    @Test
    void refusesWhatDiffersFromAKeyByOneSign() {
        var key = given.key(Role.admin);
        for (int at : new int[] {10, 11, 20, 40, 50, 57}) {
            var other = key.charAt(at) == 'x' ? 'y' : 'x';
            Refusal.of(
                    given.as(key.substring(0, at) + other + key.substring(at + 1))
                            .get("/v1/meetings"),
                    401,
                    "credentials-needed");
        }
        assertThat(status(key)).isEqualTo(200);
    }

    @Test
    void asksTheDatabaseOnceForABusyKeyAndNeverForAMisprint() {
        var key = given.key(Role.reader);
        var place = given.place();
        assertThat(given.statementsOf(() -> list(key, place))).isEqualTo(2);
        assertThat(given.statementsOf(() -> list(key, place))).isEqualTo(1);
        assertThat(given.statementsOf(() -> given.as(key + "0").get("/v1/meetings")))
                .isZero();
        assertThat(given.statementsOf(
                        () -> given.as("Bearer bb_" + "0".repeat(48)).get("/v1/meetings")))
                .isZero();
    }

    private void list(String key, String place) {
        assertThat(given.as(key).get("/v1/meetings?place={p}", place).statusCode())
                .isEqualTo(200);
    }

    @Test
    void revokesAtOnce() {
        var made = make("admin", null, null);
        var key = "Bearer " + made.<String>path("key");
        var id = made.<String>path("id");
        assertThat(status(key)).isEqualTo(200);
        assertThat(given.editor().delete("/v1/keys/{id}", id).statusCode()).isEqualTo(204);
        assertThat(status(key)).isEqualTo(401);
        var since = given.editor().get("/v1/keys/{id}", id).<String>path("revokedAt");
        assertThat(since).isNotNull();
        assertThat(given.editor().delete("/v1/keys/{id}", id).statusCode()).isEqualTo(204);
        assertThat(given.editor().get("/v1/keys/{id}", id).<String>path("revokedAt"))
                .isEqualTo(since);
        Refusal.of(given.editor().body("{}").post("/v1/keys/{id}/rotate", id), 409, "key-ended");
    }

    /** A change in the database alone is what another process sees. */
    @Test
    void noticesSoonWhatAnotherProcessRevoked() {
        var made = make("admin", null, null);
        var key = "Bearer " + made.<String>path("key");
        assertThat(status(key)).isEqualTo(200);
        given.sql("update access_key set revoked_at = now() where id = '" + made.<String>path("id") + "'");
        var bound = Instant.now().plus(Duration.ofSeconds(10));
        while (status(key) != 401) {
            assertThat(Instant.now()).as("still taken").isBefore(bound);
        }
    }

    @Test
    void rotatesWithBothValidForATime() {
        var made = make("editor", given.place(), null);
        var id = made.<String>path("id");
        var old = "Bearer " + made.<String>path("key");
        var rotated = given.editor().body("{\"overlapHours\": 2}").post("/v1/keys/{id}/rotate", id);
        assertThat(rotated.statusCode()).as(rotated.asString()).isEqualTo(201);
        var ends = Instant.parse(rotated.path("previousValidUntil"));
        assertThat(ends)
                .isBetween(Instant.now().plusSeconds(7100), Instant.now().plusSeconds(7300));
        var fresh = "Bearer " + rotated.<String>path("key");
        assertThat(fresh).isNotEqualTo(old);
        assertThat(status(old)).isEqualTo(200);
        assertThat(status(fresh)).isEqualTo(200);

        var last = given.editor().body("{\"overlapHours\": 0}").post("/v1/keys/{id}/rotate", id);
        assertThat(last.<String>path("previousValidUntil")).isNull();
        assertThat(status(old)).isEqualTo(401);
        assertThat(status(fresh)).isEqualTo(401);
        assertThat(status("Bearer " + last.<String>path("key"))).isEqualTo(200);
    }

    @Test
    void endsWhenItIsSaidTo() {
        var made = make("admin", null, Instant.now().plusSeconds(3600).toString());
        var key = "Bearer " + made.<String>path("key");
        assertThat(status(key)).isEqualTo(200);
        var ended = make("admin", null, Instant.now().plusSeconds(3600).toString());
        given.sql("update access_key set expires_at = now() where id = '" + ended.<String>path("id") + "'");
        assertThat(status("Bearer " + ended.<String>path("key"))).isEqualTo(401);
    }

    @Test
    void tellsAllThatIsWrongWithAWantedKey() {
        assertThat(Refusal.of(make("editor", null, null), 400, "invalid-request")
                        .faults())
                .containsExactly("/places places_needed");
        assertThat(Refusal.of(make("admin", given.place(), "2020-01-01T00:00:00Z"), 400, "invalid-request")
                        .faults())
                .containsExactly("/expiresAt in_past", "/places no_places");
        assertThat(Refusal.of(make("reviewer", "nowhere", null), 400, "invalid-request")
                        .faults())
                .containsExactly("/places/0 unknown_reference");
        assertThat(Refusal.of(given.editor().body("{\"role\": \"king\"}").post("/v1/keys"), 400, "invalid-request")
                        .faults())
                .hasSize(2);
        assertThat(Refusal.of(
                                given.editor()
                                        .header("Idempotency-Key", "k")
                                        .body("{\"name\": \"x\", \"role\": \"reader\"}")
                                        .post("/v1/keys"),
                                400,
                                "invalid-request")
                        .faults())
                .containsExactly("Idempotency-Key not_repeatable");
        Refusal.of(given.editor().get("/v1/keys/{id}", UUID.randomUUID()), 404, "not-found");
        Refusal.of(given.editor().delete("/v1/keys/{id}", UUID.randomUUID()), 404, "not-found");
        Refusal.of(given.editor().body("{}").post("/v1/keys/{id}/rotate", UUID.randomUUID()), 404, "not-found");
    }

    @Test
    void listsPageByPage() {
        var place = given.place();
        var made = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            made.add(0, make("editor", place, null).path("id"));
        }
        given.editor().delete("/v1/keys/{id}", made.get(4));
        var listed = new ArrayList<String>();
        var next = "/v1/keys?limit=2&count=true&place=" + place;
        while (next != null) {
            var page = given.editor().urlEncodingEnabled(false).get(next);
            assertThat(page.<Integer>path("total")).isEqualTo(5);
            listed.addAll(page.path("items.id"));
            next = page.path("next");
        }
        assertThat(listed).isEqualTo(made);
        assertThat(given.editor()
                        .get("/v1/keys?valid=false&role=editor&place={p}", place)
                        .<List<String>>path("items.id"))
                .containsExactly(made.get(4));
    }

    private int status(String credentials) {
        return given.as(credentials).get("/v1/places/292").statusCode();
    }

    private Response make(String role, String place, String ends) {
        var body = "{\"name\": \"Văn phòng\", \"role\": \"%s\"%s%s}"
                .formatted(
                        role,
                        place == null ? "" : ", \"places\": [\"" + place + "\"]",
                        ends == null ? "" : ", \"expiresAt\": \"" + ends + "\"");
        return given.editor().body(body).post("/v1/keys");
    }
}
