package bienban.extraction.sitting;

import bienban.extraction.Draft.Mode;
import bienban.extraction.Found;
import bienban.extraction.clean.Clean;
import bienban.extraction.clean.Spaces;
import bienban.extraction.text.Phrases;
import bienban.extraction.text.Sentence;
import bienban.extraction.text.Sentence.Block;
import bienban.extraction.text.Token;
import java.util.ArrayList;
import java.util.List;

/** Whether people met in one room, on line, or both; and the rooms that were linked. */
final class Modes {
    private static final Phrases ONLINE = Phrases.read("online-cues.tsv");
    private static final Phrases IN_ROOM = Phrases.of("trực tiếp", "tập trung", "tại hội trường");
    private static final Phrases SERVICES =
            Phrases.of("dịch vụ công", "đăng ký trực tuyến", "bán hàng trực tuyến", "nộp hồ sơ", "thanh toán");

    private Modes() {}

    static Found<Mode> read(Clean article) {
        Found<Mode> first = null;
        for (var sentence : article.sentences()) {
            boolean told = sentence.block() != Block.furniture && sentence.block() != Block.byline;
            var found = told ? in(sentence) : null;
            if (found != null && found.value() == Mode.hybrid) {
                return found;
            }
            first = first == null ? found : first;
        }
        return first;
    }

    private static Found<Mode> in(Sentence sentence) {
        var tokens = sentence.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            var cue = ONLINE.at(tokens, i);
            if (cue == null || SERVICES.find(tokens, Math.max(0, i - 4), i + 1) >= 0) {
                continue;
            }
            var mode = Mode.valueOf(cue.column(1));
            boolean room = IN_ROOM.find(tokens, Math.max(0, i - 5), Math.min(tokens.size(), i + cue.length() + 6)) >= 0;
            var last = tokens.get(i + cue.length() - 1);
            return new Found<>(
                    room ? Mode.hybrid : mode,
                    tokens.get(i).start(),
                    last.end(),
                    0.85,
                    "mode." + (room ? Mode.hybrid : mode));
        }
        return null;
    }

    /** "kết nối tới 18 điểm cầu các xã, phường": what was linked. */
    static List<Found<String>> links(Clean article) {
        var links = new ArrayList<Found<String>>();
        for (var sentence : article.prose()) {
            var tokens = sentence.tokens();
            for (int i = 1; i + 1 < tokens.size(); i++) {
                if (tokens.get(i).is("điểm")
                        && tokens.get(i + 1).is("cầu")
                        && tokens.get(i - 1).isNumber()) {
                    int end = clauseEnd(tokens, i + 2);
                    var span = article.text()
                            .substring(
                                    tokens.get(i - 1).start(),
                                    tokens.get(end - 1).end());
                    links.add(new Found<>(
                            Spaces.single(span),
                            tokens.get(i - 1).start(),
                            tokens.get(end - 1).end(),
                            0.8,
                            "mode.links"));
                }
            }
        }
        return links;
    }

    private static int clauseEnd(List<Token> tokens, int from) {
        int end = from;
        while (end < tokens.size()
                && end < from + 12
                && !tokens.get(end).is(".")
                && !tokens.get(end).is(";")) {
            end++;
        }
        return end;
    }
}
