package bienban.extraction.figure;

import bienban.extraction.figure.Lexeme.Sort;
import bienban.extraction.period.PeriodReader;
import bienban.extraction.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Cuts the tokens of a sentence into amounts, cues, periods, yardsticks, marks and words. */
final class Lexer {
    private static final Map<String, Cue> SIGNS =
            Map.of("≥", Cue.at_least, "≤", Cue.at_most, ">", Cue.over, "<", Cue.under);

    private static final Set<String> HEADS = Set.of("(", ";", ",");

    private static final Map<String, Cue> CHANGES = Map.of("+", Cue.up, "-", Cue.down);

    private final List<Token> tokens;
    private final PeriodReader periods;
    private final Yardsticks yardsticks;
    private final AmountReader amounts;
    private final List<Lexeme> lexemes = new ArrayList<>();

    private Lexer(List<Token> tokens, Integer reportYear, Integer reportMonth) {
        this.tokens = tokens;
        this.periods = new PeriodReader(tokens, reportYear, reportMonth);
        this.yardsticks = new Yardsticks(tokens, periods, reportYear);
        this.amounts = new AmountReader(tokens);
    }

    static List<Lexeme> lex(List<Token> tokens, Integer reportYear, Integer reportMonth) {
        var lexer = new Lexer(tokens, reportYear, reportMonth);
        int i = 0;
        while (i < tokens.size()) {
            var lexeme = lexer.at(i);
            lexer.lexemes.add(lexeme);
            i = lexeme.to();
        }
        return lexer.lexemes;
    }

    private Lexeme at(int i) {
        var token = tokens.get(i);
        if (token.isPunctuation()) {
            var sign = isChange(i) ? CHANGES.get(token.key()) : SIGNS.get(token.key());
            return sign == null ? Lexeme.of(Sort.mark, i, i + 1) : Lexeme.of(sign, i, i + 1);
        }
        var yardstick = yardsticks.at(i, lexemes.isEmpty() ? null : lexemes.get(lexemes.size() - 1));
        if (yardstick != null) {
            return yardstick;
        }
        var period = periods.at(i);
        if (period != null) {
            return Lexeme.of(period);
        }
        return token.isNumber() ? number(i) : word(i);
    }

    /** "(+3,5%)", "(52%KH; -2,1%)": a sign at the head of what a bracket holds tells a change. */
    private boolean isChange(int i) {
        return i > 0
                && HEADS.contains(tokens.get(i - 1).key())
                && i + 1 < tokens.size()
                && tokens.get(i + 1).isNumber()
                && tokens.get(i).touches(tokens.get(i + 1));
    }

    private Lexeme number(int i) {
        int end = NamedNumbers.end(tokens, i);
        if (end > i) {
            return Lexeme.of(Sort.name, i, end);
        }
        var amount = amounts.read(i);
        return amount.is(Unit.Kind.duration) ? Lexeme.of(Sort.name, i, amount.to()) : Lexeme.of(amount);
    }

    private Lexeme word(int i) {
        var cue = Cue.at(tokens, i);
        if (cue != null) {
            return Lexeme.of(cue.meaning(), i, cue.to());
        }
        var spelled = NumberWords.at(tokens, i);
        var unit = spelled == null ? null : Units.at(tokens, spelled.to());
        if (unit != null && unit.meaning().is(Unit.Kind.count)) {
            var number = spelled.value();
            return Lexeme.of(new Amount(number, number, null, null, unit.meaning(), i, spelled.to(), unit.to(), true));
        }
        return Lexeme.of(Sort.word, i, i + 1);
    }
}
