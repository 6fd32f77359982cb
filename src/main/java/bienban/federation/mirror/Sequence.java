package bienban.federation.mirror;

import bienban.record.RecordKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The order in which records are taken over, and how many in one turn. */
final class Sequence {
    /** What others refer to comes first. */
    static final List<RecordKind> KINDS = List.of(
            RecordKind.place,
            RecordKind.indicator,
            RecordKind.organization,
            RecordKind.document,
            RecordKind.article,
            RecordKind.speaker,
            RecordKind.meeting,
            RecordKind.observation,
            RecordKind.directive);

    /** A turn must be short, because editors wait for it; a meeting weighs as much as it holds. */
    private static final int HEAVIEST = 60;

    private static final int PARTS_IN_ONE = 10;

    private Sequence() {}

    /** Each record once, as it was last; what is gone goes after what others were that referred to it. */
    static List<Incoming> of(List<Incoming> items) {
        var latest = new LinkedHashMap<UUID, Incoming>();
        items.forEach(i -> latest.merge(i.id(), i, (a, b) -> a.version() > b.version() ? a : b));
        var all = latest.values();
        return Stream.concat(
                        all.stream().filter(i -> !isRemoval(i)).sorted(entries()),
                        all.stream()
                                .filter(Sequence::isRemoval)
                                .sorted(entries().reversed()))
                .toList();
    }

    static List<List<Incoming>> turns(List<Incoming> items) {
        var turns = new ArrayList<List<Incoming>>();
        var turn = new ArrayList<Incoming>();
        var weight = 0;
        for (var item : items) {
            turn.add(item);
            weight += 1 + item.parts().size() / PARTS_IN_ONE;
            if (weight >= HEAVIEST) {
                turns.add(turn);
                turn = new ArrayList<>();
                weight = 0;
            }
        }
        // The last may be empty: there is a mark to set even where nothing has come.
        turns.add(turn);
        return turns;
    }

    static boolean isRemoval(Incoming item) {
        return item.fate() == Fate.deleted || item.fate() == Fate.retracted;
    }

    /** Units above others, wholes, and those into whom others were merged come first among their kind. */
    private static Comparator<Incoming> entries() {
        return Comparator.<Incoming>comparingInt(i -> KINDS.indexOf(i.kind()))
                .thenComparing(i -> i.fate() == Fate.merged)
                .thenComparing(i -> i.document() != null && i.document().has("parent"));
    }
}
