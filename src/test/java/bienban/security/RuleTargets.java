package bienban.security;

import bienban.Given;
import bienban.record.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Makes the records on which the table of rules is tried: of a kind, in a status, at home in a place or nowhere. */
@ApplicationScoped
class RuleTargets {
    private final Given given;

    RuleTargets(Given given) {
        this.given = given;
    }

    /** The values of the variables of a row. */
    Map<String, String> make(String record, String home) {
        var words = record.split(" ");
        var status = words.length == 1 ? "published" : words[1];
        return switch (words[0]) {
            case "place" -> Map.of("id", home == null ? "" : home);
            case "meeting" -> Map.of("id", meeting(home, status, ""));
            case "directive" -> Map.of("id", directive(home, status));
            case "report" -> report(home, status);
            case "figure" -> Map.of("id", figure(home, status));
            case "participant" -> participant(home, status);
            case "speaker" ->
                Map.of(
                        "id", post("speakers", "\"name\": \"$new\"", home, status),
                        "other", post("speakers", "\"name\": \"$new\"", home, status));
            case "organization" ->
                Map.of("id", post("organizations", "\"name\": \"$new\", \"kind\": \"other\"", home, status));
            case "document" -> Map.of("id", post("documents", "\"type\": \"plan\", \"title\": \"$new\"", home, status));
            case "observation" -> Map.of("id", post("observations", "\"label\": \"a\", \"value\": 1", home, status));
            case "article" -> Map.of("id", article(home, status));
            case "import" ->
                Map.of(
                        "id",
                        Given.text(
                                given.editor()
                                        .contentType("application/x-ndjson")
                                        .body("{}\n".getBytes(StandardCharsets.UTF_8))
                                        .post("/v1/imports?type=observations&dryRun=true")
                                        .then()
                                        .statusCode(202)
                                        .extract(),
                                "/id"));
            case "correction" -> Map.of("id", correction(home));
            case "indicator" -> Map.of("id", given.indicator("count", "sum", null));
            case "webhook" ->
                Map.of(
                        "id",
                        Given.text(
                                given.post("/v1/webhooks", "{\"url\": \"https://8.8.8.8/\"}")
                                        .extract(),
                                "/id"));
            case "key" ->
                Map.of(
                        "id",
                        Given.text(
                                given.post("/v1/keys", "{\"name\": \"a\", \"role\": \"reader\"}")
                                        .extract(),
                                "/id"));
            default -> Map.of("id", "");
        };
    }

    private String post(String path, String members, String home, String status) {
        var body = "{%s, \"status\": \"%s\"%s}".formatted(members.replace("$new", fresh()), status, place(home));
        return Given.text(given.post("/v1/" + path, body).extract(), "/id");
    }

    static String place(String home) {
        return home == null ? "" : ", \"place\": {\"code\": \"%s\"}".formatted(home);
    }

    /** A word that no other record bears. */
    static String fresh() {
        return Ids.next().toString().replace("-", "");
    }

    private String meeting(String home, String status, String more) {
        var first = status.equals("deleted") ? "draft" : status.equals("retracted") ? "published" : status;
        String id = Given.text(
                given.post(
                                "/v1/meetings",
                                "{\"title\": \"a\", \"kind\": \"other\", \"heldOn\": \"2024-01-01\", \"status\": \"%s\"%s%s}"
                                        .formatted(first, place(home), more))
                        .extract(),
                "/id");
        if (status.equals("deleted")) {
            given.patch().delete("/v1/meetings/{id}", id);
        } else if (status.equals("retracted")) {
            given.patch()
                    .body("{\"status\": \"retracted\", \"retraction\": {\"reason\": \"a\"}}")
                    .patch("/v1/meetings/{id}", id);
        }
        return id;
    }

    private String directive(String home, String status) {
        var meeting = meeting(home, status, ", \"directives\": [{\"text\": \"a\", \"addressees\": []}]");
        return Given.text(given.editor().get("/v1/meetings/{id}", meeting), "/directives/0/id");
    }

    private Map<String, String> report(String home, String status) {
        var directive = directive(home, status);
        String report = Given.text(
                given.post(
                                "/v1/directives/" + directive + "/progress",
                                "{\"state\": \"in_progress\", \"text\": \"a\", \"reporter\": \"a\", \"reportedOn\": \"2024-02-01\"}")
                        .extract(),
                "/id");
        return Map.of("id", directive, "report", report);
    }

    /** A figure of a meeting, about a place of its own that lies in nobody's scope. */
    private String figure(String home, String status) {
        var meeting = meeting(
                home,
                status,
                ", \"observations\": [{\"label\": \"a\", \"value\": 1, \"place\": {\"code\": \"%s\"}}]"
                        .formatted(given.place()));
        return Given.text(given.editor().get("/v1/meetings/{id}", meeting), "/observations/0/id");
    }

    private Map<String, String> participant(String home, String status) {
        var meeting = meeting(
                home,
                status,
                ", \"participations\": [{\"speaker\": {\"name\": \"%s\"}, \"roles\": [\"attendee\"]}]"
                        .formatted(fresh()));
        return Map.of(
                "meeting",
                meeting,
                "id",
                Given.text(given.editor().get("/v1/meetings/{id}", meeting), "/participations/0/speaker/id"));
    }

    /** Of a meeting that was changed after it was filed. */
    private String correction(String home) {
        var meeting = meeting(home, "published", "");
        String id = Given.text(
                given.post("/v1/meetings/" + meeting + "/corrections", "{\"text\": \"a\"}")
                        .extract(),
                "/id");
        given.patch().body("{\"title\": \"b\"}").patch("/v1/meetings/{id}", meeting);
        return id;
    }

    /** Entered by its text, as a draft; published where that is wanted. */
    private String article(String home, String status) {
        var body = "{\"text\": \"Bài %s về thời tiết.\"%s}"
                .formatted(fresh(), home == null ? "" : ", \"place\": \"" + home + "\"");
        String id = Given.text(given.post("/v1/articles", body).extract(), "/article");
        if (!status.equals("draft")) {
            given.editor()
                    .header("If-Match", "*")
                    .body("{\"title\": \"a\", \"authors\": [], \"status\": \"%s\"}".formatted(status))
                    .put("/v1/articles/{id}", id)
                    .then()
                    .statusCode(200);
        }
        return id;
    }
}
