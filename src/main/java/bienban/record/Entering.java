package bienban.record;

import java.util.UUID;

/** How the records of one kind are entered one by one, for those who enter many. The checks are those of every other way. */
public interface Entering<T> {
    RecordKind kind();

    Class<T> input();

    /** What the record is called by: its id or, in a code list, its code. */
    default String keyOf(UUID id, T input) {
        return id.toString();
    }

    /** The status that the input states, or null. */
    LifeStatus statusOf(T input);

    /** Makes a record under an id that no record has. */
    void enter(UUID id, T input);

    void replace(UUID id, T input);
}
