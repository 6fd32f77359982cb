package bienban.history;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import bienban.Given;
import bienban.Refusal;
import bienban.Stored;
import bienban.shared.StrictJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a record was before: who may see it, and that it is exactly that. */
@QuarkusTest
class VersionsTest {
    private static final String PATH = "/v1/meetings/{id}/versions";

    @Inject
    Given given;

    @Inject
    Stored stored;

    /** Draft, published, published with another title: three versions. */
    private String meeting(String place) {
        var id = given.post(
                        "/v1/meetings",
                        "{\"title\": \"Bản nháp\", \"kind\": \"other\", \"place\": {\"code\": \"%s\"}, \"directives\": [{\"text\": \"a\"}]}"
                                .formatted(place))
                .extract()
                .<String>path("id");
        change(id, "{\"status\": \"published\", \"title\": \"Công bố\"}");
        change(id, "{\"title\": \"Sửa lại\"}");
        return id;
    }

    private void change(String id, String patch) {
        given.patch().body(patch).patch("/v1/meetings/{id}", id).then().statusCode(200);
    }

    @Test
    void listsAllVersionsToEditorsWithWhoWroteThem() throws Exception {
        var id = meeting(given.place());
        var list = given.editor().get(PATH, id);
        assertThat(list.statusCode()).as(list.asString()).isEqualTo(200);
        assertThat(list.<List<Integer>>path("items.version")).containsExactly(3, 2, 1);
        assertThat(list.<List<String>>path("items.status")).containsExactly("published", "published", "draft");
        assertThat(list.<List<String>>path("items.actor")).containsExactly("admin-key", "admin-key", "admin-key");
        for (var item : list.<List<Map<String, Object>>>path("items")) {
            var bytes = given.editor().get(PATH + "/" + item.get("version"), id).asByteArray();
            assertThat(item).containsEntry("size", bytes.length);
            assertThat(item)
                    .containsEntry(
                            "hash",
                            HexFormat.of()
                                    .formatHex(
                                            MessageDigest.getInstance("SHA-256").digest(bytes)));
        }
    }

    @Test
    void givesTheVeryBytesOfAVersionWithAStrongTag() {
        var id = meeting(given.place());
        for (int version = 1; version <= 3; version++) {
            var answer = given.editor().get(PATH + "/" + version, id);
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
            assertThat(answer.header("ETag")).matches("\"" + version + "\\.[0-9a-f]{8}\"");
            assertThat(answer.asString())
                    .isEqualTo(stored.texts("select document from record_history where id = '%s' and version = %d"
                                    .formatted(id, version))
                            .get(0));
            var again = given.editor()
                    .header("If-None-Match", answer.header("ETag"))
                    .get(PATH + "/" + version, id);
            assertThat(again.statusCode()).isEqualTo(304);
        }
        assertThat(given.editor().get(PATH + "/1", id).<String>path("title")).isEqualTo("Bản nháp");
    }

    @Test
    void showsThePublicOnlyWhatWasPublishedAndNotByWhom() {
        var id = meeting(given.place());
        var list = when().get(PATH, id);
        assertThat(list.<List<Integer>>path("items.version")).containsExactly(3, 2);
        assertThat(list.asString()).doesNotContain("actor", "admin-key", "Bản nháp");
        assertThat(when().get(PATH + "/2", id).<String>path("title")).isEqualTo("Công bố");
        Refusal.of(when().get(PATH + "/1", id), 404, "not-found");
        Refusal.of(when().get(PATH + "/1/diff", id), 404, "not-found");
        Refusal.of(when().get(PATH + "/3/diff?from=1", id), 404, "not-found");
        // The first that the public sees is compared with nothing, not with the draft before it.
        assertThat(when().get(PATH + "/2/diff", id).asString())
                .contains("Công bố")
                .doesNotContain("Bản nháp", "test", "remove");
    }

    @Test
    void hidesTheHistoryOfDraftsAndOfWhatWasTakenBack() {
        var place = given.place();
        var draft = given.post(
                        "/v1/meetings",
                        "{\"title\": \"a\", \"kind\": \"other\", \"place\": {\"code\": \"%s\"}}".formatted(place))
                .extract()
                .<String>path("id");
        var retracted = meeting(place);
        change(retracted, "{\"status\": \"retracted\", \"retraction\": {\"reason\": \"Nhập nhầm\"}}");
        for (var path : List.of(PATH, PATH + "/1", PATH + "/1/diff")) {
            Refusal.of(when().get(path, draft), 404, "not-found");
        }
        for (var path : List.of(PATH, PATH + "/2", PATH + "/3", PATH + "/3/diff?from=2")) {
            Refusal.of(when().get(path, retracted), 410, "retracted");
            assertThat(given.editor().get(path, retracted).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void keepsTheHistoryOfWhatWasDeletedForEditors() {
        var id = meeting(given.place());
        given.editor()
                .header("If-Match", "*")
                .delete("/v1/meetings/{id}", id)
                .then()
                .statusCode(204);
        Refusal.of(when().get(PATH, id), 410, "gone");
        Refusal.of(when().get(PATH + "/2", id), 410, "gone");
        var list = given.editor().get(PATH, id);
        assertThat(list.<List<String>>path("items.status"))
                .containsExactly("deleted", "published", "published", "draft");
        assertThat(given.editor().get(PATH + "/3", id).<String>path("title")).isEqualTo("Sửa lại");
    }

    @Test
    void tellsWhatChangedSoThatItCanBeApplied() throws JsonProcessingException {
        var id = meeting(given.place());
        for (var pair : new int[][] {{1, 2}, {2, 3}, {3, 1}, {1, 3}, {2, 2}}) {
            var patch = given.editor()
                    .accept("application/json-patch+json")
                    .get(PATH + "/{to}/diff?from={from}", id, pair[1], pair[0]);
            assertThat(patch.statusCode()).as(patch.asString()).isEqualTo(200);
            assertThat(patch.contentType()).startsWith("application/json-patch+json");
            assertThat(applied(version(id, pair[0]), patch.asString()))
                    .isEqualTo(StrictJson.READER.readTree(version(id, pair[1]).asString()));
        }
        assertThat(given.editor().get(PATH + "/3/diff", id).<List<String>>path("path"))
                .containsExactlyInAnyOrder("/version", "/updatedAt", "/title");
        assertThat(given.editor().get(PATH + "/1/diff", id).<List<String>>path("op"))
                .containsOnly("add");
    }

    private Response version(String id, int number) {
        return given.editor().get(PATH + "/" + number, id);
    }

    private static JsonNode applied(Response before, String patch) throws JsonProcessingException {
        try (var document = Json.createReader(new StringReader(before.asString()));
                var operations = Json.createReader(new StringReader(patch))) {
            return StrictJson.READER.readTree(Json.createPatch(operations.readArray())
                    .apply(document.readObject())
                    .toString());
        }
    }

    @Test
    void isTheSameForEveryKind() {
        var place = given.place();
        var id = given.meeting(
                place,
                "2024-01-01",
                "\"host\": {\"name\": \"Thị ủy\"}",
                "\"participations\": [{\"speaker\": {\"name\": \"Đào Quang Minh\"}, \"roles\": [\"chair\"]}]",
                "\"observations\": [{\"label\": \"a\", \"value\": 1}]",
                "\"directives\": [{\"text\": \"a\"}]",
                "\"documents\": [{\"type\": \"plan\", \"title\": \"Kế hoạch %s\"}]".formatted(place),
                "\"sources\": [{\"title\": \"Bài viết\"}]");
        var meeting = when().get("/v1/meetings/{id}", id);
        var paths = Map.of(
                "speakers", "participations[0].speaker.id",
                "directives", "directives[0].id",
                "observations", "observations[0].id",
                "organizations", "host.id",
                "documents", "documents[0].id",
                "articles", "sources[0].article");
        paths.forEach((plural, path) -> versionOne(plural, meeting.path(path)));
        versionOne("places", place);
        versionOne("indicators", "production_value");
    }

    private void versionOne(String plural, String key) {
        var list = when().get("/v1/{kind}/{id}/versions", plural, key);
        assertThat(list.<Integer>path("items[-1].version")).as(list.asString()).isEqualTo(1);
        var one = when().get("/v1/{kind}/{id}/versions/1", plural, key);
        assertThat(one.<String>path("id")).as(one.asString()).isEqualTo(key);
    }

    @Test
    void pagesThroughManyVersions() {
        var id = given.meeting(given.place(), "2024-01-01");
        for (int i = 2; i <= 7; i++) {
            change(id, "{\"title\": \"Lần %d\"}".formatted(i));
        }
        var first = when().get(PATH + "?limit=3", id);
        assertThat(first.<List<Integer>>path("items.version")).containsExactly(7, 6, 5);
        var second = when().get(first.<String>path("next"));
        assertThat(second.<List<Integer>>path("items.version")).containsExactly(4, 3, 2);
        var oldestFirst = when().get(PATH + "?sort=version&limit=2&count=true&fields=version,status", id);
        assertThat(oldestFirst.<List<Integer>>path("items.version")).containsExactly(1, 2);
        assertThat(oldestFirst.<Integer>path("total")).isEqualTo(7);
        assertThat(oldestFirst.<Map<String, ?>>path("items[0]")).containsOnlyKeys("version", "status");
    }

    @Test
    void refusesWhatIsNotThere() {
        var id = given.meeting(given.place(), "2024-01-01");
        Refusal.of(when().get("/v1/nonsense/{id}/versions", id), 404, "unknown-path");
        Refusal.of(when().get("/v1/speakers/{id}/versions", id), 404, "not-found");
        for (var version : List.of("0", "2", "-1", "2147483647")) {
            Refusal.of(when().get(PATH + "/" + version, id), 404, "not-found");
        }
        Refusal.of(when().get(PATH + "/one", id), 404, "unknown-path");
        Refusal.of(when().get(PATH + "/1/diff?from=9", id), 404, "not-found");
        assertThat(Refusal.of(when().get(PATH + "/1/diff?from=x", id), 400, "invalid-request")
                        .faults())
                .containsExactly("from malformed_number");
        Refusal.of(RestAssured.given().accept("text/html").get(PATH + "/1/diff", id), 406, "not-acceptable");
    }

    @Test
    void takesAFixedNumberOfStatements() {
        var id = meeting(given.place());
        assertThat(given.statementsOf(() -> when().get(PATH, id))).isEqualTo(2);
        assertThat(given.statementsOf(() -> when().get(PATH + "/2", id))).isEqualTo(2);
        assertThat(given.statementsOf(() -> when().get(PATH + "/3/diff?from=2", id)))
                .isEqualTo(3);
    }

    @Test
    void countsBytesNotCharacters() {
        var id = given.meeting(given.place(), "2024-01-01");
        var body = when().get(PATH + "/1", id).asString();
        assertThat(when().get(PATH, id).<Integer>path("items[0].size"))
                .isEqualTo(body.getBytes(StandardCharsets.UTF_8).length)
                .isGreaterThan(body.length());
    }
}
