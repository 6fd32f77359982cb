package bienban.extraction.figure;

import bienban.extraction.Observation.Comparator;
import bienban.extraction.Observation.Kind;
import bienban.extraction.figure.Lead.Mark;
import bienban.extraction.figure.Lexeme.Sort;
import bienban.extraction.text.Token;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Reads the statements of one sentence from left to right. */
final class SentenceReader {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private static final BigDecimal HALF = BigDecimal.valueOf(50);
    private static final int SHORT_NAME = 4;

    private final List<Token> tokens;
    private final List<Lexeme> lexemes;
    private final Passage passage;
    private final List<Statement> statements = new ArrayList<>();

    /** The figure that attributes attach to, and the lexeme after what was read last. */
    private Statement current;

    private int after;

    /** The figures that parts may belong to after "trong đó", or null. */
    private List<Statement> wholes;

    private boolean listed;

    SentenceReader(List<Token> tokens, List<Lexeme> lexemes, Passage passage) {
        this.tokens = tokens;
        this.lexemes = lexemes;
        this.passage = passage;
    }

    List<Statement> read() {
        for (int at = 0; at < lexemes.size(); at++) {
            if (lexemes.get(at).is(Sort.amount)) {
                at = read(at) - 1;
            }
        }
        return statements;
    }

    /** Reads the amount at this lexeme and returns the lexeme to go on with. */
    private int read(int at) {
        var amount = lexemes.get(at).amount();
        var lead = Lead.of(tokens, lexemes, after, at);
        var tail = Tail.of(lexemes, at);
        if (isStart(lead, at)) {
            return at + 1;
        }
        noteParts(lead);
        if (isCountedChange(amount, lead)) {
            attachToSameNoun(amount, lead, tail);
        } else if (isAttribute(amount, lead, tail)) {
            current.end = tail.to();
            if (current.qualified) {
                current.wordsEnd = Lead.postEnd(lexemes, tail.to(), lexemes.size());
                current.qualified = false;
            }
            notePlan(amount, lead, tail);
        } else if (isValueOfChange(amount, lead)) {
            takeValue(amount, lead, tail, at);
        } else if (isStatement(amount, lead, tail)) {
            current = statement(amount, lead, tail, at);
            statements.add(current);
        }
        after = Math.max(tail.to(), at + 1);
        return after;
    }

    private boolean isAttribute(Amount amount, Lead lead, Tail tail) {
        boolean spoken = lead.isReached() || lead.isChange() || lead.has(Cue.exceed);
        boolean apart = lead.detached() || (lead.has(Mark.open) && lead.to() - lead.from() < SHORT_NAME);
        boolean unnamed = !lead.hasContent() || (apart && amount.isPercent() && spoken);
        boolean measured = amount.isPercent() && tail.base() != null && !lead.hasContent();
        boolean near = measured || !lead.has(Mark.semicolon);
        boolean open = current != null && unnamed && near && !lead.has(Mark.among);
        return open && !lead.has(Cue.cumulative) && new Attachment(statements, current, amount, lead, tail).attach();
    }

    /** Keeps the wording of every plan that the figure is measured by. */
    private void notePlan(Amount amount, Lead lead, Tail tail) {
        boolean plan = tail.is(Sort.plan) || (lead.base() != null && lead.base().is(Sort.plan));
        if (plan && amount.isPercent() && current.planShare != null) {
            var words = new Labels(tokens, lexemes)
                    .text(amount.from(), lexemes.get(tail.to() - 1).to());
            current.planShareText = current.planShareText == null ? words : current.planShareText + ", " + words;
        }
    }

    private boolean isCountedChange(Amount amount, Lead lead) {
        return current != null && !lead.hasContent() && lead.isChange() && amount.isCounted() && !lead.has(Cue.to);
    }

    /** "...; so với cùng kỳ giảm 5 vụ, giảm 2 người": changes may be told after all the values. */
    private void attachToSameNoun(Amount amount, Lead lead, Tail tail) {
        var changed = lead.has(Mark.open) ? current : withSameNoun(amount);
        if (changed == null && !lead.has(Mark.semicolon)) {
            changed = current;
        }
        if (changed != null && new Attachment(statements, changed, amount, lead, tail).attach() && changed == current) {
            current.end = tail.to();
        }
    }

    private Statement withSameNoun(Amount amount) {
        for (int i = statements.size() - 1; i >= 0; i--) {
            var statement = statements.get(i);
            if (!statement.changeOnly && statement.amount.isCounted() && isSameNoun(statement, amount)) {
                return statement;
            }
        }
        return null;
    }

    /** Whether the figure's clause has all the words of the counted noun. */
    private boolean isSameNoun(Statement statement, Amount amount) {
        var labels = new Labels(tokens, lexemes);
        var clause = tokens.subList(labels.rawFrom(statement), labels.rawTo(statement)).stream()
                .map(Token::key)
                .toList();
        return tokens.subList(amount.unitFrom(), amount.to()).stream().allMatch(token -> clause.contains(token.key()));
    }

    private void noteParts(Lead lead) {
        if (lead.has(Mark.among)) {
            wholes = statements.isEmpty() ? passage.lastFigures() : List.copyOf(statements);
            listed = hasColon(lead);
        } else if (wholes != null && lead.has(Mark.semicolon) && !listed) {
            wholes = null;
        }
    }

    private boolean hasColon(Lead lead) {
        for (int i = lead.postEnd(); i < Math.min(lead.from() + 1, lexemes.size()); i++) {
            if (lexemes.get(i).is(Sort.mark)
                    && tokens.get(lexemes.get(i).from()).is(":")) {
                return true;
            }
        }
        return false;
    }

    private boolean isValueOfChange(Amount amount, Lead lead) {
        return current != null
                && current.changeOnly
                && !lead.hasContent()
                && !lead.has(Mark.semicolon)
                && !amount.isMalformed()
                && !amount.isBare()
                && (!amount.isPercent() || lead.has(Cue.to));
    }

    private void takeValue(Amount amount, Lead lead, Tail tail, int at) {
        current.amount = amount;
        current.changeOnly = false;
        current.whole = amount.whole();
        bound(current, lead, tail);
        current.at = at;
        current.wordsEnd = Lead.postEnd(lexemes, tail.to(), lexemes.size());
        current.end = tail.to();
        current.rule("value_after_change");
        compareWithTail(current, amount, lead, tail);
    }

    private boolean isStatement(Amount amount, Lead lead, Tail tail) {
        if (amount.isMalformed()) {
            passage.warnMalformed(tokens, amount);
            return false;
        }
        if (amount.isBare()) {
            boolean stated = lead.hasContent() && (lead.isReached() || lead.has(Cue.to) || amount.whole() != null);
            return stated && !lead.isChange();
        }
        boolean yardstick = lead.base() != null && !amount.isPercent() && !lead.isChange() && !lead.has(Cue.exceed);
        if (yardstick || lead.has(Cue.of_total)) {
            return false;
        }
        return !amount.is(Unit.Kind.points) && (!amount.is(Unit.Kind.factor) || isFactorOfTime(lead, tail));
    }

    private static boolean isFactorOfTime(Lead lead, Tail tail) {
        return lead.has(Cue.factor) && tail.is(Sort.yearly);
    }

    /** "từ 12 xã lên 15 xã", "từ 5,2% xuống còn 3,1%": the first value is past. */
    private boolean isStart(Lead lead, int at) {
        if (!lead.has(Cue.from) || lexemes.get(at).amount().rangeTo() != null) {
            return false;
        }
        for (int i = at + 1; i < lexemes.size(); i++) {
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

    private Statement statement(Amount amount, Lead lead, Tail tail, int at) {
        var made = new Statement();
        made.amount = amount;
        made.whole = amount.whole();
        made.at = at;
        boolean apart = lead.detached() && amount.isCounted() && !lead.isReached() && !lead.has(Cue.to);
        made.goesOn = lead.bare();
        made.labelFrom = lead.from();
        made.labelTo = apart ? lead.from() : lead.to();
        if (!lead.hasContent() && lead.has(Cue.fulfil)) {
            made.labelFrom = lastFulfil(at);
            made.labelTo = made.labelFrom + 1;
        }
        made.wordsEnd = Lead.postEnd(lexemes, tail.to(), lexemes.size());
        made.end = tail.to();
        made.named = lead.hasContent() || lead.has(Cue.fulfil) ? null : current;
        made.numberWord = tokens.get(amount.from()).isWord();
        made.kind = passage.kindAt(lexemes, at);
        bound(made, lead, tail);
        compareWithTail(made, amount, lead, tail);
        made.parent = wholeOf(made);
        made.place = new Places(tokens, lexemes, passage.home())
                .between(Math.min(lead.from(), at), Math.max(Math.min(lead.to(), at), Math.min(lead.from(), at)));
        new Times(lexemes, passage).date(made, Math.min(lead.postEnd(), at), at);
        return made;
    }

    /** "đã hoàn thành 23 công trình": the verb is all the name there is. */
    private int lastFulfil(int at) {
        int i = at - 1;
        while (!lexemes.get(i).is(Cue.fulfil)) {
            i--;
        }
        return i;
    }

    /** A percent that is only a change or a plan share says so in its attributes, too. */
    private static void compareWithTail(Statement made, Amount amount, Lead lead, Tail tail) {
        var base = tail.base() != null ? tail.base() : lead.base();
        if (!amount.isPercent()) {
            boolean other = base != null && !base.is(Sort.yearly);
            if (lead.isChange() && !lead.has(Cue.to) && !other && !amount.isBare()) {
                made.yearOnYearAbsolute = lead.has(Cue.down) ? amount.value().negate() : amount.value();
                made.changeOnly = true;
            }
            made.rule(amount.isMoney() ? "money" : amount.isCounted() ? "count" : "measure");
            return;
        }
        made.rule("percent");
        boolean plan = base != null && base.is(Sort.plan);
        if (lead.has(Cue.exceed) && plan) {
            made.planShare = HUNDRED.add(amount.value());
            made.changeOnly = true;
        } else if (lead.isChange() && !lead.has(Cue.to)) {
            boolean yearly = base == null || base.is(Sort.yearly);
            made.yearOnYear = yearly ? (lead.has(Cue.down) ? amount.value().negate() : amount.value()) : null;
            made.changeOnly = true;
        } else if (plan) {
            made.planShare = amount.value();
            made.changeOnly = true;
        } else if (base != null && base.is(Sort.yearly) && lead.base() == null) {
            if (amount.value().compareTo(HALF) > 0) {
                made.yearOnYear = amount.value().subtract(HUNDRED);
                made.changeOnly = true;
            }
        }
    }

    private static void bound(Statement made, Lead lead, Tail tail) {
        made.estimated = lead.has(Cue.estimate);
        for (var cue : lead.direct()) {
            if (cue.isHedge()) {
                made.comparator = Comparator.valueOf(cue.name());
            }
        }
        if (lead.has(Cue.exceed) && made.comparator == Comparator.exact && !made.amount.isPercent()) {
            made.comparator = Comparator.over;
        }
        if (tail.bound() != null) {
            made.comparator = tail.bound() == Cue.least_after ? Comparator.at_least : Comparator.at_most;
        }
    }

    private Statement wholeOf(Statement part) {
        if (wholes == null || part.kind == Kind.plan) {
            return null;
        }
        for (int i = wholes.size() - 1; i >= 0; i--) {
            var whole = wholes.get(i);
            boolean alike = whole.isLike(part.amount) && !part.amount.isPercent() && whole.amount.normalized() != null;
            if (alike && whole.amount.normalized().compareTo(part.amount.normalized()) >= 0) {
                return whole;
            }
        }
        return null;
    }
}
