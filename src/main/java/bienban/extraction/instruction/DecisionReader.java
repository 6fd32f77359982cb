package bienban.extraction.instruction;

import bienban.extraction.Draft.Decision;
import bienban.extraction.Draft.Outcome;
import bienban.extraction.Draft.Seats;
import bienban.extraction.Found;
import bienban.extraction.clean.Clean;
import bienban.extraction.clean.Spaces;
import bienban.extraction.text.Phrases;
import bienban.extraction.text.Sentence;
import bienban.extraction.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads what was voted or adopted, and the seats per bloc where a composition is told. */
public final class DecisionReader {
    private static final Phrases VOTES = Phrases.read("vote-cues.tsv");
    private static final Phrases PLANNED = Phrases.of(
            "xem xét", "để thông qua", "trình", "dự kiến", "sẽ", "chuẩn bị", "nhằm thông qua", "thảo luận và");
    private static final Phrases FUTURE = Phrases.of("sẽ", "dự kiến", "kế hoạch tổ chức");
    private static final Phrases SPEAKERS = Phrases.of("đồng chí", "đ/c", "ông", "bà");
    private static final Set<String> MEMBERS = Set.of("đồng", "người", "ủy", "đại", "vị", "thành");

    private DecisionReader() {}

    public static List<Found<Decision>> read(Clean article) {
        var decisions = new ArrayList<Found<Decision>>();
        for (var sentence : article.prose()) {
            var tokens = sentence.tokens();
            for (int i = 0; i < tokens.size(); i++) {
                var vote = VOTES.at(tokens, i);
                if (vote == null || isNoDecision(tokens, i)) {
                    continue;
                }
                var text = Spaces.single(article.text().substring(sentence.start(), sentence.end()));
                var decision = new Decision(text, Outcome.valueOf(vote.column(1)), composition(article, sentence));
                decisions.add(
                        new Found<>(decision, sentence.start(), sentence.end(), 0.8, "decision." + vote.column(1)));
                break;
            }
        }
        return decisions;
    }

    /** Still to come, or one speaker who goes through a draft. */
    private static boolean isNoDecision(List<Token> tokens, int at) {
        boolean planned = PLANNED.find(tokens, Math.max(0, at - 3), at) >= 0
                || FUTURE.find(tokens, Math.max(0, at - 24), at) >= 0;
        return planned
                || (SPEAKERS.find(tokens, 0, at) >= 0
                        && tokens.get(at).is("đã")
                        && tokens.get(at + 1).is("thông"));
    }

    /** "khối Đảng gồm 11 đồng chí, khối chính quyền 14 đồng chí": bloc and seats. */
    private static List<Seats> composition(Clean article, Sentence sentence) {
        var seats = new ArrayList<Seats>();
        var tokens = sentence.tokens();
        int bloc = -1;
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).is("khối")) {
                bloc = i;
            } else if (bloc >= 0 && tokens.get(i).isNumber() && isMembers(tokens, i)) {
                int end = trimmed(tokens, bloc, i);
                var name = Spaces.single(article.text()
                        .substring(tokens.get(bloc).start(), tokens.get(end - 1).end()));
                seats.add(new Seats(
                        capitalized(name), Integer.parseInt(tokens.get(i).text())));
                bloc = -1;
            }
        }
        return seats.size() < 2 ? null : seats;
    }

    private static boolean isMembers(List<Token> tokens, int at) {
        return at + 1 < tokens.size()
                && tokens.get(at).text().length() <= 3
                && tokens.get(at).text().chars().allMatch(Character::isDigit)
                && MEMBERS.contains(tokens.get(at + 1).key());
    }

    private static int trimmed(List<Token> tokens, int from, int to) {
        int end = to;
        while (end > from + 1
                && Set.of("gồm", "có", "là", ":", ",", "-")
                        .contains(tokens.get(end - 1).key())) {
            end--;
        }
        return end;
    }

    private static String capitalized(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
