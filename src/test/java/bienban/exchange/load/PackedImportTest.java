package bienban.exchange.load;

import static bienban.exchange.load.GivenImports.counted;
import static bienban.exchange.load.GivenImports.figure;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import bienban.Given;
import bienban.Refusal;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PackedImportTest {
    @Inject
    Given given;

    @Inject
    GivenImports imports;

    @ParameterizedTest
    @ValueSource(strings = {"zstd", "gzip", "X-GZIP"})
    void takesPackedFiles(String coding) throws IOException {
        var place = given.place();
        var packed = Packing.pack(bytes(figure(place, "1")), coding.equals("zstd") ? coding : "gzip");
        counted(job(send(packed, coding)), "done", 1, 1, 0, 0);
        when().get("/v1/observations?place={place}", place).then().body("items.value", contains(1));
    }

    @Test
    void takesBackAnExportAsItCame() throws IOException, InterruptedException {
        var place = given.place();
        counted(imports.ndjson("type=observations", figure(place, "1.5"), figure(place, "2")), "done", 2, 2, 0, 0);
        var export = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port
                                        + "/v1/exports/observations.ndjson?place=" + place))
                                .header("Accept-Encoding", "zstd")
                                .build(),
                        BodyHandlers.ofByteArray());
        assertThat(export.headers().firstValue("Content-Encoding")).contains("zstd");
        counted(job(send(export.body(), "zstd")), "done", 2, 0, 2, 0);
        given.sql("update observation set value = 9 where place_code = '" + place + "' and value = 2");
        counted(job(send(export.body(), "zstd")), "done", 2, 1, 1, 0);
        when().get("/v1/observations?place={place}", place).then().body("items.value", containsInAnyOrder(1.5f, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zstd", "gzip"})
    void refusesWhatCannotBeUnpackedAndWritesNothingOfIt(String coding) throws IOException {
        var place = given.place();
        var packed = Packing.pack(bytes((figure(place, "1") + "\n").repeat(2000)), coding);
        for (var broken : new byte[][] {Arrays.copyOf(packed, packed.length - 5), bytes(figure(place, "1"))}) {
            var refusal = Refusal.of(send(broken, coding), 400, "malformed-packing");
            assertThat(refusal.answer().<String>path("detail")).contains(coding);
        }
        given.editor()
                .get("/v1/imports?limit=1")
                .then()
                .body("items[0].state", equalTo("failed"))
                .body("items[0].problem.type", equalTo("urn:bienban:problem:malformed-packing"));
        when().get("/v1/observations?place={place}", place).then().body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "gzip, zstd", "deflate"})
    void namesThePackingsThatItTakes(String coding) {
        var answer = send(new byte[] {1}, coding);
        var refusal = Refusal.of(answer, 415, "unsupported-coding");
        assertThat(refusal.answer().<String>path("detail")).contains("zstd, gzip");
        assertThat(answer.header("Accept-Encoding")).isEqualTo("zstd, gzip");
    }

    private Response send(byte[] file, String coding) {
        return given.editor()
                .contentType("application/x-ndjson")
                .header("Content-Encoding", coding)
                .body(file)
                .post("/v1/imports?type=observations");
    }

    private JsonPath job(Response taken) {
        return imports.over(taken.then().statusCode(202).extract().path("id"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
