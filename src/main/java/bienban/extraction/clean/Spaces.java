package bienban.extraction.clean;

/** Writes a stretch of text as a value: single spaces, no invisible characters, Đ for its Icelandic double. */
public final class Spaces {
    private Spaces() {}

    public static String single(String text) {
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
