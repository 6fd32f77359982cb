package bienban.extraction.sitting;

import bienban.extraction.Draft.Term;
import bienban.extraction.Found;
import bienban.extraction.calendar.Dates;
import bienban.extraction.text.Phrases;
import bienban.extraction.text.Sentence;
import bienban.extraction.text.Token;
import java.util.List;

/** The meeting's number, the term of its body, and whether it was extended. */
final class Numbering {
    private static final Phrases ORDINAL = Phrases.of(
            "lần thứ",
            "kỳ họp thứ",
            "phiên họp thứ",
            "hội nghị thứ",
            "hội nghị lần thứ",
            "kỳ họp lần thứ",
            "phiên họp lần thứ",
            "phiên thứ",
            "hội nghị lần");
    private static final Phrases SITTINGS = Phrases.of("hội nghị", "kỳ họp", "phiên họp", "cuộc họp", "họp", "phiên");
    private static final Phrases CONGRESS = Phrases.of("đại hội", "nghị quyết", "trung ương", "quốc hội");
    private static final Phrases EXTENDED = Phrases.of("mở rộng", "(mở rộng)");
    private static final Phrases SITTING_BODIES = Phrases.of(
            "hội nghị", "ban chấp hành", "bch", "ban thường vụ", "btv", "đảng bộ", "họp", "kỳ họp", "thường trực");
    private static final int REACH = 14;

    private Numbering() {}

    static Found<Integer> ordinal(Opening opening) {
        for (var sentence : opening.all()) {
            var tokens = sentence.tokens();
            for (int i = 0; i < tokens.size(); i++) {
                var cue = ORDINAL.at(tokens, i);
                var number = cue == null ? null : Ordinals.at(tokens, i + cue.length());
                if (number != null && number.value() < 100 && belongsToSitting(tokens, i, cue.length())) {
                    int last = i + cue.length() + number.length() - 1;
                    return new Found<>(
                            number.value(),
                            tokens.get(i).start(),
                            tokens.get(last).end(),
                            0.9,
                            "meeting.ordinal");
                }
            }
        }
        return null;
    }

    private static boolean belongsToSitting(List<Token> tokens, int at, int length) {
        if (SITTINGS.at(tokens, at) != null) {
            return true;
        }
        for (int i = at - 1; i >= Math.max(0, at - REACH); i--) {
            if (CONGRESS.at(tokens, i) != null) {
                return false;
            }
            if (SITTINGS.at(tokens, i) != null) {
                return true;
            }
        }
        return at <= 8 && SITTINGS.find(tokens, at + length, Math.min(tokens.size(), at + length + 4)) >= 0;
    }

    static Found<Term> term(Opening opening) {
        Found<String> number = null;
        Found<String> years = null;
        for (var sentence : opening.all()) {
            number = number == null ? number(sentence) : number;
            years = years == null ? years(sentence) : years;
        }
        if (number == null && years == null) {
            return null;
        }
        var span = number == null ? years : number;
        var term = new Term(number == null ? null : number.value(), years == null ? null : years.value());
        return new Found<>(term, span.start(), span.end(), 0.9, "meeting.term");
    }

    private static Found<String> number(Sentence sentence) {
        var tokens = sentence.tokens();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            var next = tokens.get(i + 1);
            boolean stated = next.isNumber() ? next.text().length() <= 2 : Ordinals.roman(next.text()) > 0;
            if (tokens.get(i).is("khóa") && stated && !belongsToOthers(tokens, i)) {
                return new Found<>(next.text(), tokens.get(i).start(), next.end(), 0.9, "meeting.term");
            }
        }
        return null;
    }

    private static Found<String> years(Sentence sentence) {
        var tokens = sentence.tokens();
        for (int i = 0; i + 4 < tokens.size(); i++) {
            if (!tokens.get(i).is("nhiệm")
                    || !tokens.get(i + 1).is("kỳ")
                    || !tokens.get(i + 2).isNumber()) {
                continue;
            }
            var from = Dates.year(tokens.get(i + 2).text());
            var to = tokens.get(i + 4).isNumber() ? Dates.year(tokens.get(i + 4).text()) : null;
            if (from != null && to != null && from < to && !belongsToOthers(tokens, i)) {
                return new Found<>(
                        from + "/" + to,
                        tokens.get(i).start(),
                        tokens.get(i + 4).end(),
                        0.9,
                        "meeting.term");
            }
        }
        return null;
    }

    /** The term of the Central Committee, the National Assembly or a cited resolution is not the meeting's. */
    private static boolean belongsToOthers(List<Token> tokens, int at) {
        for (int i = at - 1; i >= Math.max(0, at - 12); i--) {
            if (CONGRESS.at(tokens, i) != null) {
                return true;
            }
            if (SITTING_BODIES.at(tokens, i) != null || tokens.get(i).is("hđnd")) {
                return false;
            }
        }
        return false;
    }

    static Found<Boolean> extended(Opening opening) {
        for (var sentence : opening.all()) {
            var tokens = sentence.tokens();
            for (int i = 0; i < tokens.size(); i++) {
                var cue = EXTENDED.at(tokens, i);
                boolean after = cue != null && SITTING_BODIES.find(tokens, Math.max(0, i - 12), i) >= 0;
                boolean object = cue != null
                        && i + cue.length() < tokens.size()
                        && isObject(tokens, i + cue.length(), cue.length());
                if (after && !object) {
                    var last = tokens.get(i + cue.length() - 1);
                    return new Found<>(true, tokens.get(i).start(), last.end(), 0.9, "meeting.extended");
                }
            }
        }
        return null;
    }

    /** "mở rộng sản xuất", "mở rộng đường": the verb, not the kind of meeting. */
    private static boolean isObject(List<Token> tokens, int next, int length) {
        if (length > 2) {
            return false;
        }
        var token = tokens.get(next);
        return token.is("sản")
                || token.is("đường")
                || token.is("diện")
                || token.is("quy")
                || token.is("thị")
                || token.is("mô")
                || token.is("tuyến")
                || token.is("khu")
                || token.is("vùng")
                || token.is("các")
                || token.is("hợp");
    }
}
