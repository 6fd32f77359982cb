package bienban.extraction.figure;

import bienban.extraction.figure.Lexeme.Sort;
import bienban.extraction.text.Token;
import java.util.List;
import java.util.Set;

/** Tells the amounts of a sentence that state no figure themselves. */
final class PassedOver {
    /** How far ahead "từ" may look for its end. */
    private static final int REACH = 12;

    private static final Set<String> OWNED = Set.of("của", "thuộc", "tại");

    private final List<Token> tokens;
    private final List<Lexeme> lexemes;

    PassedOver(List<Token> tokens, List<Lexeme> lexemes) {
        this.tokens = tokens;
        this.lexemes = lexemes;
    }

    /** Whether the amount only leads to the next one, which takes its words. */
    boolean leadsOn(Lead lead, int at) {
        return isStart(lead, at) || isQualifier(at) || isPointsOfNext(lead, at);
    }

    /** "không còn xã dưới 8 tiêu chí": there is nothing of that number. */
    boolean saysNone(Lead lead) {
        int first = lead.hasContent() ? lexemes.get(lead.from()).from() : tokens.size();
        return first + 1 < tokens.size()
                && tokens.get(first).is("không")
                && tokens.get(first + 1).is("còn");
    }

    /** "11 xã của 6 huyện", "3 dự án tại 2 phường": whose they are, or where. */
    boolean isOwner(int at) {
        return at > 1
                && lexemes.get(at).amount().isCounted()
                && OWNED.contains(tokens.get(lexemes.get(at - 1).from()).key())
                && lexemes.get(at - 2).is(Sort.amount)
                && lexemes.get(at - 2).amount().isCounted();
    }

    /** "từ 12 xã lên 15 xã", "từ 5,2% xuống còn 3,1%": the first value is past. */
    private boolean isStart(Lead lead, int at) {
        if (!lead.has(Cue.from) || lexemes.get(at).amount().rangeTo() != null) {
            return false;
        }
        for (int i = at + 1; i < Math.min(at + REACH, lexemes.size()); i++) {
            var lexeme = lexemes.get(i);
            if (lexeme.is(Sort.mark)) {
                return false;
            }
            if (lexeme.is(Cue.to)) {
                return true;
            }
        }
        return false;
    }

    /** "thiệt hại trên 70% là 85 ha", "đạt 100% có 12 xã": the percent tells what is counted. */
    private boolean isQualifier(int at) {
        return at + 2 < lexemes.size()
                && lexemes.get(at).amount().isPercent()
                && tokens.get(lexemes.get(at + 1).from()).is("là")
                && lexemes.get(at + 2).is(Sort.amount)
                && lexemes.get(at + 2).amount().unit() != null
                && !lexemes.get(at + 2).amount().isPercent();
    }

    /** "tỷ lệ hộ nghèo giảm 1,05 điểm %, còn 3,2%": points are no value, and their name is that of the next one. */
    private boolean isPointsOfNext(Lead lead, int at) {
        return lexemes.get(at).amount().is(Unit.Kind.points) && lead.hasContent() && lead.isChange();
    }
}
