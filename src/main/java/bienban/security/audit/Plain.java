package bienban.security.audit;

import java.util.regex.Pattern;

/** Makes what callers chose fit to be kept: short, and never a secret. */
final class Plain {
    private static final int LONGEST = 100;
    /** A key, or a token in one of its usual forms, that somebody put where a name belongs. */
    private static final Pattern SECRET = Pattern.compile("bb_\\w+|eyJ[\\w-]+\\.|[Bb]earer");

    private static final Pattern VERSION = Pattern.compile("\"(\\d{1,9})\\b");

    private Plain() {}

    static String text(String text) {
        if (text == null) {
            return null;
        }
        if (SECRET.matcher(text).find()) {
            return "(left out)";
        }
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    /** The version that an ETag of ours begins with. */
    static String version(String etag) {
        var found = VERSION.matcher(etag == null ? "" : etag);
        return found.lookingAt() ? found.group(1) : null;
    }
}
