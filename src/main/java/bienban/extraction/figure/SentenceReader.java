package bienban.extraction.figure;

import bienban.extraction.Observation.Kind;
import bienban.extraction.figure.Lead.Mark;
import bienban.extraction.figure.Lexeme.Sort;
import bienban.extraction.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the statements of one sentence from left to right. */
final class SentenceReader {
    private static final int SHORT_NAME = 4;
    private static final Set<String> WHOLES = Set.of("số", "tổng", "giá", "diện", "khối", "hộ", "dân", "quy", "lượng");

    /** How far back a change may look for its figure. */
    private static final int REACH = 12;

    private final List<Token> tokens;
    private final List<Lexeme> lexemes;
    private final Scene scene;
    private final Passage passage;
    private final Parts parts = new Parts();
    private final PassedOver passedOver;
    private final List<Statement> statements = new ArrayList<>();
    private final InTurn inTurn;

    /** The figure that attributes attach to, and the lexeme after what was read last. */
    private Statement current;

    private int after;

    /** The figure before the bracket that is open, which goes on behind it. */
    private Statement outside;

    SentenceReader(List<Token> tokens, List<Lexeme> lexemes, Scene scene, Passage passage) {
        this.tokens = tokens;
        this.lexemes = lexemes;
        this.scene = scene;
        this.passage = passage;
        this.passedOver = new PassedOver(tokens, lexemes);
        this.inTurn = new InTurn(tokens, lexemes, statements);
    }

    List<Statement> read() {
        for (int at = 0; at < lexemes.size(); at++) {
            if (lexemes.get(at).is(Sort.amount)) {
                at = read(at) - 1;
            }
        }
        if (lexemes.stream().noneMatch(lexeme -> lexeme.is(Sort.yearly))) {
            statements.forEach(Statement::dropUntoldBase);
        }
        return statements;
    }

    /** Reads the amount at this lexeme and returns the lexeme to go on with. */
    private int read(int at) {
        var amount = lexemes.get(at).amount();
        lexemes.subList(after, at).forEach(this::passBracket);
        var lead = Lead.of(tokens, lexemes, after, at);
        var tail = Tail.of(lexemes, at);
        if (passedOver.leadsOn(lead, at)) {
            return at + 1;
        }
        if (inTurn.isTold(after, at, lead) && amount.isPercent()) {
            after = inTurn.read(at, lead);
            return after;
        }
        parts.note(lead, hasColon(lead), statements.isEmpty() ? passage.lastFigures() : statements);
        var named = new Aspect(tokens, lexemes).of(statements, lead, tail);
        current = named == null ? current : named;
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
        } else if (isStatement(amount, lead)) {
            var made = statement(amount, lead, tail, at);
            statements.add(made);
            current = isCompanion(made) ? current : made;
        }
        after = Math.max(tail.to(), at + 1);
        return after;
    }

    /** "thu 11.320 tỷ đồng (trong đó thuế 7.200 tỷ đồng), bằng 103% dự toán": what follows the bracket is of the total. */
    private void passBracket(Lexeme lexeme) {
        if (!lexeme.is(Sort.mark)) {
            return;
        }
        if (tokens.get(lexeme.from()).is("(")) {
            outside = current;
        } else if (tokens.get(lexeme.from()).is(")") && outside != null) {
            current = outside;
            outside = null;
        }
    }

    private boolean isAttribute(Amount amount, Lead lead, Tail tail) {
        boolean spoken = lead.isReached() || lead.isChange() || lead.has(Cue.exceed);
        boolean apart =
                lead.detached() || (lead.has(Mark.open) && !lead.isChange() && lead.to() - lead.from() < SHORT_NAME);
        boolean unnamed = !lead.hasContent() || (apart && amount.isPercent() && spoken);
        boolean measured = amount.isPercent() && tail.base() != null && !lead.hasContent();
        boolean bracketed = outside != null && amount.isPercent() && lead.isChange();
        boolean change = lead.isChange() && !amount.isPercent() && current != null && current.isLike(amount);
        boolean near = measured || bracketed || change || !lead.has(Mark.semicolon);
        boolean open = current != null && unnamed && near && !lead.has(Mark.among);
        return open
                && !lead.has(Cue.cumulative)
                && !isSecondChange(amount, lead, tail)
                && !(amount.isPercent() && !spoken && !lead.has(Cue.share) && startsAnew(lead, tail))
                && new Attachment(statements, current, amount, lead, tail)
                        .ofWhole(isOfWhole(tail.to()))
                        .earlier(!lead.compared())
                        .attach();
    }

    /** "giảm 1,8% so với tháng trước, tăng 9,2% so với cùng kỳ": two changes, and no value that both speak of. */
    private boolean isSecondChange(Amount amount, Lead lead, Tail tail) {
        return amount.isPercent()
                && lead.isChange()
                && tail.is(Sort.yearly)
                && current.amount.isPercent()
                && current.comparedOtherwise;
    }

    /** "412 hộ, 97,3% hộ đạt chuẩn": behind a comma, and of something that is named. */
    private boolean startsAnew(Lead lead, Tail tail) {
        return tail.base() == null
                && lead.has(Mark.comma)
                && !lead.has(Mark.open)
                && tail.to() < lexemes.size()
                && lexemes.get(tail.to()).is(Sort.word);
    }

    /** "đạt 86% số nhà bị hư hỏng", "đạt 40,8% giá trị hợp đồng": what the percent is of is said, and is no plan. */
    private boolean isOfWhole(int next) {
        return next < lexemes.size()
                && WHOLES.contains(tokens.get(lexemes.get(next).from()).key());
    }

    /** Keeps the wording of every plan that the figure is measured by. */
    private void notePlan(Amount amount, Lead lead, Tail tail) {
        boolean plan = tail.is(Sort.plan) || (lead.base() != null && lead.base().is(Sort.plan));
        if (plan && amount.isPercent() && current.planShare != null && !current.hasLongPlan()) {
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
        for (int i = statements.size() - 1; i >= Math.max(0, statements.size() - REACH); i--) {
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
        var clause = tokens.subList(labels.rawFrom(statement), labels.wordsTo(statement)).stream()
                .map(Token::key)
                .toList();
        return tokens.subList(amount.unitFrom(), amount.to()).stream().allMatch(token -> clause.contains(token.key()));
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
        current.at = at;
        current.wordsEnd = Lead.postEnd(lexemes, tail.to(), lexemes.size());
        current.end = tail.to();
        current.rule("value_after_change");
        Bounds.set(current, lead, tail);
    }

    private boolean isStatement(Amount amount, Lead lead) {
        if (amount.isMalformed()) {
            passage.warnMalformed(tokens, amount);
            return false;
        }
        if (amount.isBare()) {
            boolean part = amount.whole() == null || amount.value().compareTo(amount.whole()) <= 0;
            return lead.hasContent() && (lead.isReached() || lead.has(Cue.to)) && !lead.isChange() && part;
        }
        if (passedOver.saysNone(lead)) {
            return false;
        }
        boolean yardstick = lead.base() != null && !amount.isPercent() && !lead.isChange() && !lead.has(Cue.exceed);
        if (yardstick || lead.has(Cue.of_total)) {
            return false;
        }
        return !amount.is(Unit.Kind.points) && (!amount.is(Unit.Kind.factor) || lead.has(Cue.factor));
    }

    private Statement statement(Amount amount, Lead lead, Tail tail, int at) {
        var made = new Statement();
        made.amount = amount;
        made.whole = amount.whole();
        made.at = at;
        boolean clause = amount.isCounted() || amount.isPercent();
        boolean apart = lead.detached() && clause && !lead.isReached() && !lead.has(Cue.to) && !lead.isChange();
        made.goesOn = lead.bare();
        made.labelFrom = lead.from();
        made.labelTo = apart ? lead.from() : lead.to();
        if (!lead.hasContent() && lead.has(Cue.fulfil)) {
            made.labelFrom = lastFulfil(at);
            made.labelTo = made.labelFrom + 1;
        }
        if (!lead.hasContent() && current == null && lead.softFrom() < at) {
            made.labelFrom = lead.softFrom();
            made.labelTo = at;
            while (made.labelTo > made.labelFrom
                    && !lexemes.get(made.labelTo - 1).is(Cue.soft)) {
                made.labelTo--;
            }
        }
        made.wordsEnd = Lead.postEnd(lexemes, tail.to(), lexemes.size());
        made.end = tail.to();
        made.toldChangeLast = lead.isChange();
        made.named = lead.hasContent() || lead.has(Cue.fulfil) ? null : current;
        made.owner = passedOver.isOwner(at);
        made.numberWord = tokens.get(amount.from()).isWord();
        made.kind = lead.tellsPlan() && amount.isPercent() ? Kind.target : passage.kindAt(scene, at);
        Bounds.set(made, lead, tail);
        parts.place(made);
        made.place = new Places(tokens, lexemes, passage.home()).of(Math.min(lead.postEnd(), at), lead.from(), at);
        var times = new Times(lexemes, scene, passage);
        times.date(made, Math.min(lead.postEnd(), at), at);
        times.dateMonth(made, made.comparedOtherwise && isMonthBefore(tail.base()));
        if (current != null) {
            times.dateBeside(current, made, Math.min(lead.postEnd(), at), at);
        }
        return made;
    }

    /** "doanh thu 156 tỷ đồng với 35.000 lượt khách, tăng 25%": what is told on is of the money. */
    private boolean isCompanion(Statement made) {
        return current != null
                && current.amount.isMoney()
                && made.amount.isCounted()
                && tokens.get(lexemes.get(made.at - 1).from()).is("với")
                && lexemes.get(made.at - 2).is(Sort.amount);
    }

    private boolean isMonthBefore(Lexeme base) {
        return base != null
                && tokens.get(base.to() - 1).is("trước")
                && tokens.get(base.to() - 2).is("tháng");
    }

    /** "đã hoàn thành 23 công trình": the verb is all the name there is. */
    private int lastFulfil(int at) {
        int i = at - 1;
        while (!lexemes.get(i).is(Cue.fulfil)) {
            i--;
        }
        return i;
    }
}
