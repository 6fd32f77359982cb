package bienban.security;

import static org.assertj.core.api.Assertions.assertThat;

import bienban.Given;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.hibernate.Session;
import org.junit.jupiter.api.RepeatedTest;

/**
 * Random calls by random keys: whatever is tried, in whichever order, no record outside the key's places changes or is revealed,
 * and nothing public changes by one who may write drafts only.
 */
@QuarkusTest
class ScopePropertyTest {
    private static final int CALLS = 150;
    private static final List<String> KINDS =
            List.of("meetings", "speakers", "organizations", "documents", "observations");

    @Inject
    Given given;

    @Inject
    Session database;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final List<String> told = new ArrayList<>();
    /** Places, each with those whose scope holds it. */
    private final Map<String, List<String>> places = new HashMap<>();

    private final List<Key> keys = new ArrayList<>();
    /** Path and id of all that was made, whoever made it. */
    private final List<String> made = new ArrayList<>();

    /** What somebody who sees it has written into a record of another place, which is theirs to do: it is told there since. */
    private final Set<String> cited = new HashSet<>();

    record Key(String name, Role role, String place, String credentials) {}

    record State(String status, String home, boolean wasPublic, String essence, String marker) {}

    private void world() {
        var first = given.placeIn(given.place());
        var below = given.placeIn(first);
        var second = given.placeIn(given.place());
        places.put(first, List.of(first));
        places.put(below, List.of(below, first));
        places.put(second, List.of(second));
        keys.add(new Key("nobody", null, null, null));
        keys.add(new Key("reader", Role.reader, null, given.key(Role.reader)));
        for (var place : List.of(first, below, second)) {
            for (var role : List.of(Role.editor, Role.reviewer)) {
                keys.add(new Key(role + " of " + place, role, place, given.key(role, place)));
            }
        }
        keys.add(new Key("admin", Role.admin, null, Given.KEY));
    }

    @RepeatedTest(3)
    void staysInItsPlaces() {
        world();
        for (int call = 0; call < CALLS; call++) {
            // At first the stage is filled by those who may do everything.
            var key = call < 20 ? keys.get(keys.size() - 1) : pick(keys);
            var before = states();
            var answer = act(key);
            told.add(key.name + " " + told.remove(told.size() - 1) + " → " + answer.statusCode());
            var after = states();
            var story =
                    "seed " + seed + "\n" + String.join("\n", told.subList(Math.max(0, told.size() - 12), told.size()))
                            + "\n" + answer.asString();
            assertThat(answer.statusCode()).as(story).isLessThan(500);
            mustNotReveal(key, before, after, answer.asString(), story);
            cites(key, before, answer);
            mustNotChange(key, before, after, story);
        }
    }

    private void cites(Key key, Map<String, State> before, Response answer) {
        var wrote = told.get(told.size() - 1).contains(" POST ")
                || told.get(told.size() - 1).contains(" PATCH ");
        if (wrote && answer.statusCode() < 300) {
            String written = answer.path("id");
            before.forEach((id, record) -> {
                if (!id.equals(written)
                        && record.marker != null
                        && reaches(key, record.home)
                        && answer.asString().contains(record.marker)) {
                    cited.add(record.marker);
                }
            });
        }
    }

    private void mustNotReveal(
            Key key, Map<String, State> before, Map<String, State> after, String body, String story) {
        before.forEach((id, was) -> {
            var is = after.getOrDefault(id, was);
            if (!was.wasPublic
                    && !is.wasPublic
                    && !reaches(key, was.home)
                    && !reaches(key, is.home)
                    && was.marker != null
                    && !cited.contains(was.marker)) {
                assertThat(body).as(story).doesNotContain(was.marker);
            }
        });
    }

    private void mustNotChange(Key key, Map<String, State> before, Map<String, State> after, String story) {
        after.forEach((id, is) -> {
            var was = before.get(id);
            var moved = was == null
                    || !was.status.equals(is.status)
                    || !String.valueOf(was.home).equals(String.valueOf(is.home));
            var another = was != null && !was.essence.equals(is.essence);
            var mine = reaches(key, is.home) && (was == null || reaches(key, was.home));
            if (moved || (another && is.status.equals("published"))) {
                assertThat(mine).as("%s changed; %s", id, story).isTrue();
            }
            if ((moved || another) && (isShown(is) || (was != null && isShown(was)))) {
                assertThat(key.role == Role.reviewer || key.role == Role.admin || (!mine && !moved))
                        .as("%s is public; %s", id, story)
                        .isTrue();
            }
        });
    }

    private static boolean isShown(State state) {
        return state.status.equals("published") || state.status.equals("retracted");
    }

    private boolean reaches(Key key, String home) {
        return key.role == Role.admin
                || (key.place != null
                        && home != null
                        && places.getOrDefault(home, List.of()).contains(key.place));
    }

    private Response act(Key key) {
        var kind = pick(KINDS);
        var request = given.as(key.credentials).header("If-Match", "*");
        var target = made.isEmpty() ? "/v1/meetings/none" : pick(made);
        return switch (made.isEmpty() ? 0 : random.nextInt(8)) {
            case 0, 1 -> {
                var body = body(kind);
                told.add("POST " + kind + " " + body);
                var answer = request.body(body).post("/v1/{kind}", kind);
                if (answer.statusCode() == 201) {
                    made.add("/v1/" + kind + "/" + answer.path("id"));
                }
                yield answer;
            }
            case 2, 3 -> {
                var body = patch(target);
                told.add("PATCH " + target + " " + body);
                yield request.contentType("application/merge-patch+json; charset=UTF-8")
                        .body(body)
                        .patch(target);
            }
            case 4 -> {
                told.add("DELETE " + target);
                yield request.delete(target);
            }
            case 5 -> {
                var into = pick(made);
                told.add("MERGE " + target + " " + into);
                yield request.body("{\"into\": \"%s\"}".formatted(idOf(into))).post(target + "/merge");
            }
            case 6 -> {
                told.add("GET " + target);
                yield request.get(target);
            }
            default -> {
                var list = "/v1/" + kind + "?limit=200&count=true"
                        + (kind.equals("documents") ? "" : "&place=" + pick(placeCodes()))
                        + (kind.equals("meetings") ? "&include=participants,documents,sources" : "");
                told.add("GET " + list);
                yield request.urlEncodingEnabled(false).get(list);
            }
        };
    }

    private List<String> placeCodes() {
        return places.keySet().stream().sorted().toList();
    }

    private String body(String kind) {
        var place = RuleTargets.place(pick(placeCodes()));
        var status = random.nextInt(3) == 0
                ? ""
                : ", \"status\": \"%s\"".formatted(pick(List.of("draft", "draft", "published")));
        var name = "\"dấu" + RuleTargets.fresh() + "\"";
        return switch (kind) {
            case "speakers" -> "{\"name\": %s%s%s}".formatted(name, place, status);
            case "organizations" -> "{\"name\": %s, \"kind\": \"other\"%s%s}".formatted(name, place, status);
            case "documents" -> "{\"type\": \"plan\", \"number\": %s%s%s}".formatted(name, place, status);
            case "observations" -> "{\"label\": %s, \"value\": 1%s%s}".formatted(name, place, status);
            default -> "{\"title\": %s, \"kind\": \"other\"%s%s%s}".formatted(name, place, status, references());
        };
    }

    /** To anything that was made, seen or not, rightly or not. */
    private String references() {
        var references = new StringBuilder();
        made.stream()
                .filter(m -> m.contains("/speakers/") && random.nextInt(4) == 0)
                .findFirst()
                .ifPresent(s -> references.append(
                        ", \"participations\": [{\"speaker\": {\"id\": \"%s\"}, \"roles\": [\"chair\"], \"posts\": [\"a\"]}]"
                                .formatted(idOf(s))));
        made.stream()
                .filter(m -> m.contains("/organizations/") && random.nextInt(4) == 0)
                .findFirst()
                .ifPresent(o -> references.append(", \"host\": {\"id\": \"%s\"}".formatted(idOf(o))));
        made.stream()
                .filter(m -> m.contains("/documents/") && random.nextInt(4) == 0)
                .findFirst()
                .ifPresent(d -> references.append(", \"documents\": [{\"id\": \"%s\"}]".formatted(idOf(d))));
        return references.toString();
    }

    private String patch(String target) {
        var member = target.contains("/meetings/")
                ? "title"
                : target.contains("/documents/") ? "number" : target.contains("/observations/") ? "label" : "name";
        return switch (random.nextInt(4)) {
            case 0 ->
                "{\"status\": \"%s\", \"retraction\": {\"reason\": \"a\"}}"
                        .formatted(pick(List.of("draft", "published", "retracted")));
            case 1 -> "{\"place\": {\"code\": \"%s\"}}".formatted(pick(placeCodes()));
            case 2 ->
                "{\"%s\": \"dấu%s\", \"place\": {\"code\": \"%s\"}}"
                        .formatted(member, RuleTargets.fresh(), pick(placeCodes()));
            default -> "{\"%s\": \"dấu%s\"}".formatted(member, RuleTargets.fresh());
        };
    }

    private static String idOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    @Transactional
    Map<String, State> states() {
        var states = new HashMap<String, State>();
        var ids = made.stream().map(ScopePropertyTest::idOf).toArray(String[]::new);
        database.createNativeQuery(
                        "select key, status, home_code, published_once, cast(record_essence(kind, document) as text), substring(document from 'dấu[0-9a-f]{32}')"
                                + " from record where home_code = any(:places) or key = any(:ids)",
                        Tuple.class)
                .setParameter("places", placeCodes().toArray(String[]::new))
                .setParameter("ids", ids)
                .getResultList()
                .forEach(r -> states.put(
                        r.get(0, String.class),
                        new State(
                                r.get(1, String.class),
                                r.get(2, String.class),
                                r.get(3, Boolean.class),
                                r.get(4, String.class),
                                r.get(5, String.class))));
        return states;
    }
}
