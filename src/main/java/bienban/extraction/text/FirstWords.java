package bienban.extraction.text;

import java.util.Collection;

/**
 * Tells of most words at once that no phrase begins with them. Every list is asked at every word of a report, and nearly all
 * of these questions end here, at one bit, instead of in a hash table.
 */
public final class FirstWords {
    private static final int BITS_A_WORD = 16;

    private final long[] bits;
    private final int mask;

    public FirstWords(Collection<String> keys) {
        int size = Integer.highestOneBit(Math.max(64, keys.size() * BITS_A_WORD - 1)) * 2;
        this.bits = new long[size / Long.SIZE];
        this.mask = size - 1;
        for (var key : keys) {
            bits[place(key) / Long.SIZE] |= 1L << place(key);
        }
    }

    /** False when the word is certainly none of them. */
    public boolean mayHold(String key) {
        int place = place(key);
        return (bits[place / Long.SIZE] & (1L << place)) != 0;
    }

    private int place(String key) {
        int hash = key.hashCode();
        return (hash ^ (hash >>> 15)) & mask;
    }
}
