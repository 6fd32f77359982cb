package bienban.security;

import static org.assertj.core.api.Assertions.assertThat;

import bienban.Given;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The table of rules, {@code rules.txt}: every operation × role × where the record is at home, with the status that is answered.
 * Whoever adds an operation adds its rows there; one without a row fails here.
 */
@QuarkusTest
class RulesTest {
    private static final List<String> ROLES = List.of("anonymous", "reader", "editor", "reviewer", "admin");

    @Inject
    Given given;

    @Inject
    RuleTargets targets;

    /** One line of the table. */
    record Row(String operation, String query, String record, String body, List<String> cells) {
        static Row of(String line) {
            var parts = Arrays.stream(line.split("\\|")).map(String::strip).toList();
            assertThat(parts).as(line).hasSize(8);
            var called = parts.get(0).split("\\?", 2);
            return new Row(
                    called[0],
                    called.length == 1 ? "" : "?" + called[1],
                    parts.get(1),
                    parts.get(2),
                    parts.subList(3, 8));
        }

        /** The status for a role, or null where it is not asked. */
        Integer expected(int role, int where) {
            var cell = cells.get(role).split("/");
            var status = cell[cell.length == 1 ? 0 : where];
            return status.equals("-") ? null : Integer.valueOf(status);
        }

        boolean hasHome() {
            return !record.equals("-");
        }
    }

    record Operation(String method, String path) {}

    private static List<Row> rows() {
        try (var file = RulesTest.class.getResourceAsStream("/rules.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("#"))
                    .map(Row::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Operation> operations() {
        var operations = new TreeMap<String, Operation>();
        Map<String, Map<String, Map<String, Object>>> paths =
                RestAssured.get("/q/openapi?format=json").path("paths");
        paths.forEach((path, methods) -> methods.forEach((method, operation) -> {
            if (path.startsWith("/v1/")) {
                operations.put(
                        (String) operation.get("operationId"), new Operation(method.toUpperCase(Locale.ROOT), path));
            }
        }));
        return operations;
    }

    @Test
    void listsEveryOperation() {
        var listed = new TreeSet<String>();
        rows().forEach(r -> listed.add(r.operation));
        assertThat(listed).isEqualTo(operations().keySet());
    }

    @TestFactory
    List<DynamicTest> keepsTheRules() {
        var operations = operations();
        var own = given.placeIn(given.place());
        var below = given.placeIn(own);
        var foreign = given.place();
        var credentials = new String[] {
            null, given.key(Role.reader), given.key(Role.editor, own), given.key(Role.reviewer, own), Given.KEY
        };
        var homes = new LinkedHashMap<String, String>();
        homes.put("here", own);
        homes.put("below", below);
        homes.put("elsewhere", foreign);
        homes.put("nowhere", null);
        var tests = new ArrayList<DynamicTest>();
        for (var row : rows()) {
            var name = row.operation + row.query + " " + row.record + " " + row.body;
            tests.add(DynamicTest.dynamicTest(name, () -> {
                for (var home : row.hasHome() ? homes.keySet() : List.of("nowhere")) {
                    var call = new Call(row, operations.get(row.operation), homes.get(home), below, foreign);
                    call.tryAll(credentials, home);
                }
            }));
        }
        return tests;
    }

    /** The calls of one row on records of one home, from the weakest role to the strongest; a refusal leaves the record for the next. */
    private final class Call {
        private final Row row;
        private final Operation operation;
        private final String home;
        private final String below;
        private final String foreign;

        Call(Row row, Operation operation, String home, String below, String foreign) {
            this.row = row;
            this.operation = operation;
            this.home = home;
            this.below = below;
            this.foreign = foreign;
        }

        void tryAll(String[] credentials, String where) {
            var column = row.hasHome()
                    ? Map.of("here", 0, "below", 0, "elsewhere", 1, "nowhere", 2)
                            .get(where)
                    : 0;
            Map<String, String> target = null;
            for (int role = 0; role < credentials.length; role++) {
                var expected = row.expected(role, column);
                if (expected == null) {
                    continue;
                }
                if (target == null) {
                    target = targets.make(row.record, home);
                }
                var answer = send(credentials[role], target);
                assertThat(answer.statusCode())
                        .as("%s %s %s by %s: %s", row.operation, row.record, where, ROLES.get(role), answer.asString())
                        .isEqualTo(expected);
                if (!operation.method.equals("GET") && answer.statusCode() < 300) {
                    target = null;
                }
            }
        }

        private Response send(String credentials, Map<String, String> target) {
            var request = given.as(credentials);
            if (operation.method.equals("PATCH")) {
                request.contentType("application/merge-patch+json; charset=UTF-8");
            }
            if (!operation.method.equals("GET")) {
                request.header("If-Match", "*");
            }
            var body = row.body.equals("-") ? null : filled(row.body, target);
            if (operation.path.equals("/v1/imports") && body != null) {
                request.contentType("application/x-ndjson").body(body.getBytes(StandardCharsets.UTF_8));
            } else if (body != null) {
                request.body(body);
            }
            return request.urlEncodingEnabled(false).request(operation.method, path(target) + row.query);
        }

        private String path(Map<String, String> target) {
            var path = operation.path.replace("{name}", "role").replace("{form}", "ndjson");
            for (var value : target.entrySet()) {
                path = path.replace("{" + value.getKey() + "}", value.getValue());
            }
            return path.replace("{code}", target.getOrDefault("id", ""))
                    .replace("{kind}", "meetings")
                    .replace("{version}", "1");
        }

        private String filled(String body, Map<String, String> target) {
            var values = new HashMap<>(target);
            values.put("new", RuleTargets.fresh());
            values.put("place", RuleTargets.place(home));
            values.put("code", home == null ? "" : ", \"place\": \"" + home + "\"");
            values.put("below", below);
            values.put("foreign", foreign);
            var filled = body;
            for (var value : values.entrySet()) {
                filled = filled.replace("$" + value.getKey(), value.getValue());
            }
            return filled;
        }
    }
}
