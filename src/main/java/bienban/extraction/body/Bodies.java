package bienban.extraction.body;

import bienban.extraction.text.Phrases;
import bienban.extraction.text.Token;
import bienban.extraction.text.Towns;
import java.util.List;
import java.util.Set;

/** Reads the name of a body: a head ("Ban Thường vụ"), then the words of levels and places that belong to it. */
public final class Bodies {
    private static final Phrases HEADS = Phrases.read("bodies.tsv");
    private static final Phrases WORDS = Phrases.read("post-words.txt");
    private static final Phrases PROVINCES = Phrases.read("provinces.txt");
    private static final Set<String> NUMBERED =
            Set.of("khóa", "phố", "tổ", "thôn", "ấp", "khu", "quận", "phường", "số");
    private static final Set<String> TRAILING = Set.of("và", "của", "các", "-", "&", "/");

    private static final Set<String> VERBS = Set.of(
            "tổ", "kiểm", "giám", "xây", "phát", "quản", "thông", "đầu", "bảo", "vận", "đào", "tham", "bồi", "phụ",
            "thống", "báo", "nhiệm");

    private Bodies() {}

    /** The kind of the body that begins here, or null. */
    public static String kindAt(List<Token> tokens, int at) {
        var head = head(tokens, at);
        return head == null ? null : head.column(1);
    }

    /** The end of "quốc phòng" is no office. */
    private static Phrases.Match head(List<Token> tokens, int at) {
        boolean defence = at > 0
                && at < tokens.size()
                && tokens.get(at).is("phòng")
                && tokens.get(at - 1).is("quốc");
        return defence ? null : HEADS.at(tokens, at);
    }

    /** The index after the body's name; {@code at} itself when none begins there. */
    public static int end(List<Token> tokens, int at) {
        var head = head(tokens, at);
        if (head == null) {
            return at;
        }
        int first = at + head.length();
        int next = first;
        boolean office = head.column(1).equals("agency") || head.column(1).equals("association");
        while (next < tokens.size()) {
            int length = wordAt(tokens, next, office);
            if (length == 0) {
                break;
            }
            next += length;
        }
        while (next > first
                && TRAILING.contains(tokens.get(next - 1).key())
                && !tokens.get(next - 1).isCapitalized()) {
            next--;
        }
        return next;
    }

    private static int wordAt(List<Token> tokens, int at, boolean office) {
        var token = tokens.get(at);
        if (token.isNumber()) {
            return NUMBERED.contains(tokens.get(at - 1).key()) ? 1 : 0;
        }
        if (token.isPunctuation()) {
            if (token.is(".")) {
                return Towns.isDot(tokens, at) ? 1 : 0;
            }
            boolean joint = token.is("&") || token.is("/") || (token.is("-") && isOfficial(tokens, at + 1));
            boolean comma = office && token.is(",") && commaInside(tokens, at);
            return (joint && at + 1 < tokens.size() && tokens.get(at + 1).isWord()) || comma ? 1 : 0;
        }
        if (token.is("và")) {
            boolean more = office
                    && at + 1 < tokens.size()
                    && tokens.get(at + 1).isCapitalized()
                    && HEADS.at(tokens, at + 1) == null;
            return more ? 1 : 0;
        }
        var province = PROVINCES.at(tokens, at);
        if (province != null) {
            return province.length();
        }
        var known = WORDS.at(tokens, at);
        if (known != null) {
            boolean verb = !token.isCapitalized() && VERBS.contains(token.key());
            return verb || token.is("và") ? 0 : known.length();
        }
        return token.isCapitalized() ? 1 : 0;
    }

    private static boolean isOfficial(List<Token> tokens, int at) {
        return at < tokens.size() && (WORDS.at(tokens, at) != null || HEADS.at(tokens, at) != null);
    }

    /** "Sở Văn hóa, Thể thao và Du lịch": a comma that an "và" with capitals follows. */
    private static boolean commaInside(List<Token> tokens, int at) {
        for (int i = at + 1; i < Math.min(tokens.size() - 1, at + 6); i++) {
            if (tokens.get(i).is("và")) {
                return tokens.get(i + 1).isCapitalized()
                        && HEADS.at(tokens, i + 1) == null
                        && HEADS.at(tokens, at + 1) == null;
            }
            if (!tokens.get(i).isWord()) {
                return false;
            }
        }
        return false;
    }
}
