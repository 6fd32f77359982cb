package bienban.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import bienban.Refusal;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AccessTest {
    @Test
    void asksForAKeyBeforeItReadsWhatIsWritten() {
        for (var method : new String[] {"POST", "PUT", "PATCH", "DELETE"}) {
            var path = method.equals("POST") ? "/v1/meetings" : "/v1/meetings/x";
            var type = method.equals("PATCH") ? "application/merge-patch+json" : "application/json";
            var answer = given().contentType(type).body("{").request(method, path);
            Refusal.of(answer, 401, "credentials-needed");
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        }
    }

    @Test
    void refusesWrongCredentialsForReadingToo() {
        for (var credentials : new String[] {
            "Bearer",
            "Bearer ",
            "Bearer bb_wrong",
            "bb_test_key",
            "Basic YmI6Y2M=",
            "Bearer bb_test_key2",
            "Bearer \u00e9"
        }) {
            var answer = given().header("Authorization", credentials).get("/v1/meetings");
            Refusal.of(answer, 401, "credentials-needed");
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        }
    }

    @Test
    void takesTheSchemeInAnyCase() {
        assertThat(given().header("Authorization", "bearer bb_test_key")
                        .get("/v1/meetings?limit=1")
                        .statusCode())
                .isEqualTo(200);
    }
}
