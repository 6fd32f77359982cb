package bienban.extraction.text;

/** Original UTF-16 offsets by canonical offset. */
public final class OffsetMap {
    private final int[] original;

    OffsetMap(int[] original) {
        this.original = original;
    }

    static OffsetMap identity() {
        return new OffsetMap(null);
    }

    /** The UTF-16 offset in the original text. */
    public int toOriginal(int canonical) {
        return original == null ? canonical : original[canonical];
    }
}
