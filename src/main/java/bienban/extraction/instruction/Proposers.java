package bienban.extraction.instruction;

import bienban.extraction.Draft.Body;
import bienban.extraction.body.Bodies;
import bienban.extraction.clean.Spaces;
import bienban.extraction.text.Phrases;
import bienban.extraction.text.Sentence;
import bienban.extraction.text.Token;
import java.util.List;
import java.util.Set;

/** Tells a request to those above from an order to those below. */
final class Proposers {
    private static final Phrases WHO = Phrases.read("proposers.txt");
    private static final Phrases ASKING =
            Phrases.of("kiến nghị", "đề xuất", "đề nghị", "mong muốn", "kiến nghị, đề xuất", "đề xuất, kiến nghị");
    private static final Phrases ABOVE = Phrases.of(
            "tỉnh",
            "trung ương",
            "cấp trên",
            "quốc hội",
            "chính phủ",
            "bộ",
            "các bộ",
            "tỉnh ủy",
            "thành phố",
            "huyện",
            "thị xã",
            "thị ủy",
            "huyện ủy",
            "thành ủy",
            "ubnd tỉnh",
            "ubnd huyện",
            "ubnd thị xã",
            "ubnd thành phố",
            "hđnd tỉnh",
            "sở",
            "ban thường vụ tỉnh ủy",
            "lãnh đạo tỉnh",
            "lãnh đạo huyện",
            "lãnh đạo thị xã",
            "ngành điện",
            "các sở",
            "nhà nước");
    private static final Phrases HELP = Phrases.of(
            "quan tâm",
            "hỗ trợ",
            "xem xét",
            "bố trí kinh phí",
            "tháo gỡ",
            "cho phép",
            "tạo điều kiện",
            "sớm",
            "đầu tư",
            "bố trí vốn",
            "giải quyết",
            "bổ sung kinh phí",
            "có giải pháp",
            "có cơ chế",
            "cho chủ trương");
    private static final Phrases CONCLUDING = Phrases.of("kết luận", "chỉ đạo");
    private static final Set<String> ASKED_NOUN = Set.of(
            "các", "những", "nội", "số", "dung", "ý", "được", "việc", "từng", "đối", "theo", "về", "quyết", "lời",
            "thu");

    private static final Set<String> BEFORE_ASKING = Set.of("đã", "cũng", "đều", "tiếp", "tục", "có", ",", "và", "xin");
    private static final int LONGEST_PROPOSER = 16;

    private Proposers() {}

    /** Whether the sentence asks: its subject is one of those who ask, or what is asked for is help from above. */
    static boolean ask(Sentence sentence, int order) {
        var tokens = sentence.tokens();
        int asking = asking(tokens);
        if (asking < 0 || (order >= 0 && order < asking)) {
            return false;
        }
        boolean formal = tokens.get(asking).is("kiến")
                || (tokens.get(asking).is("đề") && tokens.get(asking + 1).is("xuất"));
        boolean below = subjectAsks(tokens, asking);
        boolean above = ABOVE.at(tokens, asking + 2) != null
                && HELP.find(tokens, asking + 2, Math.min(tokens.size(), asking + 16)) >= 0;
        return below || (formal && order < 0) || (above && !concludes(tokens, asking));
    }

    /** "UBND xã rà soát, đề xuất …", said by one who instructs: to ask is part of what is to be done. */
    static boolean isTasked(Sentence sentence) {
        int task = Force.task(sentence.tokens(), 0, sentence.size());
        return task >= 0 && task < asking(sentence.tokens());
    }

    /** Who asks, as named before the verb; null where only opinions are said to. */
    static Body proposer(String text, Sentence sentence) {
        var tokens = sentence.tokens();
        int asking = asking(tokens);
        int to = asking;
        while (to > 0 && BEFORE_ASKING.contains(tokens.get(to - 1).key())) {
            to--;
        }
        for (int from = 0; from < to; from++) {
            boolean begins = from == 0 || tokens.get(from - 1).isPunctuation();
            boolean body = WHO.at(tokens, from) != null || Bodies.kindAt(tokens, from) != null;
            if (begins
                    && body
                    && to - from <= LONGEST_PROPOSER
                    && !tokens.get(to - 1).is("kiến")) {
                var name = Spaces.single(text.substring(
                        tokens.get(from).start(), tokens.get(to - 1).end()));
                return new Body(name, Bodies.kindAt(tokens, from));
            }
        }
        return null;
    }

    private static boolean concludes(List<Token> tokens, int asking) {
        return CONCLUDING.find(tokens, 0, asking) >= 0;
    }

    private static int asking(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            if (ASKING.at(tokens, i) != null
                    && !(i > 0 && ASKED_NOUN.contains(tokens.get(i - 1).key()))) {
                boolean noun = i + 2 < tokens.size() && tokens.get(i + 2).is("của");
                if (!noun) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** One of those who ask is the subject: it begins the clause that asks. */
    private static boolean subjectAsks(List<Token> tokens, int asking) {
        int start = 0;
        for (int i = asking - 1; i >= Math.max(0, asking - 30); i--) {
            if (tokens.get(i).is(";")
                    || tokens.get(i).is(":")
                    || (tokens.get(i).is(",") && WHO.at(tokens, i + 1) != null)) {
                start = i + 1;
                break;
            }
        }
        return WHO.at(tokens, start) != null;
    }
}
