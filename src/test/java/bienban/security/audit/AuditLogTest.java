package bienban.security.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import bienban.Audited;
import bienban.Given;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is written down about who did what, and what never is. */
@QuarkusTest
class AuditLogTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SECRET_TITLE = "Họp kín về nhân sự";

    @Inject
    Given given;

    private final Audited audited = new Audited();
    private final List<String> lines = audited.lines();

    @AfterEach
    void stopListening() {
        audited.close();
    }

    /** The one line that the deed wrote; it is written when the answer is, so it may come a little later. */
    private JsonNode lineOf(Runnable deed) {
        lines.clear();
        deed.run();
        var deadline = System.nanoTime() + 10_000_000_000L;
        while (lines.isEmpty() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0)).matches("[\\x20-\\x7e]+").doesNotContain("bb_test_key", "Bearer");
        try {
            return JSON.readTree(lines.get(0));
        } catch (JsonProcessingException e) {
            throw new AssertionError(lines.get(0), e);
        }
    }

    private static void assertLine(JsonNode line, String event, String outcome, int status) {
        assertThat(line.path("event").asText()).as(line.toString()).isEqualTo(event);
        assertThat(line.path("outcome").asText()).isEqualTo(outcome);
        assertThat(line.path("status").asInt()).isEqualTo(status);
        assertThat(line.path("address").asText()).isEqualTo("127.0.0.1");
        assertThat(line.path("time").asText()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
    }

    @Test
    void notesGrantedWritesWithRecordAndVersion() {
        var place = given.place();
        var body = "{\"title\": \"%s\", \"kind\": \"briefing\", \"place\": {\"code\": \"%s\"}}"
                .formatted(SECRET_TITLE, place);
        var made = lineOf(() -> given.editor().body(body).post("/v1/meetings"));
        assertLine(made, "write", "granted", 201);
        assertThat(made.path("subject").asText()).isEqualTo("admin-key");
        assertThat(made.path("role").asText()).isEqualTo("admin");
        assertThat(made.path("method").asText()).isEqualTo("POST");
        assertThat(made.path("path").asText()).isEqualTo("/v1/meetings");
        assertThat(made.path("operation").asText()).isEqualTo("createMeeting");
        assertThat(made.path("version").asText()).isEqualTo("1");
        assertThat(made.toString()).doesNotContain(SECRET_TITLE, "title");
        var id = made.path("record").asText();
        var changed = lineOf(() -> given.patch().body("{\"title\": \"Khác\"}").patch("/v1/meetings/{id}", id));
        assertLine(changed, "write", "granted", 200);
        assertThat(changed.path("path").asText()).isEqualTo("/v1/meetings/{id}");
        assertThat(changed.path("record").asText()).isEqualTo(id);
        assertThat(changed.path("version").asText()).isEqualTo("2");
    }

    @Test
    void notesRefusedWrites() {
        assertLine(
                lineOf(() -> given().contentType("application/json").body("{}").post("/v1/meetings")),
                "write",
                "refused",
                401);
        assertLine(lineOf(() -> given.editor().body("{}").post("/v1/meetings")), "write", "refused", 400);
        assertLine(lineOf(() -> given.editor().body("{}").post("/v1/nothing")), "write", "refused", 404);
        assertLine(
                lineOf(() -> given.editor().body(new byte[3_000_000]).post("/v1/meetings")), "write", "refused", 413);
        assertLine(
                lineOf(() -> given.patch().body("{\"title\": \"a\"}").patch("/v1/meetings/none")),
                "write",
                "refused",
                404);
    }

    @Test
    void notesTheUseOfKeysAndTheirRefusal() {
        var read = lineOf(() -> given().header("Authorization", Given.KEY).get("/v1/meetings?term=private"));
        assertLine(read, "read", "granted", 200);
        assertThat(read.toString()).doesNotContain("private", "?");
        var refused = lineOf(
                () -> given().header("Authorization", "Bearer bb_stolenkey123").get("/v1/meetings"));
        assertLine(refused, "authentication", "refused", 401);
        assertThat(refused.path("subject").asText()).isEqualTo("anonymous");
        assertThat(refused.toString()).doesNotContain("stolen");
    }

    @Test
    void doesNotNoteWhatAnyoneMayRead() {
        lines.clear();
        given().get("/v1/meetings?limit=1");
        given().get("/v1/meetings/none");
        var sentinel = lineOf(() -> given.editor().get("/v1/vocabularies"));
        assertThat(sentinel.path("path").asText()).isEqualTo("/v1/vocabularies");
    }

    @Test
    void keepsKeysOutThatStandWhereNamesBelong() {
        var line = lineOf(() -> given.editor().delete("/v1/meetings/bb_Zk4vQ9xT2mLw7rHc5nYd8pGs"));
        assertThat(line.toString()).doesNotContain("bb_", "Zk4vQ9");
        var token = lineOf(() -> given.editor().delete("/v1/meetings/eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln"));
        assertThat(token.toString()).doesNotContain("eyJ");
    }

    @Test
    void letsNobodyForgeALine() {
        var hostile = "a\n{\"event\":\"write\"}\r\u2028\u0085\u001b[2J";
        var line = new AuditLine("", "write", "granted", hostile, hostile, "", "", hostile, "", 200, hostile, "", null);
        assertThat(line.json()).matches("[\\x20-\\x7e]+");
        lineOf(() ->
                given.editor().urlEncodingEnabled(false).delete("/v1/meetings/a%0A%7B%22event%22:%22write%22%7D%0D"));
    }

    @Test
    void readsVersionsFromTagsOnly() {
        assertThat(Plain.version("\"12\"")).isEqualTo("12");
        assertThat(Plain.version("\"12.0a1b2c3d\"")).isEqualTo("12");
        assertThat(Plain.version("W/\"12\"")).isNull();
        assertThat(Plain.version("\"abc\"")).isNull();
        assertThat(Plain.version(null)).isNull();
        assertThat(Plain.text("a".repeat(500))).hasSize(101);
    }
}
