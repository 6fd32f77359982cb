package bienban.security;

import static org.assertj.core.api.Assertions.assertThat;

import bienban.Given;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A draft of another desk is answered as what is not there: in the same words, and by asking the database as often, because the time it takes tells too. */
@QuarkusTest
class SilenceTest {
    @Inject
    Given given;

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/meetings/{id}",
        "GET, /v1/meetings/{id}?include=participants",
        "GET, /v1/meetings/{id}/versions",
        "GET, /v1/meetings/{id}/versions/1",
        "GET, /v1/meetings/{id}/versions/1/diff",
        "GET, /v1/meetings/{id}/evidence?pointer=/title",
        "GET, /v1/meetings/{id}/corrections",
        "POST, /v1/meetings/{id}/corrections",
        "PATCH, /v1/meetings/{id}",
        "DELETE, /v1/meetings/{id}"
    })
    void saysNoMoreOfADraftThanOfNothing(String method, String path) {
        var draft = given.post(
                        "/v1/meetings",
                        "{\"title\": \"Kín\", \"kind\": \"other\", \"place\": {\"code\": \"%s\"}}"
                                .formatted(given.place()))
                .extract()
                .<String>path("id");
        var nothing = UUID.randomUUID().toString();
        var key = given.key(Role.reviewer, given.place());
        // The first use of a key looks it up.
        given.as(key).get("/v1/vocabularies");
        var ofDraft = asked(key, method, path.replace("{id}", draft));
        var ofNothing = asked(key, method, path.replace("{id}", nothing));
        assertThat(ofDraft.replace(draft, "ID")).isEqualTo(ofNothing.replace(nothing, "ID"));
    }

    private String asked(String key, String method, String path) {
        var answer = new AtomicReference<Response>();
        var statements =
                given.statementsOf(() -> answer.set(request(key, method).request(method, path)));
        return answer.get().statusCode() + " " + statements + " " + answer.get().asString();
    }

    private RequestSpecification request(String key, String method) {
        var request = given.as(key).header("If-Match", "*");
        return switch (method) {
            case "POST" -> request.body("{\"text\": \"a\"}");
            case "PATCH" -> request.contentType("application/merge-patch+json").body("{\"title\": \"a\"}");
            default -> request;
        };
    }
}
