package bienban.exchange.export;

import bienban.record.RecordKind;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The columns of a kind: its function {@code …_csv} in the database, and the rows that it is given beside the kind's own. */
final class Table {
    /** All columns, in their order. */
    static final String COLUMNS = "x.*";

    private static final Neighbor PLACE = new Neighbor("place_row", "place", "code = t.place_code");
    private static final Neighbor ABOVE = new Neighbor("place_row", "place", "code = t.parent_code");
    private static final Neighbor MEETING = new Neighbor("meeting_row", "meeting", "id = t.meeting_id");
    private static final Neighbor HOST = new Neighbor("host_row", "organization", "id = t.host_id");

    private Table() {}

    /** What is joined to a list of the kind, after t and r. */
    static String joins(RecordKind kind) {
        return switch (kind) {
            case meeting -> joins(kind, PLACE, HOST);
            case directive, observation -> joins(kind, PLACE, MEETING);
            case speaker, organization -> joins(kind, PLACE);
            case place -> joins(kind, ABOVE);
            default -> joins(kind, new Neighbor[0]);
        };
    }

    private static String joins(RecordKind kind, Neighbor... neighbors) {
        var joins = Arrays.stream(neighbors).map(Neighbor::join).collect(Collectors.joining());
        var rows = Arrays.stream(neighbors).map(n -> n.alias + ", ").collect(Collectors.joining());
        return joins + " cross join lateral %s_csv(t, %sr.version, r.updated_at) x".formatted(kind.name(), rows);
    }

    private record Neighbor(String alias, String table, String condition) {
        String join() {
            return " left join %s %s on %s.%s".formatted(table, alias, alias, condition);
        }
    }
}
