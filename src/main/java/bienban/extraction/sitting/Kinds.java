package bienban.extraction.sitting;

import bienban.extraction.Draft.Kind;
import bienban.extraction.Found;
import bienban.extraction.text.Phrases;
import bienban.extraction.text.Sentence;
import bienban.extraction.text.Token;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Decides what kind of sitting the opening speaks of; the heaviest word wins, the headline counts double. */
final class Kinds {
    private static final Phrases WORDS = Phrases.read("sitting-kinds.tsv");
    private static final Phrases ANNOUNCEMENTS = Phrases.read("announcements.txt");
    private static final Phrases NO_MEETINGS = Phrases.of(
            "phòng họp",
            "họp báo",
            "hội họp",
            "ngày làm việc",
            "sau hội nghị",
            "nghị quyết hội nghị",
            "trước kỳ họp",
            "sau kỳ họp",
            "nghị quyết đại hội",
            "trước hội nghị",
            "họp chợ",
            "chuẩn bị đại hội",
            "giữa hai kỳ họp",
            "văn kiện đại hội",
            "trung tâm hội nghị",
            "chào mừng đại hội",
            "tiến tới đại hội",
            "quy chế làm việc");
    private static final Phrases STANDING =
            Phrases.of("thường trực hđnd", "thường trực hội đồng nhân dân", "ubnd", "ủy ban nhân dân");
    private static final Phrases MEETINGS =
            Phrases.of("hội nghị", "cuộc họp", "buổi họp", "họp liên tịch", "vừa họp", "đã họp");
    private static final Phrases PREPARING = Phrases.of("chuẩn bị", "liên tịch", "thống nhất nội dung");
    private static final Phrases SESSION = Phrases.of("kỳ họp");
    private static final Phrases DEEDS = Phrases.of(
            "nghe",
            "đã nghe",
            "được nghe",
            "thông qua",
            "đã thông qua",
            "cũng thông qua",
            "thảo luận",
            "đã thảo luận",
            "tập trung thảo luận",
            "cho ý kiến",
            "đã cho ý kiến",
            "cũng cho ý kiến",
            "thống nhất",
            "đã thống nhất",
            "xem xét",
            "đã xem xét",
            "cũng đã",
            "đã dành");
    private static final Phrases SHOWN = Phrases.of(
            "quang cảnh hội nghị",
            "toàn cảnh hội nghị",
            "đại biểu tham dự hội nghị",
            "đại biểu dự hội nghị",
            "phát biểu tại hội nghị",
            "phát biểu kết luận hội nghị",
            "phát biểu khai mạc hội nghị",
            "quang cảnh cuộc họp",
            "toàn cảnh cuộc họp",
            "quang cảnh buổi họp",
            "phát biểu tại cuộc họp");
    private static final Phrases REGULAR = Phrases.of("phiên họp", "phiên thường kỳ", "buổi làm việc");
    /** "Kết luận phiên họp, Chủ tịch … yêu cầu …": how a sentence begins that tells of a sitting while it goes on. */
    private static final Phrases INTO = Phrases.of(
            "tại",
            "kết luận",
            "kết luận tại",
            "phát biểu tại",
            "phát biểu kết luận",
            "phát biểu kết luận tại",
            "phát biểu chỉ đạo",
            "phát biểu chỉ đạo tại",
            "chủ trì",
            "chỉ đạo tại");

    private static final Phrases ORDERS =
            Phrases.of("yêu cầu", "đề nghị", "giao", "kết luận", "chỉ đạo", "thống nhất", "thông qua", "biểu quyết");
    private static final Set<Kind> GENERAL = Set.of(Kind.conference, Kind.thematic_conference);

    private Kinds() {}

    static Found<Kind> read(Opening opening) {
        for (var sentence : opening.title()) {
            if (ANNOUNCEMENTS.at(sentence.tokens(), 0) != null) {
                return new Found<>(Kind.other, sentence.start(), sentence.end(), 0.8, "kind.announcement");
            }
        }
        Map<Kind, Integer> weights = new EnumMap<>(Kind.class);
        Map<Kind, Found<Kind>> spans = new EnumMap<>(Kind.class);
        weigh(opening.title(), 2, weights, spans);
        weigh(opening.lead(), 1, weights, spans);
        if (weights.containsKey(Kind.conference) && preparesSession(opening)) {
            weights.remove(Kind.council_session);
        }
        Kind best = null;
        for (var kind : weights.keySet()) {
            if (best == null || weights.get(kind) > weights.get(best)) {
                best = kind;
            }
        }
        if (best == null
                || (best == Kind.thematic_conference
                        && !weights.containsKey(Kind.conference)
                        && weights.get(best) < 5)) {
            return null;
        }
        if (best == Kind.conference && weights.containsKey(Kind.thematic_conference)) {
            best = Kind.thematic_conference;
        }
        boolean council =
                best == Kind.regular_session && weights.containsKey(Kind.council_session) && !isOfStandingBody(opening);
        return spans.get(council ? Kind.council_session : best);
    }

    /** "… chủ trì cuộc họp bàn công tác chuẩn bị kỳ họp thứ 9": the session is still to come. */
    private static boolean preparesSession(Opening opening) {
        return opening.all().stream().anyMatch(sentence -> {
            int meeting = MEETINGS.find(sentence.tokens(), 0, sentence.size());
            int purpose = meeting < 0 ? -1 : PREPARING.find(sentence.tokens(), meeting, sentence.size());
            return purpose >= 0 && SESSION.find(sentence.tokens(), purpose, sentence.size()) >= 0;
        });
    }

    /** "Quang cảnh hội nghị": a report cut short still shows its sitting. */
    static Found<Kind> fromCaptions(List<Sentence> captions) {
        for (var sentence : captions) {
            int at = SHOWN.find(sentence.tokens(), 0, sentence.size());
            if (at >= 0) {
                return new Found<>(Kind.conference, sentence.start(), sentence.end(), 0.7, "kind.caption");
            }
        }
        return null;
    }

    /** A report without its lead still tells what the sitting heard and discussed. */
    static Found<Kind> fromProceedings(List<Sentence> prose) {
        for (var sentence : prose) {
            var tokens = sentence.tokens();
            var word = WORDS.at(tokens, 0);
            int verb = word == null ? 0 : word.length();
            boolean held = word != null && verb < tokens.size() && DEEDS.at(tokens, verb) != null;
            if (held) {
                var kind = Kind.valueOf(word.column(1));
                return new Found<>(kind, sentence.start(), tokens.get(verb - 1).end(), 0.8, "kind.proceedings");
            }
            var at = INTO.at(tokens, 0);
            var sitting = at == null ? null : WORDS.at(tokens, at.length());
            if (sitting != null && isSitting(tokens, at.length()) && ORDERS.occursIn(tokens)) {
                int end = tokens.get(at.length() + sitting.length() - 1).end();
                return new Found<>(Kind.valueOf(sitting.column(1)), sentence.start(), end, 0.8, "kind.proceedings");
            }
        }
        return null;
    }

    private static boolean isSitting(List<Token> tokens, int at) {
        return MEETINGS.at(tokens, at) != null || SESSION.at(tokens, at) != null || REGULAR.at(tokens, at) != null;
    }

    /** A session of the council's standing body talks of the council's session without being one. */
    private static boolean isOfStandingBody(Opening opening) {
        return opening.all().stream().anyMatch(sentence -> STANDING.occursIn(sentence.tokens()));
    }

    private static void weigh(
            List<Sentence> sentences, int factor, Map<Kind, Integer> weights, Map<Kind, Found<Kind>> spans) {
        int rank = 0;
        for (var sentence : sentences) {
            var tokens = sentence.tokens();
            int at = 0;
            while (at < tokens.size()) {
                var none = NO_MEETINGS.at(tokens, at);
                var match = none != null ? null : WORDS.at(tokens, at);
                if (match == null) {
                    at += none != null ? none.length() : 1;
                    continue;
                }
                var kind = Kind.valueOf(match.column(1));
                int weight = Integer.parseInt(match.column(2)) * factor * (rank == 0 ? 2 : 1);
                weights.merge(kind, weight, GENERAL.contains(kind) ? Math::max : Kinds::strongest);
                int last = at + match.length() - 1;
                spans.putIfAbsent(
                        kind,
                        new Found<>(
                                kind, tokens.get(at).start(), tokens.get(last).end(), 0.9, "kind." + kind.name()));
                at += match.length();
            }
            rank++;
        }
    }

    private static int strongest(int a, int b) {
        return Math.max(a, b) + 1;
    }
}
