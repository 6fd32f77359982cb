package bienban.exchange.export;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import bienban.Given;
import bienban.Refusal;
import bienban.Stored;
import bienban.indicator.GivenFigures;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import jakarta.inject.Inject;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ExportResourceTest {
    @Inject
    Given given;

    @Inject
    GivenFigures figures;

    @Inject
    Stored stored;

    @Test
    void givesTheDocumentsAsTheyAreInTheOrderOfTheirIds() throws IOException {
        var place = given.place();
        for (int i = 1; i <= 5; i++) {
            given.meeting(place, "2024-0" + i + "-01");
        }
        var export = Download.of("/v1/exports/meetings.ndjson?place=" + place);

        assertThat(export.status()).isEqualTo(200);
        assertThat(export.headers().get("Content-Type")).isEqualTo("application/x-ndjson");
        assertThat(export.headers().get("Content-Disposition")).isEqualTo("attachment; filename=\"meetings.ndjson\"");
        assertThat(export.records())
                .hasSize(5)
                .isEqualTo(stored.texts(
                        "select r.document from record r join meeting m on m.id = r.id where m.place_code = '" + place
                                + "' order by r.key collate \"C\""));
        assertThat(export.trailer().get("rows").intValue()).isEqualTo(5);
        assertThat(export.trailer().get("sha256").textValue()).isEqualTo(export.sumBeforeTrailer());
        assertThat(export.trailer().get("cursor").textValue())
                .isEqualTo(export.headers().get("Feed-Cursor"))
                .isNotBlank();
        assertThat(export.trailers().get("Row-Count")).isEqualTo("5");
        assertThat(export.trailers().get("Content-SHA256")).isEqualTo(export.sumBeforeTrailer());
    }

    @Test
    void givesNothingButTheTrailerWhereNothingFits() throws IOException {
        var export = Download.of("/v1/exports/meetings.ndjson?place=" + given.place());
        assertThat(export.records()).isEmpty();
        assertThat(export.trailer().get("rows").intValue()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "meetings",
                "speakers",
                "directives",
                "observations",
                "organizations",
                "documents",
                "articles",
                "places",
                "indicators"
            })
    void givesEveryKindInBothForms(String kind) {
        // A server of one's own gets no samples.
        org.junit.jupiter.api.Assumptions.assumeTrue(io.restassured.RestAssured.given()
                        .get("/v1/meetings/01900f5e-2a00-7c3e-9d6a-6f1d2b7c4e10")
                        .statusCode()
                == 200);
        var lines = Download.of("/v1/exports/" + kind + ".ndjson");
        var table = Download.of("/v1/exports/" + kind + ".csv");
        assertThat(lines.records()).isNotEmpty().allMatch(line -> line.startsWith("{\"id\":\""));
        assertThat(table.text()).startsWith("id,version,updatedAt,").endsWith("\r\n");
        assertThat(table.trailers().get("Row-Count")).isEqualTo(lines.trailers().get("Row-Count"));
        assertThat(table.trailers().get("Content-SHA256")).isEqualTo(Download.sum(table.body()));
        assertThat(table.headers().get("Content-Type")).isEqualTo("text/csv; charset=utf-8; header=present");
    }

    @Test
    void keepsEveryCharacterOfADocument() {
        var place = given.place();
        var label =
                "\\ \\\\ \\n \" ' , ; \t \n \r\n \u0001 \u0002 \u001f \u007f \u2028 \u2029 \ufeff \ufffd 😀 ế e\u0302\u0301 \\. {} $1 %s";
        given.post("/v1/observations", """
                {"place": {"code": "%s"}, "label": %s, "value": 1}""".formatted(place, json(label)));
        given.post("/v1/observations", """
                {"place": {"code": "%s"}, "label": "\\\\.", "value": 1}""".formatted(place));

        assertThat(Download.of("/v1/exports/observations.ndjson?place=" + place).records())
                .hasSize(2)
                .isEqualTo(stored.texts(
                        "select r.document from record r join observation o on o.id = r.id where o.place_code = '"
                                + place + "' order by r.id"));
    }

    private static String json(String text) {
        try {
            return new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void givesATableThatNoSpreadsheetCalculates() {
        var place = given.place();
        var indicator = given.indicator("VND", "sum", null);
        var id = given.post("/v1/observations", """
                {"place": {"code": "%s"}, "indicator": "%s", "label": "=1+1, \\"x\\"", "value": -31167.50, "unit": "VND", "unitMultiplier": 9,
                 "unitLabel": "tỷ đồng", "period": "2022-01/2022-06", "estimated": true, "comparator": "over", "planShare": 51.70,
                 "raw": "'dòng 1\\nước", "source": {"title": "@Báo"}}""".formatted(place, indicator))
                .extract()
                .<String>path("id");
        var updated = stored.texts("select instant_text(updated_at) from record where key = '" + id + "'")
                .get(0);

        assertThat(Download.of("/v1/exports/observations.csv?place=" + place).text())
                .isEqualTo(
                        "id,version,updatedAt,place,placeName,placeLevel,indicator,label,parent,value,rangeTo,unit,unitMultiplier,"
                                + "unitLabel,normalizedValue,comparator,estimated,kind,period,periodFrom,periodTo,planShare,yearOnYear,"
                                + "yearOnYearAbsolute,yearOnYearFactor,whole,share,flags,meeting,meetingTitle,heldOn,sourceTitle,sourceUrl,raw\r\n"
                                + id + ",1," + updated + "," + place + ",Thị xã Thử Nghiệm " + place + ",province,"
                                + indicator
                                + ",\"'=1+1, \"\"x\"\"\",,-31167.5,,VND,9,tỷ đồng,-31167500000000,over,true,actual,2022-01/2022-06,2022-01-01,2022-06-30,"
                                + "51.7,,,,,,,,,,'@Báo,,\"''dòng 1\nước\"\r\n");
    }

    @Test
    void goesOnBehindAnId() {
        var place = given.place();
        for (int i = 1; i <= 4; i++) {
            given.meeting(place, "2024-0" + i + "-01");
        }
        var path = "/v1/exports/meetings.ndjson?place=" + place;
        var all = Download.of(path).records();
        var second = all.get(1).substring(7, 43);

        assertThat(Download.of(path + "&after=" + second).records()).isEqualTo(all.subList(2, 4));
        assertThat(Download.of("/v1/exports/places.csv?after=zzz").trailers().get("Row-Count"))
                .isEqualTo("0");
        var places = Download.of("/v1/exports/places.ndjson").records();
        assertThat(places).isSorted();
        assertThat(Download.of("/v1/exports/places.ndjson?after=292").records())
                .isEqualTo(places.stream()
                        .filter(p -> !p.startsWith("{\"id\":\"292\"") && p.compareTo("{\"id\":\"292\"") > 0)
                        .toList());
    }

    @Test
    void givesDraftsOnlyToEditorsWhoAskForThem() {
        var place = given.place();
        given.meeting(place, "2024-01-01");
        given.editor().body("""
                {"title": "Dự thảo", "kind": "briefing", "place": {"code": "%s"}}""".formatted(place)).post("/v1/meetings").then().statusCode(201);
        var path = "/v1/exports/meetings.ndjson?place=" + place;

        assertThat(Download.of(path).records()).hasSize(1);
        assertThat(Download.of(path, "Authorization", Given.KEY).records()).hasSize(1);
        assertThat(Download.of(path + "&status=draft", "Authorization", Given.KEY)
                        .records())
                .hasSize(1)
                .allMatch(line -> line.contains("Dự thảo"));
        Refusal.of(given().get(path + "&status=draft"), 401, "credentials-needed");
    }

    @Test
    void refusesWhatTheListWouldRefuse() {
        Refusal.of(given().get("/v1/exports/meetings.ndjson?plase=292"), 400, "invalid-request");
        given().get("/v1/exports/meetings.ndjson?plase=292").then().body("errors.parameter", hasItem("plase"));
        Refusal.of(given().get("/v1/exports/meetings.csv?heldFrom=yesterday"), 400, "invalid-request");
        Refusal.of(given().get("/v1/exports/meetings.csv?after=yesterday"), 400, "invalid-request");
        Refusal.of(given().get("/v1/exports/meetings.csv?limit=5"), 400, "invalid-request");
        assertThat(given().get("/v1/exports/meetings.xml").statusCode()).isEqualTo(404);
        assertThat(given().get("/v1/exports/secrets.ndjson").statusCode()).isEqualTo(404);
        assertThat(given().post("/v1/exports/meetings.ndjson").statusCode()).isIn(401, 403, 405);
    }

    @Test
    void takesTheFiltersOfTheListAndNoneOfTheirText() {
        var place = given.place();
        given.post("/v1/organizations", """
                {"name": "Hội 'Cựu' chiến binh", "kind": "mass_organization", "place": {"code": "%s"}}""".formatted(place));
        var path = "/v1/exports/organizations.ndjson?place=" + place + "&name=";
        assertThat(Download.of(path + "'cuu'").records()).hasSize(1);
        assertThat(Download.of(path + "'%20or%20'1'='1").records()).isEmpty();
        assertThat(Download.of(path + "%3Aplace").records()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(HttpVersion.class)
    void answersTheHeadAlone(HttpVersion version) {
        if (version == HttpVersion.HTTP_1_0) {
            return;
        }
        var head = Download.over(version, HttpMethod.HEAD, "/v1/exports/meetings.csv");
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().get("Feed-Cursor")).isNotBlank();
        assertThat(head.headers().get("Content-Type")).startsWith("text/csv");
    }

    @Test
    void isWholeOverHttp2ForWhoTakesGzipOnly() throws IOException {
        var sent = Download.over(
                HttpVersion.HTTP_2, HttpMethod.GET, "/v1/exports/places.ndjson?within=30", "Accept-Encoding", "gzip");
        assertThat(sent.headers().get("Content-Encoding")).isIn(null, "identity");
        var whole = sent.unpacked(Coding.identity);
        assertThat(whole.records())
                .isEqualTo(Download.of("/v1/exports/places.ndjson?within=30").records());
        assertThat(whole.trailer().get("sha256").textValue()).isEqualTo(whole.sumBeforeTrailer());
    }

    @ParameterizedTest
    @CsvSource({"HTTP_1_1, gzip", "HTTP_1_1, zstd", "HTTP_1_1, identity", "HTTP_2, zstd", "HTTP_2, identity"})
    void isPackedOnceAndEndsWithItsSum(HttpVersion version, Coding coding) throws IOException {
        var plain = Download.of("/v1/exports/places.ndjson?within=30");
        var packed = Download.over(
                version, HttpMethod.GET, "/v1/exports/places.ndjson?within=30", "Accept-Encoding", coding.name());

        assertThat(packed.status()).isEqualTo(200);
        var said = packed.headers().get("Content-Encoding");
        assertThat(said == null ? "identity" : said).isEqualTo(coding.name());
        var unpacked = packed.unpacked(coding);
        assertThat(unpacked.records()).isEqualTo(plain.records());
        assertThat(unpacked.trailer().get("sha256").textValue()).isEqualTo(unpacked.sumBeforeTrailer());
        assertThat(packed.trailers().get("Content-SHA256")).isEqualTo(unpacked.sumBeforeTrailer());
    }

    @Test
    void asksTheDatabaseNothingBesideTheSnapshot() {
        var place = given.place();
        figures.figure(place, given.indicator("VND", "sum", null), "2022", "1");
        assertThat(given.statementsOf(() -> Download.of("/v1/exports/observations.csv?place=" + place)))
                .as("statements through Hibernate")
                .isZero();
    }
}
