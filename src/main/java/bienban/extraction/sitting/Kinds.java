package bienban.extraction.sitting;

import bienban.extraction.Draft.Kind;
import bienban.extraction.Found;
import bienban.extraction.text.Phrases;
import bienban.extraction.text.Sentence;
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
