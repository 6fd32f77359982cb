package bienban.security.transport;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import bienban.Given;
import bienban.security.EdgeProfile;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URL;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What browsers and caches are told about every answer, on a connection with a certificate and without. */
@QuarkusTest
@TestProfile(EdgeProfile.class)
class AnswerHeadersTest {
    private static final AtomicInteger CALLERS = new AtomicInteger();

    @Inject
    Given given;

    @TestHTTPResource(value = "/v1/meetings?limit=1", tls = true)
    URL secure;

    @TestHTTPResource(value = "/health/ready", management = true)
    URL health;

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    @TestHTTPResource(value = "/info", management = true)
    URL info;

    private static RequestSpecification fresh() {
        return given().header("X-Forwarded-For", "100.64.0." + CALLERS.incrementAndGet());
    }

    private static void assertArmed(Response answer, String policy) {
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Content-Security-Policy")).contains(policy, "frame-ancestors 'none'");
        assertThat(answer.header("Cross-Origin-Resource-Policy")).isNotBlank();
    }

    @Test
    void armsEveryAnswerRefusalsIncluded() {
        assertArmed(fresh().get("/v1/meetings?limit=1"), "default-src 'none'");
        assertArmed(fresh().get("/v1/meetings?limit=0"), "default-src 'none'");
        assertArmed(fresh().get("/nothing"), "default-src 'none'");
        assertArmed(fresh().header("X-Long", "a".repeat(20_000)).get("/v1/meetings"), "default-src 'none'");
        assertArmed(fresh().get("/q/swagger-ui/"), "script-src 'self'");
        assertThat(fresh().get("/v1/meetings?limit=1").header("Content-Security-Policy"))
                .doesNotContain("script-src");
    }

    @Test
    void tellsCachesWhatToKeep() {
        var id = given.meeting(given.place(), "2024-01-01");
        var open = fresh().get("/v1/meetings/{id}", id);
        assertThat(open.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(open.header("ETag")).isNotBlank();
        var known = fresh().header("If-None-Match", open.header("ETag")).get("/v1/meetings/{id}", id);
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(known.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(fresh().get("/v1/meetings/none").header("Cache-Control")).isEqualTo("no-store");
        assertThat(given.editor().get("/v1/meetings/{id}", id).header("Cache-Control"))
                .isEqualTo("private, no-store");
        assertThat(fresh().header("Authorization", "Bearer bb_wrong")
                        .get("/v1/meetings")
                        .header("Cache-Control"))
                .isEqualTo("private, no-store");
    }

    @Test
    void servesWithACertificateAndAsksToStayThere() {
        var answer = fresh().relaxedHTTPSValidation().get(secure.toString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(secure.getProtocol()).isEqualTo("https");
        assertThat(answer.header("Strict-Transport-Security")).isEqualTo("max-age=31536000");
        assertThat(fresh().get("/v1/meetings?limit=1").header("Strict-Transport-Security"))
                .isNull();
        assertThat(fresh().header("X-Forwarded-Proto", "https")
                        .get("/v1/meetings?limit=1")
                        .header("Strict-Transport-Security"))
                .as("a trusted proxy ends the secure connection")
                .isEqualTo("max-age=31536000");
    }

    @Test
    void keepsHealthMetricsAndInfoToAPortOfTheirOwn() {
        for (var path : new String[] {"/q/health", "/q/health/ready", "/q/metrics", "/q/info"}) {
            assertThat(fresh().get(path).statusCode()).as(path).isEqualTo(404);
        }
        var ready = given().get(health.toString());
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.<String>path("status")).isEqualTo("UP");
        assertThat(ready.asString()).contains("Database");
        fresh().get("/v1/meetings/secret-name-of-a-record");
        var counted = given().accept("text/plain").get(metrics.toString()).asString();
        assertThat(counted).contains("http_server_requests_seconds_count", "/v1/meetings/{id}");
        assertThat(counted).as("never what was asked for").doesNotContain("secret-name-of-a-record");
        assertThat(given().get(info.toString()).statusCode()).isEqualTo(200);
        assertThat(fresh().get("/q/openapi").statusCode()).isEqualTo(200);
    }
}
