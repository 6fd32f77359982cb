package bienban.extraction.figure;

import bienban.extraction.figure.Lexeme.Sort;
import bienban.extraction.text.Token;
import java.util.ArrayList;
import java.util.List;

/** Reads percents that are told one after the other for values that stand together: "5 tỷ đồng và 6 tỷ đồng, lần lượt bằng 81% và 84% kế hoạch". */
final class InTurn {
    private final List<Token> tokens;
    private final List<Lexeme> lexemes;
    private final List<Statement> statements;
    private boolean told;

    InTurn(List<Token> tokens, List<Lexeme> lexemes, List<Statement> statements) {
        this.tokens = tokens;
        this.lexemes = lexemes;
        this.statements = statements;
    }

    /** Whether "lần lượt" was said since the last semicolon; {@code from} is the first lexeme before the amount. */
    boolean isTold(int from, int at, Lead lead) {
        told &= !lead.has(Lead.Mark.semicolon);
        for (int i = from; i < at && !told; i++) {
            int token = lexemes.get(i).from();
            told = tokens.get(token).is("lần")
                    && token + 1 < tokens.size()
                    && tokens.get(token + 1).is("lượt");
        }
        return told && !statements.isEmpty();
    }

    /** Gives each percent to its value and returns the lexeme to go on with; when they are not as many, nobody can tell whose they are. */
    int read(int at, Lead lead) {
        var percents = new ArrayList<Integer>();
        int i = at;
        while (i < lexemes.size() && lexemes.get(i).is(Sort.amount)) {
            percents.add(i);
            i = isJoint(i + 1) ? i + 2 : i + 1;
        }
        var tail = Tail.of(lexemes, percents.get(percents.size() - 1));
        int first = statements.size() - percents.size();
        if (percents.size() > 1 && first >= 0 && areAlike(first)) {
            for (int k = 0; k < percents.size(); k++) {
                var amount = lexemes.get(percents.get(k)).amount();
                new Attachment(statements, statements.get(first + k), amount, lead, tail).attach();
            }
        }
        return Math.max(tail.to(), i);
    }

    private boolean isJoint(int i) {
        boolean mark = i < lexemes.size()
                && (lexemes.get(i).is(Cue.join) || lexemes.get(i).is(Sort.mark));
        return mark
                && i + 1 < lexemes.size()
                && lexemes.get(i + 1).is(Sort.amount)
                && lexemes.get(i + 1).amount().isPercent();
    }

    private boolean areAlike(int first) {
        return statements.subList(first, statements.size()).stream()
                .allMatch(statement -> statement.isLike(statements.get(first).amount));
    }
}
