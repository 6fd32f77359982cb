package bienban;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;

/** An answer that must be a problem, in every respect that all problems share. */
public record Refusal(Response answer) {
    /** What gives away the inside. */
    private static final List<String> INTERNAL = List.of(
            "Exception",
            "bienban.",
            "java.",
            "jakarta",
            "hibernate",
            "org.",
            "\tat ",
            "select ",
            "insert ",
            "update ",
            "SQL",
            "ERROR",
            "stack",
            "RESTEASY");

    public static Refusal of(Response answer, int status, String code) {
        var body = answer.asString();
        assertThat(answer.statusCode()).as(body).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.<String>path("type")).isEqualTo("urn:bienban:problem:" + code);
        assertThat(answer.<Integer>path("status")).isEqualTo(status);
        assertThat(answer.<String>path("title")).isNotBlank();
        assertThat(answer.<String>path("detail")).isNotBlank();
        assertThat(answer.<String>path("instance")).startsWith("/");
        assertThat(answer.header("Content-Language")).isIn("vi", "en");
        assertClean(body);
        return new Refusal(answer);
    }

    public static void assertClean(String body) {
        assertThat(body).doesNotContain(INTERNAL);
    }

    /** The faults as {@code "/pointer code"} or {@code "parameter code"}, sorted. */
    public List<String> faults() {
        return answer.<List<Map<String, String>>>path("errors").stream()
                .map(e -> (e.containsKey("pointer") ? e.get("pointer") : e.get("parameter")) + " " + e.get("code"))
                .sorted()
                .toList();
    }
}
