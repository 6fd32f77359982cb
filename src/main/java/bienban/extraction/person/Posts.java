package bienban.extraction.person;

import bienban.extraction.text.Phrases;
import bienban.extraction.text.Token;
import bienban.extraction.text.Towns;
import bienban.extraction.text.Vocabulary;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads a post: a head ("Phó Bí thư"), then the words of bodies and places that belong to it. */
final class Posts {
    private static final Phrases HEADS = Phrases.read("post-heads.txt");
    private static final Phrases WORDS = Phrases.read("post-words.txt");
    private static final Set<String> ABBREVIATIONS = Vocabulary.words("post-abbreviations.txt");
    private static final Set<String> TRAILING = Set.of("và", "của", "kiêm", "các", "-", "&", "/", "là");
    private static final Set<String> NUMBERED = Set.of(
            "khóa", "thôn", "ấp", "khu", "tổ", "số", "phố", "xóm", "bản", "quận", "phường", "đoàn", "khóm", "buôn", "i",
            "vùng");
    private static final Set<String> VERBAL = Set.of(
            "tổ chức",
            "kiểm tra",
            "giám sát",
            "quản lý",
            "thông tin",
            "xây dựng",
            "phát triển",
            "đầu tư",
            "bảo vệ",
            "vận động",
            "đào tạo",
            "tham mưu",
            "bồi dưỡng",
            "dịch vụ",
            "phụ trách",
            "thống kê",
            "thanh tra",
            "công bố",
            "truyền thông",
            "kế hoạch",
            "chỉ đạo");
    private static final Set<String> OFFICES = Set.of(
            "ban", "phòng", "-", "và", "sở", "tâm", "quỹ", "án", "tư", "&", "đồng", "hội", "cục", "vụ", "khối", "ty",
            "cán", "sát", "tra", "tổ", "tài", "chính", "trực", "nghiệp", "tịch", "thư", "đốc", "thanh", "bộ", "vệ",
            "chi", "việc", "học", "trưởng");
    /** What is told, not what an office is called by: "Trưởng phòng … Xã hội thông tin kết quả giảm nghèo". */
    private static final Set<String> TOLD =
            Set.of("kết", "tình", "một", "nhanh", "những", "các", "về", "đến", "tới", "cho");

    /** What somebody does, however it is written: "Chủ tịch UBND huyện Chủ trì cuộc họp". */
    private static final Phrases CHAIRS = Phrases.of("chủ trì", "phát biểu", "kết luận", "dự và");

    private static final Phrases OFFICE_ENDS = Phrases.read("office-ends.txt");
    private static final Set<String> PLAIN = Set.of("đoàn", "ban", "của", "các", "hội", "kiêm", "nguyên", "quyền");

    private Posts() {}

    static boolean startsAt(List<Token> tokens, int at) {
        return HEADS.at(tokens, at) != null;
    }

    static boolean isAbbreviation(Token token) {
        return ABBREVIATIONS.contains(token.key());
    }

    /** The index after the post that begins at {@code at}; {@code at} itself when none does. */
    static int end(List<Token> tokens, int at, Names names) {
        var head = HEADS.at(tokens, at);
        if (head == null) {
            return at;
        }
        int next = at + head.length();
        while (next < tokens.size()) {
            int length = wordAt(tokens, at, next, names);
            if (length == 0) {
                break;
            }
            next += length;
        }
        while (next > at + head.length()
                && TRAILING.contains(tokens.get(next - 1).key())) {
            next--;
        }
        return next;
    }

    private static int wordAt(List<Token> tokens, int start, int at, Names names) {
        var token = tokens.get(at);
        if (token.isNumber()) {
            return NUMBERED.contains(tokens.get(at - 1).key()) ? 1 : 0;
        }
        if (token.isPunctuation()) {
            return joins(tokens, at, names) || isInAbbreviation(tokens, at) ? 1 : 0;
        }
        int place = names.placeAt(tokens, at);
        if (place > 0) {
            return place;
        }
        if (CHAIRS.at(tokens, at) != null
                || names.afterPost(tokens, at) > 0
                || Honorifics.at(tokens, at) != null
                || startsAnother(tokens, start, at)) {
            return 0;
        }
        if (token.is("kiêm") && startsAt(tokens, at + 1)) {
            return 0;
        }
        if (token.is("và")) {
            return at + 1 < tokens.size() && OFFICE_ENDS.at(tokens, at + 1) != null && continues(tokens, at + 1, names)
                    ? 1
                    : 0;
        }
        int province = Names.provinceLength(tokens, at);
        if (province > 0) {
            return province;
        }
        var known = WORDS.at(tokens, at);
        if (known != null) {
            int behind = at + known.length();
            boolean told =
                    behind < tokens.size() && TOLD.contains(tokens.get(behind).key());
            boolean verb = !token.isCapitalized()
                    && VERBAL.contains(known.column(0))
                    && (told || !OFFICES.contains(tokens.get(at - 1).key()));
            return verb ? 0 : known.length();
        }
        return token.isCapitalized() ? 1 : 0;
    }

    /** "Bí thư Thị ủy Chủ tịch HĐND": a second post without a separator. */
    private static boolean startsAnother(List<Token> tokens, int start, int at) {
        return startsAt(tokens, at)
                && !PLAIN.contains(tokens.get(at - 1).key())
                && at > start
                && !(tokens.get(at).is("đại") || tokens.get(at).is("thường"));
    }

    private static boolean joins(List<Token> tokens, int at, Names names) {
        var mark = tokens.get(at);
        boolean joint = mark.is("-") || mark.is("&") || mark.is("/");
        return joint
                && at + 1 < tokens.size()
                && continues(tokens, at + 1, names)
                && (!mark.is("-") || isOrganizational(tokens, at));
    }

    /** The dot of "PBT.HU", "CT.UBND" and "TX. Phú Hòa". */
    private static boolean isInAbbreviation(List<Token> tokens, int at) {
        if (!tokens.get(at).is(".") || at + 1 >= tokens.size()) {
            return false;
        }
        if (Towns.isDot(tokens, at)) {
            return true;
        }
        return tokens.get(at - 1).touches(tokens.get(at))
                && tokens.get(at).touches(tokens.get(at + 1))
                && tokens.get(at - 1).isUpperCase()
                && tokens.get(at + 1).isUpperCase();
    }

    /** A dash inside an office's name: both sides are words of offices, no place on the left. */
    private static boolean isOrganizational(List<Token> tokens, int at) {
        var after = WORDS.at(tokens, at + 1);
        boolean abbreviation =
                tokens.get(at + 1).text().equals(tokens.get(at + 1).text().toUpperCase(Locale.ROOT));
        return after != null || abbreviation;
    }

    private static boolean continues(List<Token> tokens, int at, Names names) {
        var token = tokens.get(at);
        if (!token.isWord()
                || startsAt(tokens, at)
                || Honorifics.at(tokens, at) != null
                || names.bare(tokens, at) > 0) {
            return false;
        }
        return token.isCapitalized() || WORDS.at(tokens, at) != null;
    }
}
