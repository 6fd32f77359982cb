package bienban.security.limit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import bienban.Given;
import bienban.Refusal;
import bienban.security.EdgeProfile;
import bienban.security.oidc.TestIssuer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Each test calls from addresses of its own, which the trusted proxy on this machine names. */
@QuarkusTest
@TestProfile(EdgeProfile.class)
class LimitsTest {
    private static final AtomicInteger CALLERS = new AtomicInteger();
    private static final String POLICY = "\"address\";q=" + EdgeProfile.ADDRESS_QUOTA + ";w=3600";

    @Inject
    Given given;

    private static String newAddress() {
        return "198.51.100." + CALLERS.incrementAndGet();
    }

    private static RequestSpecification from(String address) {
        return given().header("X-Forwarded-For", address);
    }

    private static void assertRefused(Response answer, String policy) {
        Refusal.of(answer, 429, "too-many-requests");
        var wait = Long.parseLong(answer.header("Retry-After"));
        assertThat(wait).isBetween(1L, 3600L);
        assertThat(answer.header("RateLimit")).matches("\"" + policy + "\";r=\\d+;t=" + wait);
        assertThat(answer.header("RateLimit-Policy")).startsWith("\"" + policy + "\";q=");
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    @Test
    void countsByCostAndRefusesWhenAllIsUsed() {
        var address = newAddress();
        var left = EdgeProfile.ADDRESS_QUOTA;
        while (left >= 5) {
            left -= 5;
            var answer = from(address).get("/v1/meetings?limit=1&place=none");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.header("RateLimit-Policy")).isEqualTo(POLICY);
            assertThat(answer.header("RateLimit")).isEqualTo("\"address\";r=%d;t=36".formatted(left));
        }
        assertRefused(from(address).get("/v1/meetings?limit=1"), "address");
        assertRefused(from(address).get("/v1/meetings/none"), "address");
        assertRefused(from(address).get("/nothing"), "address");
        assertThat(from(newAddress()).get("/v1/meetings?limit=1").statusCode())
                .as("another caller")
                .isEqualTo(200);
    }

    @Test
    void takesMoreForWhatIsDear() {
        var address = newAddress();
        from(address).get("/v1/directives/summary?by=state&place=none");
        assertThat(from(address).get("/v1/vocabularies").header("RateLimit"))
                .isEqualTo("\"address\";r=%d;t=36".formatted(EdgeProfile.ADDRESS_QUOTA - 21));
    }

    @Test
    void countsWhatACallerNamesHimselfAsNothing() {
        var address = newAddress();
        for (int i = 0; i < EdgeProfile.ADDRESS_QUOTA; i++) {
            from("203.0.113." + i + ", " + address).get("/nothing");
        }
        assertRefused(from("203.0.113.250, " + address).get("/nothing"), "address");
        assertThat(from(address + ", " + newAddress()).get("/nothing").statusCode())
                .as("only the last address before the proxy counts")
                .isEqualTo(404);
        assertRefused(from(address).header("Forwarded", "for=203.0.113.251").get("/nothing"), "address");
    }

    @Test
    void countsAKeyWhereverItCallsFrom() {
        var token = TestIssuer.token("limited", "bienban-reader");
        Response last = null;
        for (int i = 0; i < EdgeProfile.READER_QUOTA / 5; i++) {
            last = from(newAddress()).header("Authorization", "Bearer " + token).get("/v1/meetings?limit=1");
            assertThat(last.statusCode()).isEqualTo(200);
        }
        assertThat(last.header("RateLimit-Policy")).isEqualTo("\"key\";q=" + EdgeProfile.READER_QUOTA + ";w=3600");
        assertThat(last.header("RateLimit")).startsWith("\"key\";r=0;t=");
        assertRefused(
                from(newAddress()).header("Authorization", "Bearer " + token).get("/v1/meetings?limit=1"), "key");
        assertThat(from(newAddress())
                        .header("Authorization", "Bearer " + TestIssuer.token("another", "bienban-reader"))
                        .get("/v1/meetings?limit=1")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void givesHigherRolesMore() {
        var admin = given.editor().get("/v1/meetings?limit=1");
        assertThat(admin.header("RateLimit-Policy")).isEqualTo("\"key\";q=120000;w=3600");
    }

    @Test
    void looksAtNoMoreCredentialsAfterTooManyThatWereWrong() {
        var address = newAddress();
        for (int i = 0; i < EdgeProfile.FAILURES; i++) {
            Refusal.of(
                    from(address).header("Authorization", "Bearer bb_wrong" + i).get("/v1/meetings"),
                    401,
                    "credentials-needed");
        }
        assertRefused(from(address).header("Authorization", "Bearer bb_wrong").get("/v1/meetings"), "failures");
        assertRefused(from(address).header("Authorization", Given.KEY).get("/v1/meetings"), "failures");
        assertThat(from(address).get("/v1/meetings?limit=1").statusCode())
                .as("reading without a key goes on")
                .isEqualTo(200);
        assertThat(from(newAddress())
                        .header("Authorization", Given.KEY)
                        .get("/v1/meetings?limit=1")
                        .statusCode())
                .as("and the key from elsewhere")
                .isEqualTo(200);
    }

    @Test
    void countsWritesWithoutAKeyByTheAddress() {
        var address = newAddress();
        for (int i = 0; i < EdgeProfile.ADDRESS_QUOTA / 10; i++) {
            Refusal.of(
                    from(address).contentType("application/json").body("{}").post("/v1/meetings"),
                    401,
                    "credentials-needed");
        }
        assertRefused(from(address).contentType("application/json").body("{}").post("/v1/meetings"), "address");
    }

    @Test
    void boundsWhatOnePageHolds() {
        var refused = from(newAddress())
                .header("Accept-Language", "en")
                .get("/v1/meetings?limit=200&include=observations,directives,findings,evidence,participants");
        assertThat(Refusal.of(refused, 400, "invalid-request").faults()).containsExactly("limit too_heavy");
        assertThat(refused.<String>path("errors[0].detail")).contains("5 included", "at most 166 records");
        assertThat(from(newAddress())
                        .get(
                                "/v1/meetings?limit=166&place=none&include=observations,directives,findings,evidence,participants")
                        .statusCode())
                .isEqualTo(200);
        assertThat(Refusal.of(
                                from(newAddress())
                                        .get(
                                                "/v1/meetings?limit=200&fields=id,observations,directives,findings,evidence,decisions"),
                                400,
                                "invalid-request")
                        .faults())
                .containsExactly("limit too_heavy");
        assertThat(from(newAddress()).get("/v1/meetings?limit=200&place=none").statusCode())
                .isEqualTo(200);
    }
}
