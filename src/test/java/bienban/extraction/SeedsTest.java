package bienban.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import bienban.extraction.Draft.Role;
import bienban.extraction.text.Keys;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The floor: the five labelled reports, scored by the rules of the scoring script. */
class SeedsTest {
    private static final Path SEEDS = Path.of("../shared/seeds");
    private static final Map<String, Set<String>> KINDS = Map.of(
            "conference", Set.of("committee_conference", "conference", "thematic_conference"),
            "briefing", Set.of("briefing"),
            "working_session", Set.of("working_session"),
            "plenary_session", Set.of("committee_conference", "council_session", "regular_session"),
            "thematic", Set.of("thematic_conference"),
            "other", Set.of("other", "thematic_conference"));
    private static final Map<String, Role> ROLES = Map.of("chair", Role.chair, "concluder", Role.concluding_speaker);

    private final ObjectMapper json = new ObjectMapper();
    private final Extractor extractor = new Extractor();

    private record Seed(String name, JsonNode gold, Draft draft) {}

    private static final class Tally {
        private int right;
        private int missed;
        private int wrong;

        double f1() {
            return 2.0 * right / Math.max(1, 2 * right + missed + wrong);
        }
    }

    private List<Seed> seeds() throws IOException {
        assertThat(SEEDS).as("the labelled reports beside the checkout").isDirectory();
        var seeds = new ArrayList<Seed>();
        try (var files = Files.list(SEEDS)) {
            for (var file : files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                var text = Files.readString(Path.of(file.toString().replace(".json", ".txt")), StandardCharsets.UTF_8);
                seeds.add(new Seed(
                        file.getFileName().toString(),
                        json.readTree(Files.readString(file)),
                        extractor.extract(ArticleInput.ofText(text)).draft()));
            }
        }
        assertThat(seeds).hasSize(5);
        return seeds;
    }

    private static <F> void settle(JsonNode golds, List<F> found, BiPredicate<JsonNode, F> alike, Tally tally) {
        var open = new ArrayList<>(found);
        for (var gold : golds) {
            var match = open.stream().filter(each -> alike.test(gold, each)).findFirst();
            boolean optional = gold.path("optional").asBoolean(false);
            if (match.isPresent()) {
                open.remove(match.get());
                tally.right += optional ? 0 : 1;
            } else {
                tally.missed += optional ? 0 : 1;
            }
        }
        tally.wrong += open.size();
    }

    @Test
    void findsThePeople() throws IOException {
        var tally = new Tally();
        for (var seed : seeds()) {
            var names = new ArrayList<String>();
            for (var participation : seed.draft().participations()) {
                if (participation.speaker() != null) {
                    names.add(participation.speaker().name());
                }
            }
            seed.draft().sources().forEach(source -> names.addAll(source.authors()));
            settle(
                    seed.gold().path("people"),
                    names,
                    (gold, name) -> key(gold.path("name")).equals(Keys.ofPhrase(name)),
                    tally);
        }
        assertThat(tally.f1()).isGreaterThanOrEqualTo(0.98);
    }

    @Test
    void givesPeopleTheirPostsAndParts() throws IOException {
        for (var seed : seeds()) {
            for (var participation : seed.draft().participations()) {
                for (var gold : seed.gold().path("people")) {
                    if (participation.speaker() != null
                            && key(gold.path("name"))
                                    .equals(Keys.ofPhrase(
                                            participation.speaker().name()))) {
                        assertThat(keys(participation.posts())).isEqualTo(keys(texts(gold.path("posts"))));
                        texts(gold.path("roles")).stream()
                                .filter(ROLES::containsKey)
                                .forEach(role -> assertThat(participation.roles())
                                        .as(seed.name())
                                        .contains(ROLES.get(role)));
                    }
                }
            }
        }
    }

    @Test
    void findsTheIndicators() throws IOException {
        var tally = new Tally();
        for (var seed : seeds()) {
            settle(seed.gold().path("indicators"), seed.draft().observations(), SeedsTest::sameValue, tally);
        }
        assertThat(tally.f1()).isGreaterThanOrEqualTo(0.98);
    }

    private static boolean sameValue(JsonNode gold, Observation found) {
        var value = found.normalizedValue() == null ? found.value() : found.normalizedValue();
        boolean same = value != null
                && gold.path("value_base").isNumber()
                && gold.path("value_base").decimalValue().compareTo(value) == 0;
        var mine = words(gold.path("name").asText() + " " + gold.path("raw").asText());
        mine.retainAll(words(found.label() + " " + found.raw()));
        return same && !mine.isEmpty();
    }

    @Test
    void findsTheDirectives() throws IOException {
        var tally = new Tally();
        for (var seed : seeds()) {
            settle(
                    seed.gold().path("directives"),
                    seed.draft().directives(),
                    (gold, found) -> Keys.ofPhrase(found.text()).contains(key(gold.path("text_start"))),
                    tally);
        }
        assertThat(tally.f1()).isGreaterThanOrEqualTo(0.90);
    }

    @Test
    void findsTheDocuments() throws IOException {
        var tally = new Tally();
        for (var seed : seeds()) {
            settle(seed.gold().path("documents"), seed.draft().documents(), SeedsTest::sameDocument, tally);
        }
        assertThat(tally.f1()).isGreaterThanOrEqualTo(0.98);
    }

    private static boolean sameDocument(JsonNode gold, Draft.Document found) {
        if (gold.path("number").isTextual() && found.number() != null) {
            return flat(gold.path("number").asText()).equals(flat(found.number()));
        }
        return !gold.path("number").isTextual() && key(gold.path("raw")).contains(Keys.ofPhrase(found.label()));
    }

    @Test
    void tellsEveryDayAndKind() throws IOException {
        for (var seed : seeds()) {
            var meeting = seed.gold().path("meeting");
            assertThat(seed.draft().heldOn())
                    .as(seed.name())
                    .isEqualTo(meeting.path("date").asText());
            var kinds = new HashSet<>(KINDS.get(meeting.path("type").asText()));
            texts(meeting.path("type_alt")).forEach(kind -> kinds.addAll(KINDS.get(kind)));
            assertThat(kinds).as(seed.name()).contains(seed.draft().kind().name());
        }
    }

    private static String flat(String number) {
        return Keys.ofPhrase(number).replace(" ", "");
    }

    private static String key(JsonNode text) {
        return Keys.ofPhrase(text.asText());
    }

    private static Set<String> words(String text) {
        return new HashSet<>(List.of(Keys.ofPhrase(text).split(" ")));
    }

    private static Set<String> keys(List<String> phrases) {
        var keys = new HashSet<String>();
        phrases.forEach(phrase -> keys.add(Keys.ofPhrase(phrase)));
        return keys;
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
