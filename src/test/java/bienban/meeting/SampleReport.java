package bienban.meeting;

import bienban.shared.StrictJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A sample meeting and the labels of the report that it was read from, in the order of the labels. */
enum SampleReport {
    my_hao_2023(0),
    huong_tra_2021(1),
    hong_linh_2020(2),
    ha_long_2021(3),
    kinh_mon_2022(4);

    private static final Path SAMPLES = Path.of("src/main/resources/sample");
    private static final Path LABELS = Path.of("../shared/seeds");

    private final int seed;

    SampleReport(int seed) {
        this.seed = seed;
    }

    JsonNode tree() {
        return read(SAMPLES.resolve(name().replace('_', '-') + ".json"));
    }

    MeetingRecord meeting() {
        try {
            return StrictJson.READER.treeToValue(tree(), MeetingRecord.class);
        } catch (IOException e) {
            throw new AssertionError(name() + " is no meeting", e);
        }
    }

    JsonNode labels() {
        return read(LABELS.resolve("seed-" + seed + ".json"));
    }

    static Stream<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** The labels that a reader may not leave out. */
    static Iterable<JsonNode> required(JsonNode labels) {
        return items(labels).filter(l -> !l.path("optional").booleanValue()).toList();
    }

    static Stream<JsonNode> everyNode(JsonNode node) {
        return Stream.concat(Stream.of(node), items(node).flatMap(SampleReport::everyNode));
    }

    static String key(JsonNode label) {
        return key(label.textValue());
    }

    /** One case, one place for the tone mark, abbreviations of bodies in full. */
    static String key(String text) {
        var full = text.toLowerCase(Locale.ROOT)
                .replaceAll("\\bbtv\\b", "ban thường vụ")
                .replaceAll("\\bbch\\b", "ban chấp hành");
        return Normalizer.normalize(full, Normalizer.Form.NFD)
                .replaceAll("([\\u0300\\u0301\\u0303\\u0309\\u0323])([^\\s,.;:()/'-]*)", "$2$1");
    }

    private static JsonNode read(Path file) {
        try {
            return StrictJson.READER.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new AssertionError("Cannot read " + file.toAbsolutePath().normalize(), e);
        }
    }
}
