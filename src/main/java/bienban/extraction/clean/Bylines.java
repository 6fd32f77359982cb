package bienban.extraction.clean;

import bienban.extraction.text.Phrases;
import bienban.extraction.text.Sentence.Block;
import bienban.extraction.text.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds who wrote the article: the names under it, or after "Tin, ảnh:". */
final class Bylines {
    private static final Phrases MARKERS = Phrases.read("byline-markers.txt");
    private static final Set<String> WHEN = Set.of("ngày", "lúc", "giờ", "thứ", "đăng", "cập", "nhật", "am", "pm");
    private static final Phrases OFFICE = Phrases.read("byline-offices.txt");
    private static final Set<String> SEPARATORS = Set.of("-", ",", ";", "/", "&", "và", "+", "|", "(", ")", ".", ":");

    private static final int LONGEST_NAME = 4;
    private static final int INITIALED = 3;

    private Bylines() {}

    /** Marks byline lines and returns the authors; a byline inside the last paragraph is split off. */
    static List<Author> take(List<Line> lines, int body) {
        var authors = new ArrayList<Author>();
        var photographers = photographers(lines);
        int end = lastProse(lines);
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (!line.isOpen()) {
                continue;
            }
            boolean marked = MARKERS.at(line.tokens, opening(line)) != null;
            boolean credited = i > body && photographers.contains(text(line.tokens));
            boolean place =
                    i > end || (i < body && marked) || (marked && i > body) || isAbove(lines, i, body) || credited;
            var names = place && line.tokens.size() <= 24 ? names(line.tokens, marked) : List.<Author>of();
            if (!names.isEmpty() && (marked || credited || authors.isEmpty())) {
                line.block = Block.byline;
                authors.addAll(names);
            }
        }
        if (authors.isEmpty() && end >= 0) {
            authors.addAll(behindTheEnd(lines, end));
        }
        return authors;
    }

    /** "MAI HOA" over "(BTĐT) - Sáng 12/1, …": newspapers set the author between headline and report. */
    private static boolean isAbove(List<Line> lines, int i, int body) {
        if (i == 0 || i != body - 1 || body >= lines.size()) {
            return false;
        }
        var tokens = lines.get(i).tokens;
        var report = lines.get(body).tokens;
        boolean agency = report.size() > 3
                && report.get(0).is("(")
                && isAbbreviation(report.subList(1, 2))
                && report.get(2).is(")");
        return agency && tokens.size() <= LONGEST_NAME && tokens.stream().allMatch(Token::isWord);
    }

    /** Whom the pictures are by, "Ảnh: Lê Hoa": that name alone between two parts of the report is its author. */
    private static Set<String> photographers(List<Line> lines) {
        var names = new HashSet<String>();
        for (var line : lines) {
            int end = line.tokens.size() - (line.last().isPunctuation() ? 1 : 0);
            for (int length = 2; length <= LONGEST_NAME && length + 2 <= end; length++) {
                int at = end - length;
                if (line.tokens.get(at - 1).is(":") && line.tokens.get(at - 2).is("ảnh")) {
                    names.add(text(line.tokens.subList(at, end)));
                }
            }
        }
        return names;
    }

    private static String text(List<Token> tokens) {
        return tokens.stream().limit(LONGEST_NAME + 1).map(Token::text).collect(Collectors.joining(" "));
    }

    private static int opening(Line line) {
        return line.first().is("(") && line.tokens.size() > 1 ? 1 : 0;
    }

    private static int lastProse(List<Line> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            var line = lines.get(i);
            if (line.isOpen() && (line.isProse() || (line.isClosed() && line.words() >= 6))) {
                return i;
            }
        }
        return -1;
    }

    /** "… đề ra./. Lê Hoa" and "… (Tin, ảnh: Lê Hoa)": the author stands in the last paragraph. */
    private static List<Author> behindTheEnd(List<Line> lines, int end) {
        var tokens = lines.get(end).tokens;
        int from = Math.max(1, tokens.size() - 16);
        for (int i = from; i < tokens.size(); i++) {
            var token = tokens.get(i);
            boolean after = token.is(".") && i + 2 < tokens.size();
            boolean marked = MARKERS.at(tokens, i) != null
                    && i > 0
                    && (tokens.get(i - 1).is("(") || tokens.get(i - 1).is("."));
            if (!after && !marked) {
                continue;
            }
            var rest = tokens.subList(marked ? i : i + 1, tokens.size());
            var names = names(rest, marked);
            boolean sure = marked
                    || token.text().length() > 1
                    || names.stream().allMatch(name -> name.name().indexOf(' ') > 0);
            if (!names.isEmpty() && sure) {
                var byline = new Line(lines.get(end).cut(marked ? i : i + 1), false);
                byline.block = Block.byline;
                lines.add(end + 1, byline);
                return names;
            }
        }
        return List.of();
    }

    /** The names a line consists of; empty when it holds anything but names, offices and marks. */
    private static List<Author> names(List<Token> tokens, boolean marked) {
        var names = new ArrayList<Author>();
        int at = 0;
        while (at < tokens.size()) {
            var marker = MARKERS.at(tokens, at);
            if (marker != null) {
                at += marker.length();
                continue;
            }
            if (SEPARATORS.contains(tokens.get(at).key())) {
                at++;
                continue;
            }
            if (isInitialed(tokens, at)) {
                names.add(initialed(tokens, at));
                at += INITIALED;
                continue;
            }
            int end = at;
            while (end < tokens.size() && !SEPARATORS.contains(tokens.get(end).key())) {
                end++;
            }
            var part = tokens.subList(at, end);
            if (isName(part, marked)) {
                names.add(author(part));
            } else if (OFFICE.find(part, 0, part.size()) < 0 && !isAbbreviation(part) && !isMoment(part)) {
                return List.of();
            }
            at = end;
        }
        return names;
    }

    /** "T.Hiền": an initial and a name without a space between them. */
    private static boolean isInitialed(List<Token> tokens, int at) {
        return at + INITIALED <= tokens.size()
                && tokens.get(at).text().length() == 1
                && tokens.get(at).isCapitalized()
                && tokens.get(at + 1).is(".")
                && tokens.get(at + 1).touches(tokens.get(at + 2))
                && tokens.get(at + 2).isCapitalized()
                && tokens.get(at + 2).text().length() > 1
                && !isUnspeakable(tokens.get(at + 2));
    }

    private static Author initialed(List<Token> tokens, int at) {
        var name = author(tokens.subList(at + 2, at + INITIALED));
        return new Author(
                tokens.get(at).text() + "." + name.name(), tokens.get(at).start(), name.end());
    }

    private static boolean isName(List<Token> part, boolean marked) {
        if (part.size() > 5 || part.size() < (marked ? 1 : 2) || isAbbreviation(part)) {
            return false;
        }
        for (int i = 0; i < part.size(); i++) {
            var office = OFFICE.at(part, i);
            boolean alsoName = office != null && office.column(1).equals("name") && part.size() > 1;
            if ((office != null && !alsoName) || !part.get(i).isCapitalized() || isUnspeakable(part.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** "CC VHXH": no vowel, no syllable. */
    private static boolean isUnspeakable(Token token) {
        return token.text().length() > 1
                && token.text().chars().allMatch(c -> c < 128 && "aeiouyAEIOUY".indexOf(c) < 0);
    }

    /** "Người viết: Lê Hoa - Ngày 21/08/2024" */
    private static boolean isMoment(List<Token> part) {
        return part.stream().allMatch(token -> token.isNumber() || WHEN.contains(token.key()));
    }

    private static boolean isAbbreviation(List<Token> part) {
        return part.stream()
                .allMatch(token -> token.isPunctuation()
                        || token.isNumber()
                        || isUnspeakable(token)
                        || (token.text().length() <= 5
                                && token.text().chars().allMatch(c -> (c < 128 || c == 'Đ') && Character.isUpperCase(c))
                                && part.size() == 1));
    }

    private static Author author(List<Token> part) {
        var name = new StringBuilder();
        for (var token : part) {
            boolean shouted = token.text().length() > 1
                    && token.text().equals(token.text().toUpperCase(Locale.ROOT));
            var word = shouted
                    ? token.text().charAt(0) + token.text().substring(1).toLowerCase(Locale.ROOT)
                    : token.text();
            name.append(name.length() == 0 ? "" : " ").append(word);
        }
        return new Author(
                name.toString(), part.get(0).start(), part.get(part.size() - 1).end());
    }
}
