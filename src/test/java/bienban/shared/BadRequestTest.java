package bienban.shared;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import bienban.Given;
import bienban.Refusal;
import bienban.Stored;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Everything about a request that can be wrong beside its body. */
@QuarkusTest
class BadRequestTest {
    private static final List<String> MALFORMED = List.of(
            "/v1/meetings/%ZZ",
            "/v1/meetings/%",
            "/v1/meetings/%4",
            "/v1/meetings/a|b",
            "/v1/meetings/{id}",
            "/v1/meetings/a[b]",
            "/v1/meetings?place=%ZZ",
            "/v1/meetings?place=%4",
            "/v1/meetings?place=a|b",
            "/v1/meetings?place={a}",
            "/v1/meetings?place=`^",
            "/v1/meetings?place=\\",
            "/v1/meetings?place=<\">",
            "/v1/meetings?q=h\u00f4",
            "/nothing/%ZZ",
            "/q/openapi?x=%",
            "v1/meetings");

    @Inject
    Given given;

    @Inject
    Stored stored;

    @Test
    void answersInVietnameseUnlessEnglishIsPreferred() {
        for (var language : new String[] {"vi", "fr", "fr, de;q=0.5", "en;q=0.1, vi", "*", "$$;q=x,,en", "en;q=0"}) {
            var answer = given().header("Accept-Language", language).get("/v1/meetings/x");
            Refusal.of(answer, 404, "not-found");
            assertThat(answer.<String>path("title")).as(language).isEqualTo("Không tìm thấy");
            assertThat(answer.header("Content-Language")).isEqualTo("vi");
        }
        for (var language : new String[] {"en", "en-GB, vi;q=0.5", "vi;q=0.1, en", "fr, en"}) {
            var answer = given().header("Accept-Language", language).get("/v1/meetings/x");
            assertThat(answer.<String>path("title")).as(language).isEqualTo("Not found");
            assertThat(answer.header("Content-Language")).isEqualTo("en");
        }
    }

    @Test
    void knowsWhichAddressesThereAre() {
        for (var path :
                new String[] {"/", "/nothing", "/v1", "/v1/nothing", "/v1/meetings/a/b/c", "/q/nothing", "/v2/meetings"
                }) {
            Refusal.of(RestAssured.get(path), 404, "unknown-path");
        }
        assertThat(RestAssured.head("/v1/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void namesTheMethodsOfAnAddress() {
        allows("DELETE", "/v1/meetings", "GET, HEAD, OPTIONS, POST");
        allows("TRACE", "/v1/meetings", "GET, HEAD, OPTIONS, POST");
        allows("POST", "/v1/meetings/x", "DELETE, GET, HEAD, OPTIONS, PATCH, PUT");
        allows("DELETE", "/v1/meetings/x/versions/1", "GET, HEAD, OPTIONS");
        allows("POST", "/v1/meetings/x/versions/1/diff", "GET, HEAD, OPTIONS");
        allows("PUT", "/v1/speakers/x/versions", "GET, HEAD, OPTIONS");
        allows("DELETE", "/v1/meetings/x/corrections", "GET, HEAD, OPTIONS, POST");
        allows("PATCH", "/v1/meetings/x/evidence", "GET, HEAD, OPTIONS");
        allows("DELETE", "/v1/indicators/x/series", "GET, HEAD, OPTIONS");
        Refusal.of(given.editor().delete("/v1/meetings/x/nothing"), 404, "unknown-path");
        Refusal.of(given.editor().get("/v1/meetings/x/versions/one"), 404, "unknown-path");
        var options = given().request("OPTIONS", "/v1/meetings");
        assertThat(options.statusCode()).isEqualTo(204);
        assertThat(options.header("Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
        Refusal.of(given().request("OPTIONS", "/v1/nothing"), 404, "unknown-path");
    }

    private void allows(String method, String path, String methods) {
        var answer = given.editor().request(method, path);
        Refusal.of(answer, 405, "method-not-allowed");
        assertThat(answer.header("Allow")).isEqualTo(methods);
    }

    @Test
    void answersHeadAsGetWithoutTheBody() {
        var id = given.meeting(given.place(), "2024-01-01");
        var head = RestAssured.head("/v1/meetings/{id}", id);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.header("ETag"))
                .isEqualTo(RestAssured.get("/v1/meetings/{id}", id).header("ETag"));
        assertThat(head.asString()).isEmpty();
    }

    @Test
    void speaksJsonOnly() {
        for (var accept : new String[] {"text/html", "application/xml", "text/*, image/png"}) {
            Refusal.of(given().header("Accept", accept).get("/v1/meetings"), 406, "not-acceptable");
        }
        for (var accept :
                new String[] {"*/*", "application/*", "text/html, */*;q=0.1", "application/json; charset=utf-8"}) {
            assertThat(given().header("Accept", accept)
                            .get("/v1/meetings?place=none")
                            .statusCode())
                    .as(accept)
                    .isEqualTo(200);
        }
        var xml = given().header("Authorization", Given.KEY)
                .contentType("text/xml")
                .body("<a/>");
        Refusal.of(xml.post("/v1/meetings"), 415, "unsupported-media-type");
        Refusal.of(given.editor().body("{}").patch("/v1/meetings/x"), 415, "unsupported-media-type");
    }

    @Test
    void doesNotReadWhatIsTooLarge() throws IOException {
        var before = stored.state();
        var body = new byte[10_000_000];
        Arrays.fill(body, (byte) 'a');
        var head = "POST /v1/meetings HTTP/1.1\r\nAuthorization: %s\r\nContent-Type: application/json\r\n"
                .formatted(Given.KEY);
        assertTooLarge(Wire.answer(RestAssured.port, head + "Content-Length: 10000000", body));
        assertTooLarge(Wire.answer(RestAssured.port, head + "Transfer-Encoding: chunked", chunked(body)));
        assertTooLarge(Wire.answer(RestAssured.port, head + "Content-Length: 50000000", body));
        assertThat(stored.state()).isEqualTo(before);
    }

    private static void assertTooLarge(String answer) {
        assertThat(answer)
                .startsWith("HTTP/1.1 413 ")
                .contains("application/problem+json", "urn:bienban:problem:too-large");
    }

    private static byte[] chunked(byte[] body) {
        var text = new String(body, StandardCharsets.US_ASCII);
        var chunks = new StringBuilder();
        for (int at = 0; at < body.length; at += 100_000) {
            chunks.append("186a0\r\n").append(text, at, at + 100_000).append("\r\n");
        }
        return chunks.append("0\r\n\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void refusesAddressesAndHeadersThatCannotBe() throws IOException {
        assertProblem("/v1/meetings?place=" + "a".repeat(9_000), "", 414, "address-too-long");
        assertProblem("/v1/meetings", "\r\nX-Long: " + "a".repeat(20_000), 431, "headers-too-large");
        assertProblem("/v1/meetings/%00", "", 404, "not-found");
        assertProblem("/v1/meetings/%ff%fe", "", 404, "not-found");
    }

    @Test
    void readsWhateverTypeANonexistentBodyIsSaidToHave() {
        for (var path : new String[] {"/v1/changes?limit=1", "/v1/meetings?limit=1"}) {
            assertThat(RestAssured.given().header("Content-Type", "x").get(path).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void refusesToMergeWhatCannotBeThere() {
        RestAssured.given()
                .urlEncodingEnabled(false)
                .header("Authorization", Given.KEY)
                .header("Idempotency-Key", "a")
                .header("If-Match", "*")
                .contentType("application/json")
                .body("{\"into\": \"01900f5e-2a00-7c3e-9d6a-000000000002\"}")
                .post("/v1/speakers/%00/merge")
                .then()
                .statusCode(404);
    }

    @Test
    void refusesAFileOfNoType() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.getOutputStream()
                    .write(
                            ("POST /v1/imports?type=observations HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: "
                                            + Given.KEY + "\r\nContent-Length: 5\r\n\r\nfalse")
                                    .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 415 ");
        }
    }

    @Test
    void refusesAddressesThatAreNone() throws IOException {
        for (var path : MALFORMED) {
            assertProblem(path, "", 400, "malformed-address");
            assertProblem(path, "\r\nAccept-Language: en", 400, "malformed-address");
        }
        var instance = Wire.answer(RestAssured.port, "GET /v1/meetings/a[b]%ZZ?x=1 HTTP/1.1", new byte[0]);
        assertThat(instance)
                .contains("\"instance\":\"/v1/meetings/a%5Bb%5D%25ZZ\"")
                .contains("content-language: vi", "Địa chỉ không hợp lệ");
        assertThat(Wire.answer(RestAssured.port, "GET /v1/meetings/{id} HTTP/1.1\r\nAccept-Language: en", new byte[0]))
                .contains("content-language: en", "The address is malformed");
    }

    @Test
    void answersHeadOfWhatIsNoAddressWithoutABody() throws IOException {
        for (var path : MALFORMED) {
            var answer = Wire.answer(RestAssured.port, "HEAD " + path + " HTTP/1.1", new byte[0]);
            assertThat(answer)
                    .as(path)
                    .startsWith("HTTP/1.1 400 ")
                    .contains("application/problem+json")
                    .endsWith("\r\n\r\n");
            for (var method : new String[] {"OPTIONS", "POST", "DELETE", "PATCH", "TRACE"}) {
                assertThat(Wire.answer(RestAssured.port, method + " " + path + " HTTP/1.1", new byte[0]))
                        .as(method + " " + path)
                        .startsWith("HTTP/1.1 400 ")
                        .contains("urn:bienban:problem:malformed-address");
            }
        }
    }

    private static void assertProblem(String path, String headers, int status, String code) throws IOException {
        var answer = Wire.answer(RestAssured.port, "GET " + path + " HTTP/1.1" + headers, new byte[0]);
        assertThat(answer)
                .as(path)
                .startsWith("HTTP/1.1 " + status + " ")
                .contains("application/problem+json", "urn:bienban:problem:" + code);
        Refusal.assertClean(answer);
    }

    @Test
    void namesEveryParameterThatIsWrong() {
        assertThat(faults(
                        "limit=0&sort=heldOn&foo=1&count=maybe&kind=party&host=12&heldFrom=2021-02-30&status=deleted"))
                .containsExactly(
                        "count malformed_boolean",
                        "foo unknown_parameter",
                        "heldFrom malformed_date",
                        "host malformed_id",
                        "kind unknown_value",
                        "limit out_of_range",
                        "status unknown_value");
        assertThat(faults("limit=1&limit=2&sort=title&sort=heldOn"))
                .containsExactly("limit repeated_parameter", "sort repeated_parameter");
        assertThat(faults("limit=201")).containsExactly("limit out_of_range");
        assertThat(faults("limit=99999999999")).containsExactly("limit malformed_number");
        assertThat(faults("limit=&place=&sort=&fields=&heldFrom=&cursor=%20&within"))
                .containsExactly(
                        "cursor required",
                        "fields required",
                        "heldFrom required",
                        "limit required",
                        "place required",
                        "sort required",
                        "within required");
        assertThat(faults("place=%00&term=a%00b&b%00=1"))
                .containsExactly("b\0 unknown_parameter", "place malformed_value", "term malformed_value");
        assertThat(faults("term=%ff&host=%c3%28&kind=%e1%bb&%fe=1"))
                .containsExactly(
                        "host malformed_id", "kind unknown_value", "term malformed_value", "\ufffd unknown_parameter");
        assertThat(faults("heldFrom=2022-02&heldTo=2022-01")).containsExactly("heldTo together");
        assertThat(faults("within=subtree")).containsExactly("within together");
        assertThat(faults("sort=colour")).containsExactly("sort unknown_name");
        assertThat(faults("fields=id,colour&include=colour"))
                .containsExactly("fields unknown_name", "include unknown_name");
        assertThat(faults("limit=0&foo=1&fields=colour&include=colour&sort=colour&heldFrom=2022-02&heldTo=2022-01"))
                .containsExactly(
                        "fields unknown_name",
                        "foo unknown_parameter",
                        "heldTo together",
                        "include unknown_name",
                        "limit out_of_range",
                        "sort unknown_name");
    }

    @Test
    void listsTheValidNames() {
        var answer = given().header("Accept-Language", "en").get("/v1/meetings?colour=red");
        assertThat(answer.<List<String>>path("errors.detail").get(0)).contains("heldFrom", "place", "sort", "within");
        assertThat(given().get("/v1/meetings?sort=colour").asString()).contains("heldOn", "updatedAt", "title");
    }

    private static List<String> faults(String query) {
        return Refusal.of(given().urlEncodingEnabled(false).get("/v1/meetings?" + query), 400, "invalid-request")
                .faults();
    }
}
