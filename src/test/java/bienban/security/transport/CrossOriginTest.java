package bienban.security.transport;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import bienban.Given;
import bienban.security.EdgeProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a browser is told about pages of other origins. */
@QuarkusTest
@TestProfile(EdgeProfile.class)
class CrossOriginTest {
    private static final String STRANGER = "https://news.example.org";
    private static final String PORTAL = "https://portal.example.vn";
    private static final AtomicInteger CALLERS = new AtomicInteger();

    private static Response preflight(String origin, String path, String method, String headers) {
        return given().header("Origin", origin)
                .header("Access-Control-Request-Method", method)
                .header("Access-Control-Request-Headers", headers)
                .request("OPTIONS", path);
    }

    private static Response get(String origin) {
        return given().header("X-Forwarded-For", "203.0.113." + CALLERS.incrementAndGet())
                .header("Origin", origin)
                .get("/v1/meetings?limit=1");
    }

    @Test
    void letsAnyPageReadWithoutCredentials() {
        for (var origin : new String[] {STRANGER, "null", "http://localhost:3000"}) {
            var answer = get(origin);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
            assertThat(answer.header("Access-Control-Allow-Credentials")).isNull();
            assertThat(answer.header("Access-Control-Expose-Headers"))
                    .contains(
                            "ETag", "Link", "Location", "RateLimit", "RateLimit-Policy", "Retry-After", "Feed-Cursor");
        }
        var preflight = preflight(STRANGER, "/v1/meetings", "GET", "if-none-match");
        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight.header("Access-Control-Allow-Methods").split(", ?"))
                .containsExactlyInAnyOrder("GET", "HEAD");
        assertThat(preflight.header("Access-Control-Allow-Headers"))
                .contains("if-none-match")
                .doesNotContain("authorization");
        assertThat(preflight.header("Access-Control-Max-Age")).isEqualTo("86400");
    }

    @Test
    void letsAnyPageAskWhatNeedsNoKey() {
        assertThat(preflight(STRANGER, "/v1/extractions", "POST", "content-type")
                        .header("Access-Control-Allow-Methods"))
                .isEqualTo("POST");
        assertThat(preflight(STRANGER, "/v1/meetings", "POST", "content-type").header("Access-Control-Allow-Methods"))
                .doesNotContain("POST");
    }

    @Test
    void letsConfiguredPagesDoAllWithCredentials() {
        var answer = get(PORTAL);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(PORTAL);
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEqualTo("true");
        assertThat(answer.headers().getValues("Vary")).contains("origin");
        var preflight = preflight(PORTAL, "/v1/meetings/x", "PATCH", "authorization,if-match,content-type");
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo(PORTAL);
        assertThat(preflight.header("Access-Control-Allow-Methods")).contains("PATCH", "DELETE", "PUT", "POST", "GET");
        assertThat(preflight.header("Access-Control-Allow-Headers"))
                .contains("authorization", "if-match", "idempotency-key");
    }

    @Test
    void takesNoLookAlike() {
        for (var origin : new String[] {
            "https://portal.example.vn.evil.org",
            "http://portal.example.vn",
            "https://portal.example.vn:8443",
            "https://xportal.example.vn",
            "HTTPS://PORTAL.EXAMPLE.VN"
        }) {
            assertThat(get(origin).header("Access-Control-Allow-Credentials"))
                    .as(origin)
                    .isNull();
            assertThat(preflight(origin, "/v1/meetings/x", "PATCH", "authorization")
                            .header("Access-Control-Allow-Headers"))
                    .as(origin)
                    .doesNotContain("authorization");
        }
    }

    @Test
    void letsPagesReadWhyTheyWereRefused() {
        var refused = given().header("Origin", STRANGER).get("/v1/meetings?limit=0");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.header("Access-Control-Allow-Origin")).isEqualTo("*");
        var unknown = given().header("Origin", PORTAL)
                .header("Authorization", "Bearer bb_wrong")
                .get("/v1/meetings");
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(unknown.header("Access-Control-Allow-Origin")).isEqualTo(PORTAL);
    }

    @Test
    void saysNothingToWhoIsNoPage() {
        var answer = given().header("Authorization", Given.KEY).get("/v1/meetings?limit=1");
        assertThat(answer.headers().asList())
                .noneMatch(header -> header.getName().startsWith("Access-Control-Allow"));
    }
}
