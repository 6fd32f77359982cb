package bienban.exchange.load;

import static bienban.exchange.load.GivenImports.counted;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import bienban.Given;
import bienban.Refusal;
import bienban.Stored;
import bienban.security.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Places and indicators: rows that are known by a code and name each other. */
@QuarkusTest
class CodeListImportTest {
    private static final long SEED = Long.getLong("bienban.seed", System.nanoTime());

    @Inject
    Given given;

    @Inject
    GivenImports imports;

    @Inject
    Stored stored;

    /** The province of this test; its code begins all others. */
    private String place;

    private String measure;

    @BeforeEach
    void nameThem() {
        place = given.place();
        measure = given.indicator("count", "sum", null);
    }

    @Test
    void entersIndicatorsInWhateverOrderTheyNameEachOther() {
        var job = imports.ndjson(
                "type=indicators",
                indicator(measure + ".a.a", measure + ".a"),
                indicator(measure + ".b", measure),
                indicator(measure + ".a", measure));
        counted(job, "done", 3, 3, 0, 0);
        when().get("/v1/indicators?parent={code}", measure)
                .then()
                .body("items.code", contains(measure + ".a", measure + ".b"));
        when().get("/v1/indicators/{code}", measure + ".a.a")
                .then()
                .statusCode(200)
                .body("version", equalTo(1))
                .body("labels.en", equalTo("Measure"))
                .body("parent", equalTo(measure + ".a"));
    }

    @Test
    void changesWhatDiffersOnly() {
        var rows = new String[] {indicator(measure + ".a", measure), indicator(measure + ".b", measure + ".a")};
        counted(imports.ndjson("type=indicators", rows), "done", 2, 2, 0, 0);
        counted(imports.ndjson("type=indicators", rows), "done", 2, 0, 2, 0);
        rows[0] = rows[0].replace("Measure", "Another");
        counted(imports.ndjson("type=indicators", rows), "done", 2, 1, 1, 0);
        when().get("/v1/indicators/{code}", measure + ".a").then().body("version", equalTo(2));
        when().get("/v1/indicators/{code}", measure + ".b").then().body("version", equalTo(1));
        // Who was above is below now: what counts is how the file leaves them, not the way there.
        counted(
                imports.ndjson(
                        "type=indicators",
                        indicator(measure + ".a", measure + ".b"),
                        indicator(measure + ".b", measure)),
                "done",
                2,
                2,
                0,
                0);
        when().get("/v1/indicators/{code}", measure + ".a").then().body("parent", equalTo(measure + ".b"));
    }

    @Test
    void refusesCirclesUnknownOnesAndWhatStandsTwice() {
        var job = imports.ndjson(
                "type=indicators",
                indicator(measure + ".a", measure + ".b"),
                indicator(measure + ".b", measure + ".a"),
                indicator(measure + ".c", measure + ".d"),
                indicator(measure + ".e", measure),
                indicator(measure + ".e", measure),
                indicator(measure + ".f", measure + ".f"),
                indicator(measure, measure + ".e"));
        counted(job, "failed", 7, 0, 0, 7);
        assertThat(imports.faults(job))
                .containsExactly(
                        "1 /parent indicator_in_circle",
                        "2 /parent indicator_in_circle",
                        "3 /parent unknown_reference",
                        "4 /parent indicator_in_circle",
                        "5 /code listed_twice",
                        "6 /parent indicator_in_circle",
                        "7 /parent indicator_in_circle");
        when().get("/v1/indicators?parent={code}", measure).then().body("items", empty());
    }

    @Test
    void leavesOutWhatIsRefusedAndWhateverNamesIt() {
        var job = imports.ndjson(
                "type=indicators&mode=skipInvalid",
                indicator(measure + ".a.a", measure + ".a"),
                indicator(measure + ".a", measure).replace("\"count\"", "\"\""),
                indicator(measure + ".b", measure));
        counted(job, "done", 3, 1, 0, 2);
        assertThat(imports.faults(job)).containsExactly("1 /parent unknown_reference", "2 /unit required");
        when().get("/v1/indicators?parent={code}", measure).then().body("items.code", contains(measure + ".b"));
    }

    @Test
    void onlyTellsWhatWouldHappen() {
        var before = stored.state();
        counted(imports.ndjson("type=indicators&dryRun=true", indicator(measure + ".a", measure)), "done", 1, 1, 0, 0);
        counted(imports.ndjson("type=places&dryRun=true", placeIn(place + ".a", place, "")), "done", 1, 1, 0, 0);
        assertThat(stored.state()).isEqualTo(before);
    }

    @Test
    void makesACodeAgainThatWasDeleted() {
        counted(imports.ndjson("type=indicators", indicator(measure + ".a", measure)), "done", 1, 1, 0, 0);
        given.editor()
                .header("If-Match", "*")
                .delete("/v1/indicators/{code}", measure + ".a")
                .then()
                .statusCode(204);
        counted(imports.ndjson("type=indicators", indicator(measure + ".a", measure)), "done", 1, 1, 0, 0);
        when().get("/v1/indicators/{code}", measure + ".a")
                .then()
                .statusCode(200)
                .body("version", equalTo(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ndjson", "csv"})
    void takesBackWhatItGaveOut(String form) {
        counted(
                imports.ndjson(
                        "type=indicators",
                        indicator(measure + ".a", measure),
                        indicator(measure + ".b", measure + ".a")),
                "done",
                2,
                2,
                0,
                0);
        var file = export("indicators." + form + "?parent=" + measure + "&parent=" + measure + ".a");
        counted(send("indicators", form, file), "done", 2, 0, 2, 0);
        counted(
                send("indicators", form, file.replace("Measure", "Another").replace("Chỉ tiêu", "Khác")),
                "done",
                2,
                2,
                0,
                0);
        when().get("/v1/indicators/{code}", measure + ".b")
                .then()
                .body("labels.vi", equalTo("Khác"))
                .body("labels.en", equalTo("Another"))
                .body("parent", equalTo(measure + ".a"));

        counted(imports.ndjson("type=places", merger()), "done", 4, 4, 0, 0);
        file = export("places." + form + "?within=" + place);
        counted(send("places", form, file), "done", 5, 0, 5, 0);
        counted(send("places", form, file.replace("Phường Mới", "Phường Khác")), "done", 5, 4, 1, 0);
        when().get("/v1/places/{code}", place + ".c")
                .then()
                .body("name", equalTo("Phường Khác"))
                .body("predecessors.code", contains(place + ".a", place + ".b"));
    }

    /** A ward that two communes became, told before any of them. */
    private String[] merger() {
        return new String[] {
            placeIn(
                    place + ".c",
                    place,
                    (", \"validFrom\": \"2025-07-01\", \"predecessors\": [{\"code\": \"%1$s.a\", \"effectiveOn\":"
                                    + " \"2025-07-01\"}, {\"code\": \"%1$s.b\", \"effectiveOn\": \"2025-07-01\"}]")
                            .formatted(place)),
            placeIn(place + ".b", place + ".d", ", \"validTo\": \"2025-07-01\""),
            placeIn(place + ".d", place, ", \"validTo\": \"2025-07-01\"").replace("commune", "district"),
            placeIn(place + ".a", place + ".d", ", \"validTo\": \"2025-07-01\"")
        };
    }

    @Test
    void entersPlacesWithWhatTheyCameFrom() {
        counted(imports.ndjson("type=places", merger()), "done", 4, 4, 0, 0);
        when().get("/v1/places/{code}", place + ".c")
                .then()
                .statusCode(200)
                .body("name", equalTo("Phường Mới"))
                .body("level", equalTo("commune"))
                .body("parent.code", equalTo(place))
                .body("validFrom", equalTo("2025-07-01"))
                .body("predecessors.code", contains(place + ".a", place + ".b"))
                .body("successors", empty());
        when().get("/v1/places/{code}", place + ".a").then().body("successors.code", contains(place + ".c"));
        when().get("/v1/places?within={code}", place + ".d")
                .then()
                .body("items.code", contains(place + ".a", place + ".b", place + ".d"));
        // An empty list takes away, none leaves what there is.
        var row = placeIn(place + ".c", place, "");
        counted(imports.ndjson("type=places", row), "done", 1, 1, 0, 0);
        when().get("/v1/places/{code}", place + ".c")
                .then()
                .body("validFrom", nullValue())
                .body("predecessors.code", contains(place + ".a", place + ".b"));
        row = placeIn(place + ".c", place, ", \"predecessors\": []");
        counted(imports.ndjson("type=places", row), "done", 1, 1, 0, 0);
        when().get("/v1/places/{code}", place + ".a").then().body("successors", empty());
    }

    @Test
    void makesAgainWhatShowsAPlaceThatIsRenamed() {
        var meeting = given.meeting(place, "2022-07-13");
        counted(
                imports.csv("type=places", "code,name,level", place + ",Thành phố Đổi Tên,province"),
                "done",
                1,
                1,
                0,
                0);
        when().get("/v1/meetings/{id}", meeting)
                .then()
                .body("place.name", equalTo("Thành phố Đổi Tên"))
                .body("version", equalTo(2));
    }

    @Test
    void tellsAllThatIsWrongWithPlaces() {
        var job = imports.ndjson(
                "type=places",
                placeIn(place + ".a", place + ".b", ""),
                placeIn(place + ".b", place + ".a", ""),
                placeIn(place, place, ""),
                "{\"code\": \"a b\", \"name\": \" \", \"level\": \"town\", \"parent\": {}, \"other\": 1}",
                "{}",
                placeIn(
                        place + ".c",
                        place + ".x",
                        ", \"id\": \"khac\", \"validFrom\": \"2025-07-01\", \"validTo\": \"2025-07-01\","
                                + " \"predecessors\": [{\"code\": \"%1$s\", \"effectiveOn\": \"2025-07-01\"}, {\"code\":"
                                        .formatted(place)
                                + " \"%1$s\", \"effectiveOn\": \"2025-07-01\"}, {\"code\": \"%1$s.x\", \"effectiveOn\":"
                                        .formatted(place)
                                + " \"2025-07-01\"}]"));
        counted(job, "failed", 6, 0, 0, 6);
        assertThat(imports.faults(job))
                .containsExactlyInAnyOrder(
                        "1 /parent place_in_circle",
                        "2 /parent place_in_circle",
                        "3 /parent place_in_circle",
                        "4 /code malformed_value",
                        "4 /name required",
                        "4 /level unknown_value",
                        "4 /parent/code required",
                        "4 /other unknown_property",
                        "5 /code required",
                        "5 /name required",
                        "5 /level required",
                        "6 /id other_id",
                        "6 /parent/code unknown_reference",
                        "6 /validTo validity_backwards",
                        "6 /predecessors/1/code listed_twice",
                        "6 /predecessors/2/code unknown_reference");
    }

    @Test
    void areTheAdministratorsBusiness() {
        for (var type : List.of("places", "indicators")) {
            var answer = imports.send(
                            given.key(Role.reviewer, place),
                            "type=" + type,
                            "application/x-ndjson",
                            "{}".getBytes(StandardCharsets.UTF_8))
                    .extract()
                    .response();
            Refusal.of(answer, 403, "not-allowed");
        }
    }

    /** Each row alone is refused for what the request with it is refused for; {@code -Dbienban.seed=…} repeats a run. */
    @Test
    void refusesARowForWhatARequestIsRefusedFor() {
        System.out.printf("CodeListImportTest: -Dbienban.seed=%d%n", SEED);
        var random = new Random(SEED);
        var rows = new ArrayList<String>();
        for (int i = 0; i < 60; i++) {
            rows.add(drawn(measure + ".r" + i, random));
        }
        var job = imports.ndjson("type=indicators&mode=skipInvalid&dryRun=true", rows.toArray(String[]::new));
        var loaded = imports.faults(job).stream()
                .collect(Collectors.groupingBy(
                        fault -> Integer.parseInt(fault.substring(0, fault.indexOf(' '))),
                        Collectors.mapping(
                                fault -> fault.substring(fault.indexOf(' ') + 1),
                                Collectors.toCollection(TreeSet::new))));
        for (int i = 0; i < rows.size(); i++) {
            assertThat(loaded.getOrDefault(i + 1, new TreeSet<>()))
                    .as(rows.get(i))
                    .isEqualTo(refusals(rows.get(i)));
        }
        assertThat(loaded.size()).as("some are wrong, some right").isBetween(1, rows.size() - 1);
    }

    private Set<String> refusals(String row) {
        var answer = given.editor().body(row).post("/v1/indicators").then().extract();
        if (answer.statusCode() == 201) {
            return new TreeSet<>();
        }
        assertThat(answer.statusCode()).as(row).isEqualTo(400);
        return answer.<List<Map<String, String>>>path("errors").stream()
                .map(e -> e.get("pointer") + " " + e.get("code"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String drawn(String code, Random random) {
        var members = new TreeMap<>(Map.of(
                "code", "\"" + code + "\"",
                "labels", "{\"vi\": \"Chỉ tiêu\", \"en\": \"Measure\"}",
                "unit", "\"count\"",
                "topic", "\"economy\"",
                "aggregation", "\"sum\""));
        var wrong = new ArrayList<>(List.of(
                Map.entry("code", "\"Hoa\""),
                Map.entry("code", "null"),
                Map.entry("code", "\"a." + "b".repeat(100) + "\""),
                Map.entry("labels", "{\"vi\": \"\", \"sai\": 1}"),
                Map.entry("labels", "\"Chỉ tiêu\""),
                Map.entry("unit", "7"),
                Map.entry("unit", "\"" + "u".repeat(31) + "\""),
                Map.entry("topic", "\"khong-co\""),
                Map.entry("aggregation", "null"),
                Map.entry("parent", "\"khong_co\""),
                Map.entry("parent", "\"budget_revenue\""),
                Map.entry("parent", "{}"),
                Map.entry("direction", "\"up\""),
                Map.entry("direction", "\"UP\""),
                Map.entry("status", "\"published\""),
                Map.entry("other", "1")));
        Collections.shuffle(wrong, random);
        wrong.subList(0, random.nextInt(3)).forEach(member -> members.put(member.getKey(), member.getValue()));
        return members.entrySet().stream()
                .map(m -> "\"%s\": %s".formatted(m.getKey(), m.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String indicator(String code, String parent) {
        return "{\"code\": \"%s\", \"parent\": \"%s\", \"labels\": {\"vi\": \"Chỉ tiêu\", \"en\": \"Measure\"}, \"unit\": \"count\", \"topic\": \"economy\", \"aggregation\": \"sum\"}"
                .formatted(code, parent);
    }

    private static String placeIn(String code, String parent, String more) {
        return "{\"code\": \"%s\", \"name\": \"Phường Mới\", \"level\": \"commune\", \"parent\": {\"code\": \"%s\"}%s}"
                .formatted(code, parent, more);
    }

    private static String export(String address) {
        return when().get("/v1/exports/" + address)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private JsonPath send(String type, String form, String file) {
        return imports.job("type=" + type, form.equals("csv") ? "text/csv" : "application/x-ndjson", file);
    }
}
