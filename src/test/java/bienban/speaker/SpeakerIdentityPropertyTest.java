package bienban.speaker;

import static bienban.speaker.GivenSpeakers.took;
import static io.restassured.RestAssured.when;
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
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is merged and split: every post that was stated at a meeting stays stated there, by one person, once. */
@QuarkusTest
class SpeakerIdentityPropertyTest {
    @Inject
    Given given;

    @Inject
    GivenSpeakers people;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void losesAndDoublesNoParticipation(long seed) {
        var random = new Random(seed);
        var place = given.place();
        var alive = new LinkedHashMap<String, Map<String, Set<String>>>();
        for (int i = 0; i < 5; i++) {
            alive.put(people.named("Người " + i, place), new TreeMap<>());
        }
        var meetings = new ArrayList<String>();
        for (int m = 0; m < 5; m++) {
            var there =
                    alive.keySet().stream().filter(p -> random.nextInt(3) > 0).toList();
            var stated = new ArrayList<String>();
            for (var person : there) {
                stated.add(took(person, "attendee", "Chức " + random.nextInt(4), "Việc " + stated.size()));
            }
            stated.add("\"group\": \"Khách mời\", \"roles\": [\"attendee\"]");
            var meeting = people.meeting(place, "202%d-0%d".formatted(m % 4, 1 + m), stated.toArray(String[]::new));
            meetings.add(meeting);
            for (var person : there) {
                alive.get(person)
                        .put(
                                meeting,
                                new TreeSet<>(people.postsByMeeting(person).get(meeting)));
            }
        }
        for (int step = 0; step < 10; step++) {
            var ids = new ArrayList<>(alive.keySet());
            var person = ids.get(random.nextInt(ids.size()));
            if (ids.size() > 2 && random.nextBoolean()) {
                merge(alive, person, ids.get((ids.indexOf(person) + 1 + random.nextInt(ids.size() - 1)) % ids.size()));
            } else if (!alive.get(person).isEmpty()) {
                split(alive, person, random);
            }
            agrees(alive, meetings, "seed " + seed + ", step " + step);
        }
    }

    private void merge(Map<String, Map<String, Set<String>>> alive, String gone, String kept) {
        people.merge(gone, kept).statusCode(200);
        alive.remove(gone)
                .forEach((meeting, posts) -> alive.get(kept).merge(meeting, posts, (a, b) -> {
                    var both = new TreeSet<>(a);
                    both.addAll(b);
                    return both;
                }));
    }

    private void split(Map<String, Map<String, Set<String>>> alive, String person, Random random) {
        var away = alive.get(person).keySet().stream()
                .filter(m -> random.nextBoolean())
                .toList();
        if (away.isEmpty()) {
            return;
        }
        String other = people.split(
                        person, "{\"name\": \"Người khác\", \"meetings\": [\"" + String.join("\", \"", away) + "\"]}")
                .statusCode(201)
                .extract()
                .path("id");
        var taken = new TreeMap<String, Set<String>>();
        away.forEach(meeting -> taken.put(meeting, alive.get(person).remove(meeting)));
        alive.put(other, taken);
    }

    private void agrees(Map<String, Map<String, Set<String>>> alive, List<String> meetings, String when) {
        alive.forEach((person, expected) -> {
            var found = new TreeMap<String, Set<String>>();
            people.postsByMeeting(person).forEach((meeting, posts) -> {
                assertThat(posts).as(when).doesNotHaveDuplicates();
                found.put(meeting, new TreeSet<>(posts));
            });
            assertThat(found).as(when).isEqualTo(expected);
        });
        for (var meeting : meetings) {
            List<String> there = when()
                    .get("/v1/meetings/{id}", meeting)
                    .then()
                    .extract()
                    .<List<Map<String, Map<String, String>>>>path("participations")
                    .stream()
                    .filter(p -> p.get("speaker") != null)
                    .map(p -> p.get("speaker").get("id"))
                    .toList();
            assertThat(there)
                    .as(when)
                    .containsExactlyInAnyOrderElementsOf(alive.entrySet().stream()
                            .filter(e -> e.getValue().containsKey(meeting))
                            .map(Map.Entry::getKey)
                            .toList());
        }
    }
}
