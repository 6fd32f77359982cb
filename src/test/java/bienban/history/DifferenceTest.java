package bienban.history;

import static org.assertj.core.api.Assertions.assertThat;

import bienban.shared.StrictJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonStructure;
import java.io.StringReader;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A patch applied to the old document gives the new one, whatever the two are. */
class DifferenceTest {
    private static final String[] NAMES = {"title", "a/b", "c~d", "", "directives", "evidence"};
    private static final String[] TEXTS = {"một", "hai \"ba\"", "", "~1/", "năm"};

    static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void appliedToTheOldGivesTheNew(long seed) throws JsonProcessingException {
        var random = new Random(seed);
        var before = object(random, 3);
        // Half of them are edits of the first, as versions are; the others have nothing in common.
        var after = random.nextBoolean() ? edited(random, before) : object(random, 3);
        assertThat(applied(before.toString(), Difference.between(before.toString(), after.toString())))
                .as("seed %d: %s to %s", seed, before, after)
                .isEqualTo(after);
    }

    @Test
    void beginsWithNothing() throws JsonProcessingException {
        var document = "{\"id\": \"1\", \"directives\": [{\"text\": \"a\"}]}";
        assertThat(applied("{}", Difference.between(null, document))).isEqualTo(StrictJson.READER.readTree(document));
    }

    @Test
    void isEmptyForTheSame() {
        var document = "{\"id\":\"1\",\"findings\":[{\"text\":\"a\"}]}";
        assertThat(Difference.between(document, document)).isEqualTo("[]");
    }

    @Test
    void tellsWhatChangedInsideAList() {
        var before = "{\"directives\": [{\"text\": \"a\"}, {\"text\": \"b\"}, {\"text\": \"c\"}]}";
        assertThat(Difference.between(before, before.replace("\"b\"", "\"d\"")))
                .isEqualTo("[{\"op\":\"replace\",\"path\":\"/directives/1/text\",\"value\":\"d\"}]");
    }

    @Test
    void replacesAListThatIsTooLongToCompare() throws JsonProcessingException {
        var before = list(5000, 0);
        var after = list(5000, 1);
        var patch = Difference.between(before, after);
        assertThat(array(patch)).hasSize(1);
        assertThat(applied(before, patch)).isEqualTo(StrictJson.READER.readTree(after));
    }

    private static String list(int size, int first) {
        var document = StrictJson.READER.createObjectNode();
        var list = document.putArray("evidence");
        for (int i = 0; i < size; i++) {
            list.addObject().put("start", first + i);
        }
        return document.toString();
    }

    private static JsonNode applied(String before, String patch) throws JsonProcessingException {
        JsonStructure target;
        try (var reader = Json.createReader(new StringReader(before))) {
            target = reader.read();
        }
        return StrictJson.READER.readTree(
                Json.createPatch(array(patch)).apply(target).toString());
    }

    private static JsonArray array(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readArray();
        }
    }

    private static ObjectNode object(Random random, int depth) {
        var object = StrictJson.READER.createObjectNode();
        for (int i = random.nextInt(5); i > 0; i--) {
            object.set(NAMES[random.nextInt(NAMES.length)], value(random, depth));
        }
        return object;
    }

    private static JsonNode value(Random random, int depth) {
        var nodes = StrictJson.READER.getNodeFactory();
        return switch (random.nextInt(depth > 0 ? 6 : 3)) {
            case 0 -> nodes.textNode(TEXTS[random.nextInt(TEXTS.length)]);
            case 1 -> nodes.numberNode(random.nextInt(4));
            case 2 -> nodes.booleanNode(random.nextBoolean());
            case 3 -> object(random, depth - 1);
            default -> {
                var list = nodes.arrayNode();
                for (int i = random.nextInt(6); i > 0; i--) {
                    list.add(value(random, depth - 1));
                }
                yield list;
            }
        };
    }

    private static ObjectNode edited(Random random, ObjectNode before) {
        var after = before.deepCopy();
        after.properties().forEach(member -> {
            if (member.getValue() instanceof ArrayNode list && random.nextInt(3) > 0) {
                edit(random, list);
            } else if (random.nextInt(4) == 0) {
                member.setValue(value(random, 2));
            }
        });
        if (random.nextBoolean()) {
            after.set(NAMES[random.nextInt(NAMES.length)], value(random, 2));
        }
        return after;
    }

    private static void edit(Random random, ArrayNode list) {
        for (int i = random.nextInt(3); i >= 0; i--) {
            if (list.isEmpty() || random.nextBoolean()) {
                list.insert(random.nextInt(list.size() + 1), value(random, 2));
            } else {
                list.remove(random.nextInt(list.size()));
            }
        }
    }
}
