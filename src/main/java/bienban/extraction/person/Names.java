package bienban.extraction.person;

import bienban.extraction.text.Phrases;
import bienban.extraction.text.Token;
import bienban.extraction.text.Vocabulary;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Knows where a personal name begins and ends. */
final class Names {
    private static final Set<String> SURNAMES = Vocabulary.words("surnames.txt");
    private static final Set<String> COMMON = Set.of(
            "nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ", "hồ", "ngô",
            "dương", "lý", "trương", "đinh", "đoàn", "đào", "lương", "trịnh", "nông", "lò", "cao", "mai", "tạ",
            "phùng");
    private static final Phrases PROVINCES = Phrases.read("provinces.txt");
    private static final Phrases MEMORIAL = Phrases.read("memorial-names.txt");
    private static final Phrases NO_NAMES = Phrases.read("no-names.txt");
    private static final Set<String> PLACE_WORDS = Set.of(
            "tỉnh", "huyện", "quận", "phường", "xã", "trấn", "phố", "thôn", "bản", "ấp", "làng", "buôn", "khu", "đường",
            "trường", "thpt", "thcs", "học", "non", "tx", "tp", "khóm", "xóm", "cụm", "chợ", "cầu", "hồ", "sông", "núi",
            "viện", "ủy");
    private static final Set<String> MIDDLE = Set.of("văn", "thị");
    private static final int LONGEST = 6;

    private final Set<String> places;

    /** @param places the keys of places that the article names, for names that could be either */
    Names(Set<String> places) {
        this.places = new HashSet<>(places);
    }

    /** The length of the name that an honorific at the token before announces, or 0. */
    int afterHonorific(List<Token> tokens, int at) {
        int run = run(tokens, at);
        return run == 0
                        || NO_NAMES.at(tokens, at) != null
                        || (isMemorial(tokens, at, run) && !holdsPost(tokens, at + run))
                ? 0
                : run;
    }

    /** The length of a full name that begins with a family name, with nothing to announce it, or 0. */
    int bare(List<Token> tokens, int at) {
        if (at >= tokens.size() || !isSurname(tokens, at) || NO_NAMES.at(tokens, at) != null) {
            return 0;
        }
        int run = run(tokens, at);
        if (run < 2 || (isMemorial(tokens, at, run) && !holdsPost(tokens, at + run)) || isProvince(tokens, at)) {
            return 0;
        }
        return run;
    }

    /** The length of a name that follows a post without a comma, or 0 when the capitals are the post's own place. */
    int afterPost(List<Token> tokens, int at) {
        int run = bare(tokens, at);
        if (run == 0 || followedByName(tokens, at, run)) {
            return 0;
        }
        boolean placed = at > 0 && PLACE_WORDS.contains(tokens.get(at - 1).key());
        if (!placed) {
            return places.contains(key(tokens, at, run)) ? 0 : run;
        }
        if (places.contains(key(tokens, at, run))) {
            return 0;
        }
        boolean committee = tokens.get(at - 1).is("ủy") || tokens.get(at - 1).is("tỉnh");
        return run >= 3 || (committee && COMMON.contains(tokens.get(at).key())) ? run : 0;
    }

    /** "Hoàng Mai Nguyễn Văn Nam": the first two words are the place, the rest is the person. */
    private boolean followedByName(List<Token> tokens, int at, int run) {
        if (run < 5 || at == 0 || !PLACE_WORDS.contains(tokens.get(at - 1).key())) {
            return false;
        }
        for (int i = at + 1; i < at + run - 1; i++) {
            if (COMMON.contains(tokens.get(i).key())) {
                return true;
            }
        }
        return false;
    }

    /** "phường Hòa Phương Lâm Đức Thuận": the length of the place that the article names elsewhere, or 0. */
    int placeAt(List<Token> tokens, int at) {
        boolean placed = at > 0
                && PLACE_WORDS.contains(tokens.get(at - 1).key())
                && at + 2 < tokens.size()
                && tokens.get(at).isCapitalized()
                && tokens.get(at + 1).isCapitalized();
        return placed && places.contains(key(tokens, at, 2)) && bare(tokens, at + 2) >= 2 ? 2 : 0;
    }

    /** "đồng chí Ngô Gia Tự, Phó Chủ tịch UBND tỉnh": who holds a post today is not the one remembered. */
    private static boolean holdsPost(List<Token> tokens, int at) {
        return at + 1 < tokens.size() && tokens.get(at).isPunctuation() && Posts.startsAt(tokens, at + 1);
    }

    private static boolean isMemorial(List<Token> tokens, int at, int run) {
        var match = MEMORIAL.at(tokens, at);
        return match != null && match.length() >= run;
    }

    static boolean isProvince(List<Token> tokens, int at) {
        return PROVINCES.at(tokens, at) != null;
    }

    static int provinceLength(List<Token> tokens, int at) {
        var match = PROVINCES.at(tokens, at);
        return match == null ? 0 : match.length();
    }

    private static boolean isSurname(List<Token> tokens, int at) {
        var token = tokens.get(at);
        return token.isCapitalized()
                && (SURNAMES.contains(token.key()) || token.key().indexOf('\'') > 0);
    }

    /** Capitalized words in a row that may be one name. */
    private static int run(List<Token> tokens, int at) {
        int length = 0;
        boolean shouted = at < tokens.size() && isShouted(tokens.get(at));
        while (at + length < tokens.size() && length < LONGEST) {
            var token = tokens.get(at + length);
            boolean small = length == 1
                    && MIDDLE.contains(token.key())
                    && at + 2 < tokens.size()
                    && tokens.get(at + 2).isCapitalized();
            if (!token.isWord()
                    || !(token.isCapitalized() || small)
                    || token.text().chars().anyMatch(Character::isDigit)) {
                break;
            }
            if (length > 0 && (Posts.startsAt(tokens, at + length) || Honorifics.interrupts(tokens, at + length))) {
                break;
            }
            if (isShouted(token) && !shouted && token.text().length() > 1) {
                break;
            }
            length++;
        }
        return shouted && length > 0 && Posts.isAbbreviation(tokens.get(at)) ? 0 : length;
    }

    private static boolean isShouted(Token token) {
        return token.text().length() > 1 && token.text().equals(token.text().toUpperCase(Locale.ROOT));
    }

    static String key(List<Token> tokens, int at, int length) {
        var key = new StringBuilder();
        for (int i = at; i < at + length; i++) {
            key.append(key.length() == 0 ? "" : " ").append(tokens.get(i).key());
        }
        return key.toString();
    }

    /** The name as written, with capitals only at the beginnings of its words. */
    static String write(List<Token> tokens, int at, int length) {
        var name = new StringBuilder();
        for (int i = at; i < at + length; i++) {
            var text = tokens.get(i).text();
            boolean shouted = isShouted(tokens.get(i)) && length > 1 && isShouted(tokens.get(at));
            text = shouted ? text.charAt(0) + text.substring(1).toLowerCase(Locale.ROOT) : text;
            name.append(name.length() == 0 ? "" : " ").append(bienban.extraction.clean.Spaces.single(text));
        }
        return name.toString();
    }
}
