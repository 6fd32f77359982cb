package bienban.extraction.desk.quality;

import bienban.extraction.desk.quality.Quality.Counts;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Counts what became of fields, by their kind. */
final class Tally {
    /** The kinds of field, in the order of the answer; each is told by its name. */
    enum Field {
        header,
        place,
        bodies,
        people,
        posts,
        roles,
        groups,
        observations,
        observation_attributes,
        findings,
        decisions,
        directives,
        proposals,
        documents,
        media
    }

    /** What can become of a field. */
    enum Fate {
        accepted,
        corrected,
        removed,
        added
    }

    private final Map<Field, Map<Fate, Integer>> counts = new EnumMap<>(Field.class);
    private int meetings;

    void meeting() {
        meetings++;
    }

    void count(Field field, Fate fate) {
        count(field, fate, 1);
    }

    void count(Field field, Fate fate, int times) {
        counts.computeIfAbsent(field, f -> new EnumMap<>(Fate.class)).merge(fate, times, Integer::sum);
    }

    Quality quality() {
        var fields = Stream.of(Field.values()).map(this::counts).toList();
        return new Quality(meetings, fields, total(fields));
    }

    private Counts counts(Field field) {
        var of = counts.getOrDefault(field, Map.of());
        return Counts.of(
                field.name(),
                of.getOrDefault(Fate.accepted, 0),
                of.getOrDefault(Fate.corrected, 0),
                of.getOrDefault(Fate.removed, 0),
                of.getOrDefault(Fate.added, 0));
    }

    private static Counts total(List<Counts> fields) {
        return Counts.of(
                "total",
                fields.stream().mapToInt(Counts::accepted).sum(),
                fields.stream().mapToInt(Counts::corrected).sum(),
                fields.stream().mapToInt(Counts::removed).sum(),
                fields.stream().mapToInt(Counts::added).sum());
    }
}
