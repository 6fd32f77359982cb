package bienban.extraction.figure;

import bienban.extraction.text.Token;
import java.util.List;
import java.util.Set;

/** Finds the figure that a change names itself: "giảm 1% về số lượng và tăng 36% về vốn". */
final class Aspect {
    private static final Set<String> NUMBERS = Set.of("số", "lượng");
    private static final Set<String> VALUES = Set.of("vốn", "giá", "tiền", "kinh", "doanh", "kim");
    /** How far back the figure may stand. */
    private static final int REACH = 4;

    private final List<Token> tokens;
    private final List<Lexeme> lexemes;

    Aspect(List<Token> tokens, List<Lexeme> lexemes) {
        this.tokens = tokens;
        this.lexemes = lexemes;
    }

    /** The counted or the money figure among the last ones, or null when the words behind the change name none. */
    Statement of(List<Statement> statements, Lead lead, Tail tail) {
        if (!lead.isChange() || lead.hasContent() || !key(tail.to(), 0).equals("về")) {
            return null;
        }
        var noun = key(tail.to(), 1);
        boolean money = VALUES.contains(noun) || (noun.equals("số") && VALUES.contains(key(tail.to(), 2)));
        if (!money && !NUMBERS.contains(noun)) {
            return null;
        }
        for (int i = statements.size() - 1; i >= Math.max(0, statements.size() - REACH); i--) {
            var amount = statements.get(i).amount;
            if (money ? amount.isMoney() : amount.isCounted()) {
                return statements.get(i);
            }
        }
        return null;
    }

    private String key(int lexeme, int next) {
        int i = lexeme < lexemes.size() ? lexemes.get(lexeme).from() + next : tokens.size();
        return i < tokens.size() ? tokens.get(i).key() : "";
    }
}
