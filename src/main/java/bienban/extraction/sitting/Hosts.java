package bienban.extraction.sitting;

import bienban.extraction.Draft.Body;
import bienban.extraction.Found;
import bienban.extraction.body.Bodies;
import bienban.extraction.clean.Clean;
import bienban.extraction.clean.Spaces;
import bienban.extraction.text.Phrases;
import bienban.extraction.text.Sentence;
import bienban.extraction.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The body that met, and those it met with. */
final class Hosts {
    private static final Phrases DEEDS = Phrases.of(
            "tổ chức",
            "đã tổ chức",
            "có buổi",
            "đã có buổi",
            "làm việc",
            "đã làm việc",
            "họp",
            "đã họp",
            "tiến hành",
            "đã tiến hành",
            "khai mạc",
            "đã khai mạc",
            "chủ trì",
            "phối hợp",
            "bế mạc",
            "đã có cuộc",
            "có cuộc",
            "vừa tổ chức",
            "long trọng tổ chức",
            "tổng kết",
            "triển khai",
            "giao ban",
            "đánh giá",
            "sơ kết",
            "do",
            "long trọng",
            "đã long trọng",
            "mở",
            "thực hiện",
            "tiếp tục");
    private static final Phrases WITH = Phrases.of("làm việc với", "giao ban với", "họp với", "với");
    private static final Phrases SITTINGS = Phrases.of("hội nghị", "phiên họp", "kỳ họp", "giao ban", "họp");
    private static final Set<String> ROOMS = Set.of(
            "tại", "ở", "trụ", "sở", "trường", "họp", "nhà", "phòng", "của", "với", "tịch", "thư", "trưởng", "đốc",
            "nhiệm");
    private static final Set<String> LEVELS = Set.of("xã", "phường", "huyện", "thị", "trấn", "thành", "phố");
    private static final int REACH = 12;

    private Hosts() {}

    static Found<Body> host(Clean article, Opening opening) {
        for (var sentence : opening.leadFirst()) {
            var found = host(article, sentence, true);
            if (found != null) {
                return found;
            }
        }
        for (var sentence : opening.all()) {
            var found = host(article, sentence, false);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static Found<Body> host(Clean article, Sentence sentence, boolean acting) {
        var tokens = sentence.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            int end = Bodies.end(tokens, i);
            if (end == i || (end == i + 1 && "agency".equals(Bodies.kindAt(tokens, i)))) {
                continue;
            }
            boolean place = i > 0 && ROOMS.contains(tokens.get(i - 1).key());
            boolean acts = acting && DEEDS.find(tokens, end, Math.min(tokens.size(), end + REACH)) >= 0;
            boolean named = !acting && isSitting(tokens, i);
            if (!place && (acts || named)) {
                return body(
                        article, tokens, i, withoutTerm(tokens, i, end), acting ? "host.acting" : "host.of_sitting");
            }
            i = end - 1;
        }
        return null;
    }

    private static int withoutTerm(List<Token> tokens, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (tokens.get(i).is("khóa") || tokens.get(i).is("nhiệm")) {
                return i;
            }
        }
        return to;
    }

    /** "Hội nghị Ban Chấp hành …": the body stands behind the sitting. */
    private static boolean isSitting(List<Token> tokens, int at) {
        return SITTINGS.find(tokens, Math.max(0, at - 7), at) >= 0 || at <= 1;
    }

    private static Found<Body> body(Clean article, List<Token> tokens, int from, int to, String rule) {
        var name = Spaces.single(article.text()
                .substring(tokens.get(from).start(), tokens.get(to - 1).end()));
        var body = new Body(name, Bodies.kindAt(tokens, from));
        return new Found<>(body, tokens.get(from).start(), tokens.get(to - 1).end(), 0.85, rule);
    }

    /** Those a superior body worked with: "làm việc với Đảng ủy các xã …" names one body for each place. */
    static List<Found<Body>> counterparts(Clean article, Opening opening) {
        for (var sentence : opening.leadFirst()) {
            var tokens = sentence.tokens();
            for (int i = 0; i < tokens.size(); i++) {
                var with = WITH.at(tokens, i);
                int at = with == null ? i : i + with.length();
                int end = with == null ? at : Bodies.end(tokens, at);
                if (end > at) {
                    return expanded(article, tokens, at, end);
                }
            }
        }
        return List.of();
    }

    private static List<Found<Body>> expanded(Clean article, List<Token> tokens, int from, int to) {
        var several = new ArrayList<Found<Body>>();
        for (int i = from; i + 1 < tokens.size() && i < to + 2; i++) {
            if (tokens.get(i).is("các") && LEVELS.contains(tokens.get(i + 1).key())) {
                int names = i + 2;
                while (names < tokens.size()
                        && LEVELS.contains(tokens.get(names).key())
                        && !tokens.get(names).isCapitalized()) {
                    names++;
                }
                var head = Spaces.single(article.text()
                        .substring(tokens.get(from).start(), tokens.get(i - 1).end()));
                var level = Spaces.single(article.text()
                        .substring(
                                tokens.get(i + 1).start(), tokens.get(names - 1).end()));
                addEach(article, tokens, names, head + " " + level, Bodies.kindAt(tokens, from), several);
                if (several.isEmpty()) {
                    return List.of(group(article, tokens, from, i + 2));
                }
                return several;
            }
        }
        return List.of(body(article, tokens, from, to, "counterpart"));
    }

    /** "Đảng ủy các phường, xã": a class of bodies, none named. */
    private static Found<Body> group(Clean article, List<Token> tokens, int from, int next) {
        int to = next;
        while (to < tokens.size()
                && (LEVELS.contains(tokens.get(to).key())
                        || tokens.get(to).is(",")
                        || tokens.get(to).is("và"))) {
            to++;
        }
        while (tokens.get(to - 1).is(",") || tokens.get(to - 1).is("và")) {
            to--;
        }
        return body(article, tokens, from, to, "counterpart.group");
    }

    private static void addEach(
            Clean article, List<Token> tokens, int from, String head, String kind, List<Found<Body>> several) {
        int at = from;
        while (at < tokens.size() && tokens.get(at).isCapitalized()) {
            int end = at;
            while (end < tokens.size() && tokens.get(end).isCapitalized()) {
                end++;
            }
            var name = Spaces.single(article.text()
                    .substring(tokens.get(at).start(), tokens.get(end - 1).end()));
            several.add(new Found<>(
                    new Body(head + " " + name, kind),
                    tokens.get(at).start(),
                    tokens.get(end - 1).end(),
                    0.8,
                    "counterpart.listed"));
            boolean more = end + 1 < tokens.size()
                    && (tokens.get(end).is(",") || tokens.get(end).is("và"));
            at = more ? end + 1 : tokens.size();
        }
    }
}
