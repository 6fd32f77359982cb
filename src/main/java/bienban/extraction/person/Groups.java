package bienban.extraction.person;

import bienban.extraction.Found;
import bienban.extraction.clean.Clean;
import bienban.extraction.clean.Spaces;
import bienban.extraction.text.Phrases;
import bienban.extraction.text.Sentence;
import bienban.extraction.text.Token;
import java.util.ArrayList;
import java.util.List;

/** Those who attended without being named: "lãnh đạo các phòng, ban", "các đồng chí trong Ban Thường vụ". */
public final class Groups {
    private static final Phrases ATTENDING = Phrases.of(
            "dự hội nghị",
            "tham dự",
            "cùng dự",
            "dự họp",
            "dự có",
            "dự buổi làm việc",
            "dự phiên họp",
            "dự kỳ họp",
            "về dự",
            "đến dự",
            "cùng tham gia",
            "tham gia",
            "có mặt",
            "dự và chủ trì",
            "dự giao ban",
            "dự cuộc họp",
            "cùng đi",
            "thành phần dự",
            "dự chủ trì",
            "cùng đại diện");
    private static final Phrases HEADS = Phrases.read("group-heads.txt");

    private static final int MOST = 60;

    private Groups() {}

    public static List<Found<String>> read(Clean article, People people) {
        var groups = new ArrayList<Found<String>>();
        int sentences = 0;
        for (var sentence : article.prose()) {
            int cue = sentences++ > 12 ? -1 : ATTENDING.find(sentence.tokens(), 0, sentence.size());
            if (cue >= 0) {
                collect(article, sentence, cue, groups);
                groups.removeIf(group -> people.all().stream().anyMatch(person -> person.isNamedAt(group.start())));
            }
        }
        return groups;
    }

    private static void collect(Clean article, Sentence sentence, int cue, List<Found<String>> groups) {
        var tokens = sentence.tokens();
        int from = cue;
        while (from < tokens.size()) {
            int to = from;
            while (to < tokens.size() && !tokens.get(to).is(";") && !joins(tokens, to, from)) {
                to++;
            }
            int start = HEADS.find(tokens, from, Math.min(to, from + 9));
            if (start >= 0 && !namesSomebody(tokens, start, to)) {
                add(article, tokens, start, end(tokens, start, to), groups);
            }
            from = to + 1;
        }
    }

    /** "… cùng đại diện lãnh đạo …": a new group without a semicolon. */
    private static boolean joins(List<Token> tokens, int at, int from) {
        boolean word = tokens.get(at).is("cùng")
                || tokens.get(at).is("và")
                || tokens.get(at).is(",");
        return word
                && at > from
                && at + 1 < tokens.size()
                && HEADS.at(tokens, at + 1) != null
                && HEADS.at(tokens, at + 1).length() > 1;
    }

    private static boolean namesSomebody(List<Token> tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            var honorific = Honorifics.at(tokens, i);
            int next = honorific == null ? i : i + honorific.length() + 1;
            if (honorific != null
                    && next < to
                    && tokens.get(next - 1).isCapitalized()
                    && tokens.get(next).isCapitalized()
                    && !Posts.startsAt(tokens, next - 1)) {
                return true;
            }
        }
        return false;
    }

    private static int end(List<Token> tokens, int from, int to) {
        int end = to;
        for (int i = from; i < to; i++) {
            if (tokens.get(i).is(":") || tokens.get(i).is(".")) {
                end = i;
                break;
            }
        }
        while (end > from
                && (tokens.get(end - 1).is(".")
                        || tokens.get(end - 1).is(",")
                        || tokens.get(end - 1).is("và"))) {
            end--;
        }
        return end;
    }

    private static void add(Clean article, List<Token> tokens, int from, int to, List<Found<String>> groups) {
        if (to - from < (tokens.get(from).is("các") ? 4 : 2)) {
            return;
        }
        var name = Spaces.single(article.text()
                .substring(tokens.get(from).start(), tokens.get(to - 1).end()));
        if (groups.size() < MOST
                && groups.stream().noneMatch(known -> known.value().equalsIgnoreCase(name))) {
            groups.add(new Found<>(
                    name, tokens.get(from).start(), tokens.get(to - 1).end(), 0.8, "group.attending"));
        }
    }
}
