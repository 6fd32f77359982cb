package bienban.extraction.text;

/** Turns UTF-16 offsets of one text into code-point offsets; free when the text has no surrogates. */
public final class CodePoints {
    private final int[] lowSurrogates;

    public CodePoints(String text) {
        this.lowSurrogates = text.chars().noneMatch(c -> Character.isLowSurrogate((char) c)) ? null : count(text);
    }

    private static int[] count(String text) {
        var before = new int[text.length() + 1];
        for (int i = 0; i < text.length(); i++) {
            before[i + 1] = before[i] + (Character.isLowSurrogate(text.charAt(i)) ? 1 : 0);
        }
        return before;
    }

    /** The number of code points before a UTF-16 offset. */
    public int at(int utf16) {
        return lowSurrogates == null ? utf16 : utf16 - lowSurrogates[utf16];
    }
}
