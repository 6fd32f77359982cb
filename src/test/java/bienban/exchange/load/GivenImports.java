package bienban.exchange.load;

import static org.assertj.core.api.Assertions.assertThat;

import bienban.Given;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Files that are sent, and jobs that are waited for. */
@ApplicationScoped
class GivenImports {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Set<String> OVER = Set.of("done", "failed", "cancelled");

    private final Given given;

    GivenImports(Given given) {
        this.given = given;
    }

    ValidatableResponse send(String key, String query, String type, byte[] file) {
        return RestAssured.given()
                .header("Accept-Language", "en")
                .header("Authorization", key)
                .contentType(type)
                .body(file)
                .post("/v1/imports?" + query)
                .then();
    }

    /** The job when it is over. */
    JsonPath job(String query, String type, String file) {
        return job(query, type, file.getBytes(StandardCharsets.UTF_8));
    }

    JsonPath job(String query, String type, byte[] file) {
        return over(
                Given.text(send(Given.KEY, query, type, file).statusCode(202).extract(), "/id"));
    }

    JsonPath ndjson(String query, String... rows) {
        return job(query, "application/x-ndjson", String.join("\n", rows) + "\n");
    }

    JsonPath csv(String query, String... rows) {
        return job(query, "text/csv", String.join("\r\n", rows) + "\r\n");
    }

    JsonPath over(String id) {
        var end = Instant.now().plus(LONGEST);
        while (Instant.now().isBefore(end)) {
            var job = given.editor()
                    .get("/v1/imports/{id}", id)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            if (OVER.contains(job.getString("state"))) {
                return job;
            }
        }
        throw new AssertionError("the import is not over after " + LONGEST);
    }

    static void counted(JsonPath job, String state, long read, long written, long unchanged, long refused) {
        assertThat(job.getString("state") + " " + job.getMap("rows"))
                .isEqualTo("%s {read=%d, written=%d, unchanged=%d, refused=%d}"
                        .formatted(state, read, written, unchanged, refused));
    }

    /** All faults of a job as {@code "line /pointer code"}. */
    List<String> faults(JsonPath job) {
        return given
                .editor()
                .get("/v1/imports/{id}/errors?limit=200", job.getString("id"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .<Map<String, Object>>getList("items")
                .stream()
                .flatMap(GivenImports::faults)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Stream<String> faults(Map<String, Object> row) {
        return ((List<Map<String, String>>) row.get("errors"))
                .stream().map(e -> row.get("line") + " " + e.get("pointer") + " " + e.get("code"));
    }

    static String figure(String place, String value, String... more) {
        return "{\"place\": {\"code\": \"%s\"}, \"label\": \"Số liệu nhập\", \"value\": %s%s}"
                .formatted(place, value, more.length == 0 ? "" : ", " + String.join(", ", more));
    }
}
