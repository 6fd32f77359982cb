package bienban.exchange.load;

import static org.assertj.core.api.Assertions.assertThat;

import bienban.Given;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A row of a file is refused for exactly what a request with it is refused for; {@code -Dbienban.seed=…} repeats a run. */
@QuarkusTest
class SameRulesTest {
    private static final int ROWS = 80;
    private static final long SEED = Long.getLong("bienban.seed", System.nanoTime());

    /** Members and what they may hold: some of it right, most of it wrong in one way or another. */
    private static final Map<String, List<String>> VALUES = Map.ofEntries(
            Map.entry("label", List.of("\"Thu\"", "\"\"", "\" \"", "7", "null", "\"" + "x".repeat(501) + "\"")),
            Map.entry("indicator", List.of("\"khong-co\"", "\"budget_revenue\"", "1")),
            Map.entry("parent", List.of("\"01900f5e-2a00-7c3e-9d6a-0000000000ff\"", "\"cha\"")),
            Map.entry("value", List.of("1.5", "\"1\"", "1e30", "true", "-0.00", "null", "0.1234567890123")),
            Map.entry("rangeTo", List.of("2", "-1", "1e25")),
            Map.entry("unit", List.of("\"VND\"", "\"\"", "\"đồng\"", "\"" + "u".repeat(31) + "\"")),
            Map.entry("unitMultiplier", List.of("9", "-13", "19", "1.5", "99999999999")),
            Map.entry("comparator", List.of("\"over\"", "\"hon\"", "\"EXACT\"", "0")),
            Map.entry("estimated", List.of("true", "\"true\"", "1")),
            Map.entry("kind", List.of("\"plan\"", "\"ke hoach\"")),
            Map.entry(
                    "period", List.of("\"2022-01/2022-06\"", "\"2022-06/2022-01\"", "\"2022-13\"", "\"6 tháng\"", "5")),
            Map.entry("planShare", List.of("51.7", "1e12", "\"51,7\"", "0.0000001")),
            Map.entry("yearOnYear", List.of("-15.9", "[]")),
            Map.entry("whole", List.of("110", "0", "-1")),
            Map.entry("share", List.of("51.8", "{}")),
            Map.entry(
                    "flags",
                    List.of("[]", "[\"malformed_number\"]", "[\"outlier\"]", "[\"sai\"]", "[null]", "\"outlier\"")),
            Map.entry("raw", List.of("\"Thu đạt 1,5\"", "\"\\u0000\"", "\"\\ud800\"", "\"" + "r".repeat(2001) + "\"")),
            Map.entry(
                    "source",
                    List.of(
                            "{\"title\": \"Sách\"}",
                            "{\"url\": \"ftp://x\"}",
                            "{\"title\": \"\"}",
                            "{\"name\": \"x\"}",
                            "\"Sách\"")),
            Map.entry("status", List.of("\"draft\"", "\"published\"", "\"deleted\"")),
            Map.entry("other", List.of("1")));

    @Inject
    Given given;

    @Inject
    GivenImports imports;

    @Test
    void refusesARowForWhatARequestIsRefusedFor() {
        System.out.printf("SameRulesTest: -Dbienban.seed=%d%n", SEED);
        var random = new Random(SEED);
        var place = given.place();
        var rows = IntStream.range(0, ROWS).mapToObj(i -> row(place, random)).toList();
        var job = imports.ndjson("type=observations&mode=skipInvalid", rows.toArray(String[]::new));
        var faults = imports.faults(job).stream()
                .collect(Collectors.groupingBy(
                        fault -> Integer.parseInt(fault.substring(0, fault.indexOf(' '))),
                        Collectors.mapping(
                                fault -> fault.substring(fault.indexOf(' ') + 1),
                                Collectors.toCollection(TreeSet::new))));
        var differences = new ArrayList<String>();
        for (int i = 0; i < ROWS; i++) {
            var asked = refusals(rows.get(i));
            var loaded = faults.getOrDefault(i + 1, new TreeSet<>());
            if (!asked.equals(loaded)) {
                differences.add("%s%n  request %s%n  row     %s".formatted(rows.get(i), asked, loaded));
            }
        }
        assertThat(differences).isEmpty();
        assertThat(job.getInt("rows.written")).as("some are right").isPositive();
        assertThat(job.getInt("rows.refused")).as("some are wrong").isPositive();
    }

    private Set<String> refusals(String row) {
        var answer = given.editor().body(row).post("/v1/observations").then().extract();
        if (answer.statusCode() == 201) {
            return Set.of();
        }
        assertThat(answer.statusCode()).as(row).isEqualTo(400);
        return answer.<List<Map<String, String>>>path("errors").stream()
                .map(e -> e.get("pointer") + " " + e.get("code"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String row(String place, Random random) {
        var members = new LinkedHashMap<String, String>();
        members.put("place", "{\"code\": \"%s\"}".formatted(random.nextInt(10) == 0 ? "khong-co" : place));
        members.put("label", "\"Số liệu\"");
        members.put("value", "1");
        var names = VALUES.keySet().stream().sorted().toList();
        for (int i = random.nextInt(4); i > 0; i--) {
            var name = names.get(random.nextInt(names.size()));
            var values = VALUES.get(name);
            members.put(name, values.get(random.nextInt(values.size())));
        }
        return members.entrySet().stream()
                .map(m -> "\"%s\": %s".formatted(m.getKey(), m.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
