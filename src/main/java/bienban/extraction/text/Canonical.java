package bienban.extraction.text;

import com.ibm.icu.text.Normalizer2;
import java.util.Arrays;

/** The NFC form of a text, and where each of its characters stood in the original. */
public record Canonical(String text, OffsetMap origin) {

    public static Canonical of(String original) {
        var nfc = Normalizer2.getNFCInstance();
        if (nfc.isNormalized(original)) {
            return new Canonical(original, OffsetMap.identity());
        }
        var text = new StringBuilder(original.length());
        int[] map = new int[original.length() + 1];
        int from = 0;
        while (from < original.length()) {
            int to = from + Character.charCount(original.codePointAt(from));
            while (to < original.length() && !nfc.hasBoundaryBefore(original.codePointAt(to))) {
                to += Character.charCount(original.codePointAt(to));
            }
            int before = text.length();
            text.append(nfc.normalize(original.substring(from, to)));
            if (map.length <= text.length()) {
                map = Arrays.copyOf(map, text.length() * 2);
            }
            Arrays.fill(map, before, text.length(), from);
            from = to;
        }
        map[text.length()] = original.length();
        return new Canonical(text.toString(), new OffsetMap(map));
    }
}
