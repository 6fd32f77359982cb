package bienban.extraction.figure;

import bienban.extraction.Observation.Kind;
import bienban.extraction.text.Sentence;
import bienban.extraction.text.Sentence.Block;
import bienban.extraction.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the sentences read so far say about the next one: paragraph, period, mood. */
final class Passage {
    private static final Set<String> PLANS = Set.of("chỉ tiêu", "mục tiêu", "kế hoạch", "nhiệm vụ", "dự kiến");

    private final FigureContext context;
    private final List<FigureWarning> warnings = new ArrayList<>();
    private List<Statement> lastFigures = List.of();
    private int paragraph = -1;
    private String paragraphPeriod;
    private boolean aimedHeading;
    private boolean aimed;
    private boolean aims;
    private boolean instructing;
    private boolean instructed;

    Passage(FigureContext context) {
        this.context = context;
    }

    Integer year() {
        return context.year();
    }

    String home() {
        return context.place();
    }

    List<Statement> lastFigures() {
        return lastFigures;
    }

    List<FigureWarning> warnings() {
        return warnings;
    }

    String paragraphPeriod() {
        return paragraphPeriod;
    }

    String period() {
        return paragraphPeriod == null ? context.reviewPeriod() : paragraphPeriod;
    }

    /** Turns to the next sentence. */
    void enter(Sentence sentence, List<Lexeme> lexemes) {
        aims = opensWithPlan(sentence, lexemes);
        if (sentence.paragraph() != paragraph) {
            paragraph = sentence.paragraph();
            paragraphPeriod = null;
            lastFigures = List.of();
            aimed = aimedHeading && sentence.block() == Block.item;
            aimedHeading = aimed;
            instructed = instructing && sentence.block() == Block.item;
            instructing = instructed;
        }
    }

    /** "Chỉ tiêu năm 2024: ...", "Kế hoạch quý IV thu ...". */
    private static boolean opensWithPlan(Sentence sentence, List<Lexeme> lexemes) {
        if (sentence.size() < 3
                || !PLANS.contains(sentence.get(0).key() + " " + sentence.get(1).key())) {
            return false;
        }
        int next = 0;
        while (next < lexemes.size() - 1 && lexemes.get(next).from() < 2) {
            next++;
        }
        return lexemes.get(next).is(Lexeme.Sort.period)
                || sentence.get(lexemes.get(next).from()).is(":");
    }

    /** Remembers what the sentence leaves behind for the next one. */
    void leave(Sentence sentence, List<Lexeme> lexemes, List<Statement> statements) {
        if (!statements.isEmpty()) {
            lastFigures = statements;
        }
        var setting = Times.setting(lexemes);
        if (setting != null) {
            paragraphPeriod = setting.iso();
        }
        boolean opensList = sentence.get(sentence.size() - 1).is(":") || sentence.block() == Block.heading;
        aimedHeading |= opensList && indexOf(lexemes, Cue.target, lexemes.size()) >= 0;
        instructing |= opensList && indexOf(lexemes, Cue.instruction, lexemes.size()) >= 0;
    }

    Kind kindAt(List<Lexeme> lexemes, int at) {
        int target = indexOf(lexemes, Cue.target, at);
        return aimed || aims || (target >= 0 && !isOver(lexemes, target, at)) ? Kind.target : Kind.actual;
    }

    /** A full clause of results after the aim ends it: "hoàn thành mục tiêu; thu ngân sách đạt ...". */
    private static boolean isOver(List<Lexeme> lexemes, int target, int at) {
        for (int i = target; i < at; i++) {
            if (lexemes.get(i).is(Cue.estimate)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the amount stands in an instruction rather than in a report. */
    boolean isInstruction(List<Lexeme> lexemes, int at) {
        return instructed || wordIndex(lexemes, Cue.instruction, at) >= 0;
    }

    /** Whether the sentence tells who came or how was voted. */
    static boolean isProceedings(List<Lexeme> lexemes, int at) {
        return wordIndex(lexemes, Cue.attendance, at) >= 0 || wordIndex(lexemes, Cue.vote, lexemes.size()) >= 0;
    }

    private static int wordIndex(List<Lexeme> lexemes, Cue cue, int to) {
        for (int i = Math.min(to, lexemes.size()) - 1; i >= 0; i--) {
            if (lexemes.get(i).is(Lexeme.Sort.word) && lexemes.get(i).cue() == cue) {
                return i;
            }
        }
        return -1;
    }

    private static int indexOf(List<Lexeme> lexemes, Cue cue, int to) {
        for (int i = 0; i < to; i++) {
            if (lexemes.get(i).cue() == cue) {
                return i;
            }
        }
        return -1;
    }

    void warnMalformed(List<Token> tokens, Amount amount) {
        warnings.add(new FigureWarning(
                null,
                "malformed_number",
                "The number " + tokens.get(amount.from()).text() + " cannot be read",
                tokens.get(amount.from()).start(),
                tokens.get(amount.to() - 1).end()));
    }
}
