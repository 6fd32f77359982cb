package bienban.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import bienban.Given;
import bienban.Refusal;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Without a configured key, and without any that was made, nobody writes, whatever key is sent. */
@QuarkusTest
@TestProfile(ClosedTest.NoKey.class)
class ClosedTest {
    public static class NoKey implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("bienban.admin-key", "");
        }
    }

    @Inject
    Given given;

    /** Of other tests; the database is theirs too. */
    @BeforeEach
    void withoutAnyKey() {
        given.sql("update access_key set revoked_at = now() where revoked_at is null");
    }

    @Test
    void refusesToWrite() {
        Refusal.of(given().contentType("application/json").body("{}").post("/v1/meetings"), 403, "writes-closed");
        Refusal.of(
                given().header("Authorization", "Bearer ")
                        .contentType("application/json")
                        .body("{}")
                        .post("/v1/meetings"),
                401,
                "credentials-needed");
        Refusal.of(
                given().header("Authorization", "Bearer bb_test_key").get("/v1/meetings"), 401, "credentials-needed");
    }

    @Test
    void letsReadersRead() {
        assertThat(given().get("/v1/meetings?limit=1").statusCode()).isEqualTo(200);
    }
}
