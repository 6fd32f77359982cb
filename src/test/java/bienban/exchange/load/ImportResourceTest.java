package bienban.exchange.load;

import static bienban.exchange.load.GivenImports.counted;
import static bienban.exchange.load.GivenImports.figure;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import bienban.Given;
import bienban.Refusal;
import bienban.Stored;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ImportResourceTest {
    @Inject
    Given given;

    @Inject
    GivenImports imports;

    @Inject
    Stored stored;

    @Test
    void entersFiguresLineByLine() {
        var place = given.place();
        var indicator = given.indicator("VND", "sum", null);
        var whole = UUID.randomUUID().toString();
        var job = imports.ndjson(
                "type=observations",
                figure(
                        place,
                        "51.70",
                        "\"id\": \"" + whole + "\"",
                        "\"indicator\": \"" + indicator + "\"",
                        "\"period\": \"2022\"",
                        "\"unit\": \"VND\"",
                        "\"unitMultiplier\": 9",
                        "\"source\": {\"title\": \"Niên giám\\t\\\\N\"}"),
                "",
                figure(place, "1", "\"parent\": \"" + whole + "\"", "\"unit\": \"VND\"", "\"unitMultiplier\": 9"),
                "{\"trailer\": {\"rows\": 2, \"sha256\": \"00\"}}");
        counted(job, "done", 2, 2, 0, 0);
        when().get("/v1/observations/{id}", whole)
                .then()
                .statusCode(200)
                .body("version", equalTo(1))
                .body("normalizedValue", equalTo(51700000000L))
                .body("source.title", equalTo("Niên giám\t\\N"))
                .body("status", equalTo("published"));
        when().get("/v1/observations?place={place}", place)
                .then()
                .body("items.parent", contains(nullValue(), equalTo(whole)));
        assertThat(stored.stale("select id from observation where place_code = '" + place + "'"))
                .isEmpty();
        assertThat(stored.number("select count(*) from record_change c join observation o on o.id = c.record_id where"
                        + " o.place_code = '"
                        + place + "'"))
                .isEqualTo(2);
    }

    @Test
    void entersATableWithTheColumnsOfTheExport() {
        var place = given.place();
        var job = imports.csv(
                "type=observations",
                "\ufeffid,version,place,placeName,label,value,unit,estimated,period,flags,sourceTitle,raw",
                UUID.randomUUID() + ",7," + place
                        + ",Nơi,\"Thu, \"\"chi\"\"\r\nngân sách\",-1.50,VND,true,2022-01/2022-06,,'=Sách,'-5%",
                UUID.randomUUID() + ",7," + place + ",Nơi,Hai,,,,,malformed_number; outlier,,\"60,6,2%\"");
        counted(job, "done", 2, 2, 0, 0);
        when().get("/v1/observations?place={place}", place)
                .then()
                .body("items", hasSize(2))
                .body("items[0].label", equalTo("Thu, \"chi\"\r\nngân sách"))
                .body("items[0].value", equalTo(-1.5f))
                .body("items[0].estimated", equalTo(true))
                .body("items[0].source.title", equalTo("=Sách"))
                .body("items[0].raw", equalTo("-5%"))
                .body("items[1].flags", contains("malformed_number"));
    }

    @Test
    void changesTheRecordThatTheIdNames() {
        var place = given.place();
        var id = UUID.randomUUID().toString();
        var row = figure(place, "1", "\"id\": \"" + id + "\"");
        counted(imports.ndjson("type=observations", row), "done", 1, 1, 0, 0);
        counted(imports.ndjson("type=observations", row), "done", 1, 0, 1, 0);
        when().get("/v1/observations/{id}", id).then().body("version", equalTo(1));
        counted(imports.ndjson("type=observations", row.replace("\"value\": 1", "\"value\": 2")), "done", 1, 1, 0, 0);
        when().get("/v1/observations/{id}", id)
                .then()
                .body("version", equalTo(2))
                .body("value", equalTo(2));
    }

    @Test
    void changesTheRecordThatItsForeignNameStandsFor() {
        var place = given.place();
        var origin = "origin=nguon-" + place;
        var row = figure(place, "1", "\"externalId\": \"a/1\"");
        counted(imports.ndjson("type=observations&" + origin, row), "done", 1, 1, 0, 0);
        counted(imports.ndjson("type=observations&" + origin, row), "done", 1, 0, 1, 0);
        counted(
                imports.csv(
                        "type=observations&" + origin,
                        "externalId,place,label,value",
                        "a/1," + place + ",Số liệu nhập,3"),
                "done",
                1,
                1,
                0,
                0);
        counted(imports.ndjson("type=observations&origin=khac", row), "done", 1, 1, 0, 0);
        when().get("/v1/observations?place={place}&sort=updatedAt", place)
                .then()
                .body("items.value", contains(3, 1))
                .body("items.version", contains(2, 1));
        assertThat(imports.faults(imports.ndjson("type=observations", row)))
                .containsExactly("1 /externalId origin_needed");
    }

    @Test
    void tellsOfEveryRefusedRowAllThatIsWrongAndWritesNothing() {
        var place = given.place();
        var id = UUID.randomUUID().toString();
        var good = figure(place, "1", "\"id\": \"" + id + "\"");
        var job = imports.job(
                "type=observations",
                "application/x-ndjson",
                bytes(
                        good,
                        "{\"place\":",
                        "{\"place\": {\"code\": \"khong\"}, \"label\": \"\", \"period\": \"2022-13\", \"value\":"
                                + " \"1\", \"other\": 1}",
                        figure("khong", "1", "\"indicator\": \"khong\"", "\"parent\": \"" + UUID.randomUUID() + "\""),
                        good,
                        "\"text\"",
                        figure(place, "1", "\"raw\": \"\\u0000\""),
                        "{\"label\": \"\u00ff\"}",
                        figure(place, "1", "\"raw\": \"" + "x".repeat(3_000_000) + "\""),
                        figure(place, "1", "\"rangeTo\": 0")));
        counted(job, "failed", 10, 0, 0, 9);
        assertThat(job.getString("problem.type")).isEqualTo("urn:bienban:problem:import-refused");
        assertThat(imports.faults(job))
                .containsExactlyInAnyOrder(
                        "2  malformed_json",
                        "3 /label required",
                        "3 /period malformed_period",
                        "3 /value wrong_type",
                        "3 /other unknown_property",
                        "4 /place/code unknown_reference",
                        "4 /indicator unknown_reference",
                        "4 /parent unknown_reference",
                        "5 /id listed_twice",
                        "6  wrong_type",
                        "7 /raw forbidden_character",
                        "8  not_utf8",
                        "9  line_too_long",
                        "10 /rangeTo range_backwards");
        when().get("/v1/observations?place={place}", place).then().body("items", empty());
        var page = given.editor()
                .get("/v1/imports/{id}/errors?limit=2", job.getString("id"))
                .then()
                .extract();
        assertThat(page.<Integer>path("items[1].line")).isEqualTo(3);
        given.editor().get(page.<String>path("next")).then().statusCode(200).body("items.line", contains(4, 5));
    }

    /** Lines as they are, but for ÿ, which stands for a byte that is no UTF-8. */
    private static byte[] bytes(String... lines) {
        var out = new ByteArrayOutputStream();
        for (var line : lines) {
            var charset = line.indexOf('\u00ff') < 0 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
            out.writeBytes(line.getBytes(charset));
            out.write('\n');
        }
        return out.toByteArray();
    }

    @Test
    void writesTheOthersWhereItIsToldTo() {
        var place = given.place();
        var refused = UUID.randomUUID().toString();
        var job = imports.ndjson(
                "type=observations&mode=skipInvalid",
                figure(place, "1"),
                figure("khong", "2", "\"id\": \"" + refused + "\""),
                figure(place, "3", "\"parent\": \"" + refused + "\""));
        counted(job, "done", 3, 1, 0, 2);
        assertThat(imports.faults(job))
                .containsExactly("2 /place/code unknown_reference", "3 /parent unknown_reference");
        when().get("/v1/observations?place={place}", place).then().body("items.value", contains(1));
    }

    @Test
    void onlyTellsWhatWouldHappen() {
        var place = given.place();
        var before = stored.state();
        counted(imports.ndjson("type=observations&dryRun=true", figure(place, "1")), "done", 1, 1, 0, 0);
        counted(
                imports.ndjson(
                        "type=speakers&dryRun=true",
                        "{\"name\": \"Trần Văn Thử\", \"place\": {\"code\": \"" + place + "\"}}"),
                "done",
                1,
                1,
                0,
                0);
        assertThat(stored.state()).isEqualTo(before);
    }

    @Test
    void refusesFiguresThatArePartsOfThemselves() {
        var place = given.place();
        var a = UUID.randomUUID();
        var b = UUID.randomUUID();
        var job = imports.ndjson(
                "type=observations",
                figure(place, "1", "\"id\": \"" + a + "\"", "\"parent\": \"" + b + "\""),
                figure(place, "1", "\"id\": \"" + b + "\"", "\"parent\": \"" + a + "\""),
                figure(place, "1", "\"parent\": \"" + a + "\""));
        assertThat(imports.faults(job)).containsExactly("1 /parent part_of_itself", "2 /parent part_of_itself");
    }

    @Test
    void entersMeetingsWholeAndKeepsThemWhereOneIsRefused() {
        var place = given.place();
        var id = UUID.randomUUID().toString();
        var meeting =
                "{\"id\": \"%s\", \"status\": \"published\", \"title\": \"Hội nghị nhập\", \"kind\": \"conference\", \"heldOn\": \"2022-07-13\","
                                .formatted(id)
                        + " \"place\": {\"code\": \"" + place
                        + "\"}, \"participations\": [{\"speaker\": {\"name\": \"Lê Thị Nhập\"}, \"roles\":"
                        + " [\"chair\"]}], \"observations\": [{\"label\": \"Số liệu\", \"value\": 1}]}";
        counted(imports.ndjson("type=meetings", meeting), "done", 1, 1, 0, 0);
        when().get("/v1/meetings/{id}", id)
                .then()
                .statusCode(200)
                .body("participations[0].speaker.name", equalTo("Lê Thị Nhập"))
                .body("observations[0].value", equalTo(1));
        var unknown =
                meeting.replace(id, UUID.randomUUID().toString()).replace("\"code\": \"" + place, "\"code\": \"khong");
        var job = imports.ndjson("type=meetings", meeting.replace("Hội nghị nhập", "Hội nghị khác"), unknown);
        counted(job, "failed", 2, 0, 0, 1);
        assertThat(imports.faults(job)).containsExactly("2 /place/code unknown_reference");
        when().get("/v1/meetings/{id}", id).then().body("title", equalTo("Hội nghị nhập"));
        counted(
                imports.ndjson(
                        "type=meetings&mode=skipInvalid", meeting.replace("Hội nghị nhập", "Hội nghị khác"), unknown),
                "done",
                2,
                1,
                0,
                1);
        when().get("/v1/meetings/{id}", id).then().body("title", equalTo("Hội nghị khác"));
    }

    @Test
    void entersPeopleOrganizationsAndDocumentsAsTables() {
        var place = given.place();
        var rows = "type=speakers&origin=bang-" + place;
        counted(
                imports.csv(rows, "externalId,name,place", "1,Nguyễn Văn Bảng," + place, "2,Trần Thị Bảng," + place),
                "done",
                2,
                2,
                0,
                0);
        counted(
                imports.csv(rows, "externalId,name,place", "1,Nguyễn Văn Bảng," + place, "2,Trần Thị Bàng," + place),
                "done",
                2,
                1,
                1,
                0);
        when().get("/v1/speakers?place={place}", place)
                .then()
                .body("items.name", contains("Nguyễn Văn Bảng", "Trần Thị Bàng"));
        counted(
                imports.csv("type=organizations", "name,kind,place", "Cơ quan Bảng,other," + place),
                "done",
                1,
                1,
                0,
                0);
        counted(
                imports.csv(
                        "type=documents",
                        "type,number,issuer,issuedOn,place",
                        "plan,7-" + place + ",UBND,2022-03," + place),
                "done",
                1,
                1,
                0,
                0);
        var twice = imports.csv("type=organizations", "name,kind,place", "Cơ quan Bảng,other," + place);
        assertThat(imports.faults(twice)).containsExactly("2  rule");
    }

    @Test
    void refusesTablesWithUnknownColumnsBeforeItReadsThem() {
        var answer = imports.send(
                        Given.KEY,
                        "type=observations",
                        "text/csv",
                        "place,labell\n1,2\n".getBytes(StandardCharsets.UTF_8))
                .extract()
                .response();
        assertThat(Refusal.of(answer, 400, "invalid-request").faults()).containsExactly(" unknown_name");
        answer = imports.send(Given.KEY, "type=meetings", "text/csv", "title\n1\n".getBytes(StandardCharsets.UTF_8))
                .extract()
                .response();
        assertThat(Refusal.of(answer, 400, "invalid-request").faults()).containsExactly("type not_a_table");
        answer = imports.send(Given.KEY, "mode=skipInvalid", "text/csv", new byte[0])
                .extract()
                .response();
        assertThat(Refusal.of(answer, 400, "invalid-request").faults()).containsExactly("type required");
        answer = imports.send(Given.KEY, "type=observations", "application/xml", new byte[0])
                .extract()
                .response();
        Refusal.of(answer, 415, "unsupported-media-type");
    }

    @Test
    void takesFilesLargerThanAnyOtherBody() {
        var wide = new byte[40 << 20];
        java.util.Arrays.fill(wide, (byte) ' ');
        for (int i = 1 << 20; i < wide.length; i += 1 << 20) {
            wide[i] = '\n';
        }
        counted(imports.job("type=observations", "application/x-ndjson", wide), "done", 0, 0, 0, 0);
    }

    @Test
    void forgetsWhatIsOverAndKnowsNoOther() {
        var id = imports.ndjson("type=observations", figure(given.place(), "1")).getString("id");
        given.editor().get("/v1/imports?limit=1").then().statusCode(200).body("items", hasSize(1));
        given.editor().delete("/v1/imports/{id}", id).then().statusCode(204);
        Refusal.of(given.editor().get("/v1/imports/{id}", id), 404, "not-found");
        Refusal.of(when().get("/v1/imports/{id}", id), 401, "credentials-needed");
    }

    @Test
    void showsAJobWhoseProcessIsGoneAsFailed() {
        var id = UUID.randomUUID();
        given.sql("insert into import_job (id, type, format, mode, dry_run, subject, state, owner) values ('" + id
                + "', 'observations', 'csv', 'allOrNothing', false, 'admin-key', 'running', '1@1')");
        given.editor()
                .get("/v1/imports/{id}", id)
                .then()
                .statusCode(200)
                .body("state", equalTo("failed"))
                .body("problem.type", equalTo("urn:bienban:problem:import-interrupted"));
    }
}
