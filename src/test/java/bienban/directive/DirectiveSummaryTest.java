package bienban.directive;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import bienban.Given;
import bienban.shared.StrictJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DirectiveSummaryTest {
    private static final List<String> CLASSES = List.of(
            "completedOnTime",
            "completedLate",
            "inProgressNotDue",
            "overdue.upTo30Days",
            "overdue.upTo90Days",
            "overdue.moreDays",
            "withoutDeadline.inProgress",
            "withoutDeadline.completed");

    @Inject
    Given given;

    @Inject
    GivenDirectives directives;

    private JsonNode summary(String question) {
        var body = when().get("/v1/directives/summary?" + question)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        try {
            return StrictJson.READER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError(body, e);
        }
    }

    /** The classes that are not empty; their sum must be the stated total. */
    private static Map<String, Integer> counts(JsonNode stated) {
        var counts = new TreeMap<String, Integer>();
        CLASSES.forEach(c -> counts.put(c, stated.at("/" + c.replace('.', '/')).intValue()));
        counts.values().removeIf(n -> n == 0);
        assertThat(counts.values().stream().mapToInt(n -> n).sum())
                .isEqualTo(stated.get("total").intValue());
        assertThat(stated.at("/overdue/total").intValue())
                .isEqualTo(counts.entrySet().stream()
                        .filter(e -> e.getKey().startsWith("overdue"))
                        .mapToInt(Map.Entry::getValue)
                        .sum());
        return counts;
    }

    @Test
    void ordersMonthsAndPutsThoseWithoutADeadlineLast() {
        var place = given.place();
        directives.in(
                place, "2024-03-01", "\"dueOn\": \"2024-12\"", "", "\"dueOn\": \"2024-06-15\"", "\"dueOn\": \"2024\"");
        when().get("/v1/directives/summary?by=month&asOf=2024-06-20&place={place}", place)
                .then()
                .statusCode(200)
                .body("by", equalTo("month"))
                .body("asOf", equalTo("2024-06-20"))
                .body("groups.key", contains("2024-06", "2024-12", "none"))
                .body("groups.counts.total", contains(1, 2, 1))
                .body("groups[0].counts.overdue.upTo30Days", equalTo(1))
                .body("all.total", equalTo(4))
                .body("groupsLeftOut", equalTo(0));
        when().get("/v1/directives/summary?by=month&limit=1&place={place}", place)
                .then()
                .body("groups.key", contains("2024-06"))
                .body("all.total", equalTo(4))
                .body("groupsLeftOut", equalTo(2));
    }

    @Test
    void countsADirectiveForEachAddresseeThatLeads() {
        var place = given.place();
        directives.in(
                place,
                "2024-03-01",
                "\"addressees\": [{\"name\": \"Phòng Y tế\"}, {\"name\": \"Đội Trật tự\"}, {\"name\": \"Báo\", \"role\": \"informed\"}]",
                "\"addressees\": [{\"name\": \"phòng y tế\"}]",
                "");
        when().get("/v1/directives/summary?by=addressee&place={place}", place)
                .then()
                .statusCode(200)
                .body("groups.key", contains("Đội Trật tự", "Phòng Y tế", "none"))
                .body("groups.counts.total", contains(1, 2, 1))
                .body("all.total", equalTo(3));
    }

    @Test
    void groupsByPlaceUnlessToldOtherwiseInOneStatement() {
        var province = given.place();
        var district = given.placeIn(province);
        directives.in(province, "2024-03-01", "");
        directives.in(district, "2024-03-01", "", "");
        var statements = given.statementsOf(() -> {
            var groups = new HashMap<String, Integer>();
            summary("within=subtree&place=" + province)
                    .get("groups")
                    .forEach(g -> groups.put(
                            g.get("key").textValue(), g.at("/counts/total").intValue()));
            assertThat(groups).isEqualTo(Map.of(province, 1, district, 2));
        });
        assertThat(statements).isEqualTo(1);
    }

    @Test
    void answersZeroesForNothingAndNamesWrongQuestions() {
        var json = summary("place=" + given.place());
        assertThat(counts(json.get("all"))).isEmpty();
        assertThat(json.get("groups")).isEmpty();
        when().get("/v1/directives/summary?by=week&limit=0")
                .then()
                .statusCode(400)
                .body("errors.size()", equalTo(2));
    }

    @Test
    void leavesDraftsOutUnlessAskedFor() {
        var place = given.place();
        given.post("/v1/meetings", """
                {"title": "Dự thảo", "kind": "conference", "place": {"code": "%s"}, "directives": [{"text": "Chưa công bố."}]}""".formatted(place));
        given.editor().get("/v1/directives/summary?place={place}", place).then().body("all.total", equalTo(0));
        given.editor()
                .get("/v1/directives/summary?status=draft&place={place}", place)
                .then()
                .body("all.total", equalTo(1));
    }

    /** A directive as a person with a calendar would judge it. */
    private record Task(String dueOn, List<Report> reports) {
        LocalDate deadline() {
            return dueOn == null
                    ? null
                    : switch (dueOn.length()) {
                        case 4 -> LocalDate.of(Integer.parseInt(dueOn), 12, 31);
                        case 7 -> YearMonth.parse(dueOn).atEndOfMonth();
                        default -> LocalDate.parse(dueOn);
                    };
        }

        String classOn(LocalDate asOf) {
            LocalDate completed = null;
            for (var report : reports.stream()
                    .sorted(java.util.Comparator.comparing(Report::on))
                    .toList()) {
                if (!report.on().isAfter(asOf)) {
                    completed =
                            !report.state().equals("completed") ? null : completed == null ? report.on() : completed;
                }
            }
            var due = deadline();
            if (due == null) {
                return completed == null ? "withoutDeadline.inProgress" : "withoutDeadline.completed";
            }
            if (completed != null) {
                return completed.isAfter(due) ? "completedLate" : "completedOnTime";
            }
            if (!asOf.isAfter(due)) {
                return "inProgressNotDue";
            }
            var days = ChronoUnit.DAYS.between(due, asOf);
            return days <= 30 ? "overdue.upTo30Days" : days <= 90 ? "overdue.upTo90Days" : "overdue.moreDays";
        }
    }

    private record Report(String state, LocalDate on) {}

    private static LocalDate day(Random random) {
        return LocalDate.of(2025, 1, 1).plusDays(random.nextInt(330));
    }

    private static Task task(Random random) {
        var day = day(random);
        var dueOn = switch (random.nextInt(5)) {
            case 0 -> null;
            case 1 -> "2025";
            case 2 -> day.toString().substring(0, 7);
            default -> day.toString();
        };
        var task = new Task(dueOn, new ArrayList<>());
        var states = List.of("not_started", "in_progress", "completed", "completed");
        for (int i = random.nextInt(5); i > 0; i--) {
            // Now and then on the very day of the deadline.
            var on = task.deadline() == null || random.nextInt(3) > 0 || dueOn.equals("2025")
                    ? day(random)
                    : task.deadline();
            task.reports().add(new Report(states.get(random.nextInt(4)), on));
        }
        return task;
    }

    /** All at once, in the order in which they were drawn: that order decides between two reports of one day. */
    private void reported(List<String> ids, List<Task> tasks) {
        var rows = new ArrayList<String>();
        for (int i = 0; i < tasks.size(); i++) {
            for (var report : tasks.get(i).reports()) {
                rows.add("('00000000-0000-7000-8000-%012d', '%s', '%s', 'Đã làm.', 'Phòng Tài chính', '%s')"
                        .formatted(rows.size(), ids.get(i), report.state(), report.on()));
            }
        }
        given.sql("insert into directive_progress (id, directive_id, state, text, reporter, reported_on) values "
                + String.join(", ", rows));
    }

    @Test
    void agreesWithANaiveModelOverRandomDirectivesAndDays() {
        var random = new Random(42);
        var place = given.place();
        var tasks = new ArrayList<Task>();
        for (int i = 0; i < 120; i++) {
            tasks.add(task(random));
        }
        // Those that matter most, whatever chance brings: the last day of a month, completion on it, reopening.
        tasks.add(new Task("2025-06", List.of(new Report("completed", LocalDate.parse("2025-06-30")))));
        tasks.add(new Task("2025-06", List.of(new Report("completed", LocalDate.parse("2025-07-01")))));
        tasks.add(new Task(
                "2025-06",
                List.of(
                        new Report("completed", LocalDate.parse("2025-06-10")),
                        new Report("in_progress", LocalDate.parse("2025-06-20")))));
        var ids = directives.in(
                place,
                "2024-12-01",
                tasks.stream()
                        .map(t -> t.dueOn() == null ? "" : "\"dueOn\": \"" + t.dueOn() + "\"")
                        .toArray(String[]::new));
        reported(ids, tasks);
        var days = new ArrayList<>(List.of(LocalDate.parse("2025-06-30"), LocalDate.parse("2025-07-01")));
        for (int i = 0; i < 25; i++) {
            days.add(LocalDate.of(2025, 1, 1).plusDays(random.nextInt(500)));
        }
        for (var asOf : days) {
            var expected = new HashMap<String, Map<String, Integer>>();
            for (var task : tasks) {
                var month = task.deadline() == null
                        ? "none"
                        : YearMonth.from(task.deadline()).toString();
                for (var group : List.of("all", month)) {
                    expected.computeIfAbsent(group, g -> new TreeMap<>()).merge(task.classOn(asOf), 1, Integer::sum);
                }
            }
            var json = summary("by=month&place=" + place + "&asOf=" + asOf);
            var found = new HashMap<String, Map<String, Integer>>();
            found.put("all", counts(json.get("all")));
            json.get("groups").forEach(g -> found.put(g.get("key").textValue(), counts(g.get("counts"))));
            assertThat(found).as("on %s", asOf).isEqualTo(expected);
        }
    }
}
