package bienban.extraction.clean;

/** Writes a stretch of text as a value: single spaces, no invisible characters, Đ for its Icelandic double. */
public final class Spaces {
    private Spaces() {}

    public static String single(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i)) && !isSingleSpace(text, i)) {
                return rewritten(text);
            }
        }
        return text;
    }

    /** The letters of Vietnamese and what stands on a keyboard, which most texts hold nothing but. */
    private static boolean isPlain(char c) {
        return (c > ' ' && c < '\u007f')
                || (c > '\u00bf' && c < '\u0300' && c != '\u00d0')
                || (c >= '\u1e00' && c < '\u1f00');
    }

    private static boolean isSingleSpace(String text, int at) {
        return text.charAt(at) == ' ' && at > 0 && at + 1 < text.length() && isPlain(text.charAt(at + 1));
    }

    private static String rewritten(String text) {
        var single = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int type = Character.getType(c);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c) || type == Character.CONTROL) {
                space = single.length() > 0;
            } else if (type != Character.FORMAT) {
                single.append(space ? " " : "").append(c == '\u00d0' ? 'Đ' : c);
                space = false;
            }
        }
        return single.toString();
    }
}
