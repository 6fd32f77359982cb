package bienban.changes.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import bienban.Audited;
import bienban.Given;
import bienban.Refusal;
import bienban.Stored;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Administrators make, see, pause and delete webhooks; secrets are seen once, and inner addresses are refused. */
@QuarkusTest
class WebhookTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwQ2VtZ8Jx";

    @Inject
    Given given;

    @Inject
    Stored stored;

    @Test
    void showsTheSecretOnce() {
        var place = given.place();
        var made = given.post("/v1/webhooks", """
                {"url": "https://8.8.8.8/hook", "types": ["meetings"], "place": "%s", "secret": "%s"}""".formatted(place, SECRET)).extract();
        assertThat(made.<String>path("secret")).isEqualTo(SECRET);
        var path = made.header("Location");
        assertThat(path)
                .isEqualTo("http://localhost:" + io.restassured.RestAssured.port + "/v1/webhooks/" + made.path("id"));
        var shown = given.editor().get(path);
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.asString()).doesNotContain("secret", SECRET.substring(8));
        assertThat(shown.<List<String>>path("types")).containsExactly("meetings");
        assertThat(shown.<String>path("place")).isEqualTo(place);
        assertThat(given.editor().get("/v1/webhooks").asString())
                .contains(made.<String>path("id"))
                .doesNotContain("secret");
        var generated = given.post("/v1/webhooks", "{\"url\": \"https://8.8.8.8/hook\"}")
                .extract();
        assertThat(generated.<String>path("secret")).matches("whsec_[A-Za-z0-9+/]{43}=");
        for (var id : List.of(made.<String>path("id"), generated.<String>path("id"))) {
            assertThat(given.editor().delete("/v1/webhooks/{id}", id).statusCode())
                    .isEqualTo(204);
            Refusal.of(given.editor().get("/v1/webhooks/{id}", id), 404, "not-found");
        }
    }

    @Test
    void keepsTheSecretOutOfAllThatIsToldOrCopied() {
        var secret = Signature.newSecret();
        String id;
        try (var audited = new Audited()) {
            id = given.editor()
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .body("{\"url\": \"https://8.8.8.8/hook\", \"secret\": \"%s\"}".formatted(secret))
                    .post("/v1/webhooks")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            given.editor().get("/v1/vocabularies");
            assertThat(audited.lines()).noneMatch(line -> line.contains(secret));
        }
        assertThat(stored.columnsWith(secret)).isEmpty();
        assertThat(stored.number("select count(*) from webhook where secret = decode('%s', 'base64')"
                        .formatted(secret.substring("whsec_".length()))))
                .isEqualTo(1);
        assertThat(
                        stored.texts(
                                "select distinct cast(grantee as text) from information_schema.table_privileges where table_name = 'webhook' and grantee = 'PUBLIC'"))
                .isEmpty();
        assertThat(given.editor().delete("/v1/webhooks/{id}", id).statusCode()).isEqualTo(204);
    }

    @Test
    void isPausedAndResumed() {
        var id = given.post("/v1/webhooks", "{\"url\": \"https://8.8.8.8/hook\"}")
                .extract()
                .<String>path("id");
        for (int i = 0; i < 2; i++) {
            assertThat(given.editor().post("/v1/webhooks/{id}/pause", id).<String>path("status"))
                    .isEqualTo("paused");
        }
        assertThat(given.editor().post("/v1/webhooks/{id}/resume", id).<String>path("status"))
                .isEqualTo("active");
        assertThat(given.editor().delete("/v1/webhooks/{id}", id).statusCode()).isEqualTo(204);
        var unknown = UUID.randomUUID();
        Refusal.of(given.editor().post("/v1/webhooks/{id}/pause", unknown), 404, "not-found");
        Refusal.of(given.editor().delete("/v1/webhooks/{id}", unknown), 404, "not-found");
    }

    @Test
    void isForAdministrators() {
        var body = "{\"url\": \"https://8.8.8.8/hook\"}";
        Refusal.of(given().get("/v1/webhooks"), 401, "credentials-needed");
        Refusal.of(given().contentType("application/json").body(body).post("/v1/webhooks"), 401, "credentials-needed");
        Refusal.of(given().delete("/v1/webhooks/{id}", UUID.randomUUID()), 401, "credentials-needed");
    }

    @Test
    void refusesWhatItCannotCall() {
        for (var url : new String[] {
            "http://127.0.0.1/",
            "http://localhost:8080/",
            "http://[::1]/",
            "http://169.254.169.254/latest",
            "https://10.1.2.3/x",
            "http://2130706433/"
        }) {
            assertThat(faults("{\"url\": \"%s\"}".formatted(url)))
                    .as(url)
                    .isIn(List.of("/url private_address"), List.of("/url malformed_url"));
        }
        for (var url : new String[] {
            "x",
            "ftp://example.org/",
            "//example.org",
            "https://a:b@example.org/",
            "https://example.org/#a",
            "https:///x",
            "https://exa mple.org"
        }) {
            assertThat(faults("{\"url\": \"%s\"}".formatted(url))).as(url).containsExactly("/url malformed_url");
        }
        assertThat(faults("{}")).containsExactly("/url required");
        assertThat(faults("{\"url\": \"https://8.8.8.8\", \"types\": [\"meeting\"]}"))
                .containsExactly("/types/0 unknown_name");
        assertThat(faults("{\"url\": \"https://8.8.8.8\", \"place\": \"nowhere\"}"))
                .containsExactly("/place unknown_reference");
        assertThat(faults("{\"url\": \"https://8.8.8.8\", \"secret\": \"whsec_short\"}"))
                .containsExactly("/secret malformed_value");
    }

    private List<String> faults(String body) {
        return Refusal.of(given.editor().body(body).post("/v1/webhooks"), 400, "invalid-request")
                .faults();
    }
}
