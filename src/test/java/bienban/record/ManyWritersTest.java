package bienban.record;

import static org.assertj.core.api.Assertions.assertThat;

import bienban.Given;
import bienban.Refusal;
import bienban.Stored;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Random writes, one after the other and all at once, leave every document as its rows say, each version once. */
@QuarkusTest
class ManyWritersTest {
    private static final String[] PEOPLE = {"Đào Quang Minh", "Trần Thị Bưởi", "Lê Văn Cam"};
    private static final String[] BODIES = {"Thị ủy", "Ủy ban nhân dân", "Đảng ủy phường"};

    @Inject
    Given given;

    @Inject
    Stored stored;

    private final Collection<String> meetings = new CopyOnWriteArrayList<>();
    private String place;
    private String indicator;

    @Test
    void leavesNoStaleDocumentAfterWritesInTurn() {
        prepare();
        var random = new Random(11);
        for (int i = 0; i < 60; i++) {
            assertExpected(write(random));
        }
        assertThat(stored.contradictions()).isEmpty();
        assertNobodyTwice();
    }

    @Test
    void leavesNoStaleDocumentAfterWritesAtOnce() throws Exception {
        prepare();
        var calls = new ArrayList<Callable<Response>>();
        for (int i = 0; i < 80; i++) {
            var random = new Random(i);
            calls.add(() -> writeWithPatience(random));
        }
        var writers = Executors.newFixedThreadPool(5);
        try {
            for (var answer : writers.invokeAll(calls)) {
                assertExpected(answer.get());
            }
        } finally {
            writers.shutdown();
        }
        assertThat(meetings).isNotEmpty();
        assertThat(stored.contradictions()).isEmpty();
        assertNobodyTwice();
        assertThat(stored.texts("select label from observation o where place_code = '" + place
                        + "' and o.flags is distinct from observation_flags_now(o)"))
                .as("checks that did not see each other")
                .isEmpty();
    }

    private void prepare() {
        place = given.place();
        indicator = given.indicator("VND", "sum", null);
    }

    private static void assertExpected(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 201, 204, 404, 409, 410, 412);
        Refusal.assertClean(answer.statusCode() < 400 ? "" : answer.asString());
    }

    private void assertNobodyTwice() {
        assertThat(stored.texts("select name from speaker where place_code = '" + place
                        + "' group by name having count(*) > 1"))
                .isEmpty();
        assertThat(stored.texts("select name from organization where place_code = '" + place
                        + "' group by name, kind having count(*) > 1"))
                .isEmpty();
    }

    /** As the answer asks for when too many write at once. */
    private Response writeWithPatience(Random random) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            var answer = write(random);
            if (answer.statusCode() != 503 || attempt == 20) {
                return answer;
            }
            Refusal.of(answer, 503, "busy");
            Thread.sleep(Integer.parseInt(answer.header("Retry-After")) * 200L);
        }
    }

    private Response write(Random random) {
        var known = List.copyOf(meetings);
        var id = known.isEmpty() ? null : known.get(random.nextInt(known.size()));
        return switch (id == null ? 0 : random.nextInt(10)) {
            case 0, 1, 2 -> create(random);
            case 3, 4 ->
                given.editor().header("If-Match", "*").body(meeting(random)).put("/v1/meetings/{id}", id);
            case 5 ->
                given.patch()
                        .body("{\"title\": \"%d\", \"heldOn\": \"202%d\"}"
                                .formatted(random.nextInt(9), random.nextInt(9)))
                        .patch("/v1/meetings/{id}", id);
            case 6 ->
                given.patch()
                        .body("{\"status\": \"%s\", \"retraction\": {\"reason\": \"a\"}}"
                                .formatted(random.nextBoolean() ? "published" : "retracted"))
                        .patch("/v1/meetings/{id}", id);
            case 7 -> rename(random);
            case 8 ->
                given.editor().header("If-Match", "\"1\"").body(meeting(random)).put("/v1/meetings/{id}", id);
            default -> given.editor().header("If-Match", "*").delete("/v1/meetings/{id}", id);
        };
    }

    private Response create(Random random) {
        var created = given.editor().body(meeting(random)).post("/v1/meetings");
        if (created.statusCode() == 201) {
            meetings.add(created.path("id"));
        }
        return created;
    }

    private Response rename(Random random) {
        var bodies = given.editor().get("/v1/organizations?place=" + place).<List<String>>path("items.id");
        return bodies.isEmpty()
                ? create(random)
                : given.patch()
                        .body("{\"name\": \"%s %d\"}".formatted(BODIES[random.nextInt(3)], random.nextInt(3)))
                        .patch("/v1/organizations/{id}", bodies.get(random.nextInt(bodies.size())));
    }

    private String meeting(Random random) {
        var one = PEOPLE[random.nextInt(3)];
        return """
                {"status": "published", "title": "Hội nghị %d", "kind": "briefing", "heldOn": "2024-0%d", "place": {"code": "%s"},
                 "host": {"name": "%s"}, "participations": [{"speaker": {"name": "%s"}, "roles": ["chair"], "posts": ["Bí thư"]}],
                 "observations": [{"indicator": "%s", "label": "a", "value": %d, "unit": "VND", "period": "2023"}],
                 "directives": [{"text": "a", "issuer": {"type": "speaker", "name": "%s"}}]}""".formatted(
                        random.nextInt(5),
                        1 + random.nextInt(9),
                        place,
                        BODIES[random.nextInt(3)],
                        one,
                        indicator,
                        1 + random.nextInt(2),
                        one);
    }
}
