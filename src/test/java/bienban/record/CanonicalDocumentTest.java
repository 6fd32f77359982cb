package bienban.record;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import bienban.Given;
import bienban.Refusal;
import bienban.Stored;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The document of a record changes when its content does, by whichever way, and never otherwise. */
@QuarkusTest
class CanonicalDocumentTest {
    private static final String[] WHOLE = {
        "\"host\": {\"name\": \"Thị ủy\", \"kind\": \"party_committee\"}",
        "\"participations\": [{\"speaker\": {\"name\": \"Đào Quang Minh\"}, \"roles\": [\"chair\"], \"posts\": [\"Bí thư\"]}]",
        "\"observations\": [{\"label\": \"a\", \"value\": 1.50, \"unit\": \"VND\", \"unitMultiplier\": 9, \"share\": 51.80}]",
        "\"findings\": [{\"kind\": \"result\", \"text\": \"a\", \"topics\": [\"budget\"]}]",
        "\"decisions\": [{\"text\": \"a\", \"outcome\": \"adopted\", \"composition\": [{\"bloc\": \"b\", \"seats\": 3}]}]",
        "\"directives\": [{\"text\": \"a\", \"issuer\": {\"type\": \"speaker\", \"name\": \"Đào Quang Minh\"}, \"addressees\": [{\"name\": \"UBND\"}], \"dueOn\": \"2025-06\"}]",
        "\"proposals\": [{\"text\": \"a\", \"answer\": \"b\"}]",
        "\"documents\": [{\"type\": \"resolution\", \"number\": \"17-NQ/TU\", \"issuer\": \"Tỉnh ủy\", \"label\": \"NQ 17\"}]",
        "\"sources\": [{\"title\": \"Bài viết\"}]"
    };

    @Inject
    Given given;

    @Inject
    Stored stored;

    @Test
    void staysWhenTheSameIsWrittenAgain() {
        var id = given.meeting(given.place(), "2024-01-01", WHOLE);
        var first = get(id);
        var before = stored.state();
        var document = stored.texts("select document from record where key = '" + id + "'")
                .get(0);
        for (var body : new String[] {document, first.asString().replaceAll(",\"progress\":\\{[^}]*}", "")}) {
            var put = given.editor()
                    .header("If-Match", first.header("ETag"))
                    .body(body)
                    .put("/v1/meetings/{id}", id);
            assertThat(put.statusCode()).as(put.asString()).isEqualTo(200);
        }
        assertThat(given.patch().body("{}").patch("/v1/meetings/{id}", id).statusCode())
                .isEqualTo(200);
        assertThat(given.patch()
                        .body("{\"title\": \"Hội nghị thử nghiệm\", \"dayPart\": null}")
                        .patch("/v1/meetings/{id}", id)
                        .statusCode())
                .isEqualTo(200);
        assertThat(stored.state()).isEqualTo(before);
        var last = get(id);
        assertThat(last.asString()).isEqualTo(first.asString());
        assertThat(last.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(last.header("Last-Modified")).isEqualTo(first.header("Last-Modified"));
    }

    @Test
    void followsARepairByHand() {
        var id = given.meeting(given.place(), "2024-01-01", WHOLE);
        given.sql("update meeting set title = 'Sửa bằng tay' where id = '" + id + "'");
        var repaired = get(id);
        assertThat(repaired.<String>path("title")).isEqualTo("Sửa bằng tay");
        assertThat(repaired.<Integer>path("version")).isEqualTo(2);
        assertThat(stored.texts("select action from record_change where key = '" + id + "' order by seq"))
                .containsExactly("created", "updated");
        var directive = repaired.<String>path("directives[0].id");
        assertThat(stored.texts("select document from record where key = '" + directive + "'")
                        .get(0))
                .contains("Sửa bằng tay");
        given.sql("delete from finding where meeting_id = '" + id + "'");
        assertThat(get(id).<Integer>path("version")).isEqualTo(3);
        assertThat(stored.contradictions()).isEmpty();
    }

    @Test
    void showsANewNameEverywhereFromOneTransactionOn() {
        var place = given.place();
        var one = given.meeting(place, "2024-01-01", WHOLE);
        var two = given.meeting(
                place,
                "2024-01-02",
                "\"counterparts\": [{\"name\": \"Thị ủy\"}]",
                "\"directives\": [{\"text\": \"a\", \"issuer\": {\"type\": \"organization\", \"name\": \"Thị ủy\"}}]");
        var other = given.meeting(place, "2024-01-03");
        var host = get(one).<String>path("host.id");
        assertThat(get(two).<String>path("counterparts[0].id")).isEqualTo(host);
        assertThat(given.patch()
                        .body("{\"name\": \"Thành ủy\"}")
                        .patch("/v1/organizations/{id}", host)
                        .statusCode())
                .isEqualTo(200);
        assertThat(get(one).<String>path("host.name")).isEqualTo("Thành ủy");
        assertThat(get(two).<String>path("counterparts[0].name")).isEqualTo("Thành ủy");
        assertThat(get(two).<String>path("directives[0].issuer.name")).isEqualTo("Thành ủy");
        assertThat(get(other).<Integer>path("version")).isEqualTo(1);
        assertThat(stored.number(
                        "select count(distinct xact) from record where document like '%Thành ủy%' and place_code = '"
                                + place + "'"))
                .isEqualTo(1);
        assertThat(stored.contradictions()).isEmpty();
    }

    @Test
    void leavesATombstoneOfTheMeetingAndItsParts() {
        var id = given.meeting(given.place(), "2024-01-01", WHOLE);
        var parts = List.of(id, get(id).<String>path("directives[0].id"), get(id).<String>path("observations[0].id"));
        assertThat(given.editor()
                        .header("If-Match", "*")
                        .delete("/v1/meetings/{id}", id)
                        .statusCode())
                .isEqualTo(204);
        Refusal.of(given().get("/v1/meetings/{id}", id), 410, "gone");
        Refusal.of(given.editor().get("/v1/meetings/{id}", id), 410, "gone");
        for (var part : parts) {
            assertThat(stored.texts(
                                    "select status || ' ' || version || ' ' || (document::json ->> 'status') from record where key = '"
                                            + part + "'")
                            .get(0))
                    .isEqualTo("deleted 2 deleted");
            assertThat(stored.texts("select action from record_change where key = '" + part + "' order by seq"))
                    .containsExactly("created", "deleted");
        }
        assertThat(stored.contradictions()).isEmpty();
        var again = given.editor()
                .body("{\"id\": \"%s\", \"title\": \"a\", \"kind\": \"other\", \"place\": {\"code\": \"%s\"}}"
                        .formatted(id, given.place()));
        Refusal.of(again.post("/v1/meetings"), 409, "already-there");
    }

    @Test
    void takesBackWhatIsRetractedAndHidesDrafts() {
        var place = given.place();
        var retracted = given.meeting(place, "2024-01-01");
        given.patch()
                .body("{\"status\": \"retracted\", \"retraction\": {\"reason\": \"a\"}}")
                .patch("/v1/meetings/{id}", retracted);
        Refusal.of(given().get("/v1/meetings/{id}", retracted), 410, "retracted");
        assertThat(given.editor().get("/v1/meetings/{id}", retracted).<String>path("status"))
                .isEqualTo("retracted");
        assertThat(stored.texts("select action from record_change where key = '" + retracted + "' order by seq"))
                .containsExactly("created", "retracted");

        var draft = given.post(
                        "/v1/meetings",
                        "{\"title\": \"a\", \"kind\": \"other\", \"place\": {\"code\": \"%s\"}}".formatted(place))
                .extract()
                .<String>path("id");
        Refusal.of(given().get("/v1/meetings/{id}", draft), 404, "not-found");
        assertThat(given.editor().get("/v1/meetings/{id}", draft).<String>path("status"))
                .isEqualTo("draft");
        var shown = given().get("/v1/meetings?count=true&include=findings&place=" + place);
        assertThat(shown.<List<?>>path("items")).isEmpty();
        assertThat(shown.<Integer>path("total")).isZero();
        var toEditors = given.editor().get("/v1/meetings?count=true&place=" + place);
        assertThat(toEditors.<Integer>path("total")).isEqualTo(2);
        Refusal.of(given().get("/v1/meetings?status=draft&place=" + place), 401, "credentials-needed");
    }

    @Test
    void neverTakesAnIdOfAnotherKind() {
        var place = given.place();
        var id = given.meeting(place, "2024-01-01", WHOLE);
        var host = get(id).<String>path("host.id");
        var before = stored.state();
        var body = "{\"id\": \"%s\", \"title\": \"a\", \"kind\": \"other\", \"place\": {\"code\": \"%s\"}%s}";
        Refusal.of(given.editor().body(body.formatted(host, place, "")).post("/v1/meetings"), 409, "already-there");
        var sameAsSpeaker = ", \"host\": {\"id\": \"%s\", \"name\": \"Mới\"}"
                .formatted(get(id).<String>path("participations[0].speaker.id"));
        var other = "01900f5e-2a00-7c3e-9d6a-" + id.substring(24);
        Refusal.of(
                given.editor().body(body.formatted(other, place, sameAsSpeaker)).post("/v1/meetings"),
                409,
                "conflicts-with-record");
        assertThat(stored.state()).isEqualTo(before);
    }

    private Response get(String id) {
        var answer = given().get("/v1/meetings/{id}", id);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }
}
