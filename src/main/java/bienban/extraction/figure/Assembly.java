package bienban.extraction.figure;

import bienban.extraction.Observation;
import bienban.extraction.Observation.Kind;
import bienban.extraction.text.Keys;
import bienban.extraction.text.Token;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sorts out which statements are figures and gives them their published form. */
final class Assembly {
    private static final BigDecimal SURE = new BigDecimal("0.95");
    private static final BigDecimal NAMED_ELSEWHERE = new BigDecimal("0.85");
    private static final BigDecimal CHANGE = new BigDecimal("0.80");
    private static final BigDecimal GUESSED_NOUN = new BigDecimal("0.60");

    private final Passage passage;
    private final List<Figure> figures = new ArrayList<>();
    private final List<FigureWarning> warnings = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();

    /** How many of what were counted so far. */
    private final Set<String> counted = new HashSet<>();

    private final IdentityHashMap<Statement, Integer> indexes = new IdentityHashMap<>();

    Assembly(Passage passage) {
        this.passage = passage;
    }

    FigureResult result() {
        warnings.addAll(passage.warnings());
        return new FigureResult(figures, warnings);
    }

    void add(List<Token> tokens, List<Lexeme> lexemes, Scene scene, List<Statement> statements) {
        var labels = new Labels(tokens, lexemes);
        for (var statement : statements) {
            statement.label = labels.label(statement);
            statement.indicator = indicator(statement, labels);
        }
        statements.removeIf(statement -> !isFigure(statement, scene, labels));
        var findings = Checks.of(statements, tokens);
        for (var statement : statements) {
            if (!isRepeated(statement)) {
                add(statement, tokens, labels);
            }
        }
        findings.forEach(finding -> warn(finding, tokens, labels));
    }

    private static String indicator(Statement statement, Labels labels) {
        if (statement.changeOnly || statement.amount.isMalformed()) {
            return null;
        }
        if (statement.likelyParent != null && statement.likelyParent.indicator != null) {
            var whole = statement.likelyParent;
            var code = Catalogue.find(
                    statement.label, labels.noun(statement.amount), statement.amount.unit(), whole.indicator);
            statement.parent = code != null && code.startsWith(whole.indicator + ".") ? whole : null;
        }
        var parent = statement.parent == null ? null : statement.parent.indicator;
        return Catalogue.find(statement.label, labels.noun(statement.amount), statement.amount.unit(), parent);
    }

    private static String counted(Amount amount, Labels labels) {
        return amount.normalized() + " " + labels.noun(amount);
    }

    private boolean isFigure(Statement statement, Scene scene, Labels labels) {
        var amount = statement.amount;
        if (statement.label.isBlank() || (amount.isBare() && statement.indicator == null && amount.whole() == null)) {
            return false;
        }
        if (statement.numberWord && statement.indicator == null) {
            return false;
        }
        if (amount.is(Unit.Kind.proceedings) && !statement.isMeasured()) {
            return false;
        }
        if (amount.isCounted() && !counted.add(counted(amount, labels)) && statement.owner) {
            return false;
        }
        if (amount.is(Unit.Kind.factor) && statement.yearOnYearFactor == null) {
            return false;
        }
        boolean compared = statement.planShare != null || statement.yearOnYear != null;
        boolean plain = (amount.isCounted() || amount.isPercent()) && !compared;
        if (plain && scene.isProceedings(statement.at)) {
            return false;
        }
        boolean reported = statement.estimated || statement.yearOnYear != null || statement.yearOnYearAbsolute != null;
        return reported || statement.kind == Kind.target || !passage.isInstruction(scene, statement.at);
    }

    private void add(Statement statement, List<Token> tokens, Labels labels) {
        int from = labels.rawFrom(statement);
        int to = labels.rawTo(statement);
        var raw = labels.text(from, to);
        Integer parent = statement.parent == null ? null : indexes.get(statement.parent);
        indexes.put(statement, figures.size());
        figures.add(new Figure(
                observation(statement, raw, labels, parent),
                parent,
                tokens.get(from).start(),
                tokens.get(to - 1).end(),
                confidence(statement),
                statement.rules));
    }

    private void warn(Checks.Finding finding, List<Token> tokens, Labels labels) {
        var misprint = finding.code().equals("malformed_number") ? finding.statement().misprint : null;
        int from = misprint == null ? labels.rawFrom(finding.statement()) : misprint.from();
        int to = misprint == null ? labels.rawTo(finding.statement()) : misprint.to();
        warnings.add(new FigureWarning(
                indexes.get(finding.statement()),
                finding.code(),
                finding.detail(),
                tokens.get(from).start(),
                tokens.get(to - 1).end()));
    }

    /** Reports like to say the main figures twice, in the lead and in the body. */
    private boolean isRepeated(Statement statement) {
        var unit = statement.amount.isBare() ? Units.COUNT : statement.amount.unit();
        var name = statement.indicator == null ? Keys.ofPhrase(statement.label) : statement.indicator;
        var said = name + "|" + statement.amount.normalized() + "|" + unit.code() + "|" + statement.period + "|"
                + statement.kind + "|" + statement.place;
        var first = seen.putIfAbsent(said, figures.size());
        if (first != null) {
            indexes.put(statement, first);
        }
        return first != null;
    }

    private static BigDecimal confidence(Statement statement) {
        if (!statement.amount.known()) {
            return GUESSED_NOUN;
        }
        if (statement.changeOnly) {
            return CHANGE;
        }
        return statement.named == null ? SURE : NAMED_ELSEWHERE;
    }

    private Observation observation(Statement statement, String raw, Labels labels, Integer parent) {
        var amount = statement.amount;
        var unit = amount.isBare() ? Units.COUNT : amount.unit();
        return new Observation(
                statement.indicator,
                statement.label,
                amount.value(),
                unit.code(),
                unit.power(),
                amount.normalized(),
                amount.isBare() ? null : labels.text(amount.unitFrom(), amount.to()),
                statement.comparator,
                statement.estimated,
                statement.kind,
                statement.period,
                statement.planShare,
                statement.planShareText,
                statement.yearOnYear,
                statement.yearOnYearAbsolute,
                statement.yearOnYearFactor,
                statement.whole,
                statement.share,
                parent == null ? null : "/observations/" + parent,
                amount.rangeTo(),
                statement.place,
                List.copyOf(statement.flags),
                raw);
    }
}
