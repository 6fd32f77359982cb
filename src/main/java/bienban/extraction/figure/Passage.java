package bienban.extraction.figure;

import bienban.extraction.Observation.Kind;
import bienban.extraction.period.PeriodMention;
import bienban.extraction.text.Sentence;
import bienban.extraction.text.Sentence.Block;
import bienban.extraction.text.Token;
import bienban.extraction.text.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the sentences read so far say about the next one: paragraph, period, mood. */
final class Passage {
    private static final int MONTH = "2022-06".length();

    private static final Set<String> PLANS = Set.of("chỉ tiêu", "mục tiêu", "kế hoạch", "nhiệm vụ", "dự kiến");

    private static final Set<String> SPEAKERS = Vocabulary.words("instruction_speakers.txt");

    /** How a sentence begins that tells of the sitting again, after instructions. */
    private static final bienban.extraction.text.Phrases CLOSERS =
            bienban.extraction.text.Phrases.read("scope-closers.txt");

    private final FigureContext context;
    private final List<FigureWarning> warnings = new ArrayList<>();
    private List<Statement> lastFigures = List.of();
    private int paragraph = -1;
    private String paragraphPeriod;

    /** The time in the heading over the paragraphs. */
    private String section;

    /** The time that a paragraph told of last. */
    private PeriodMention told;

    /** Whether the items that follow state aims, and whether this paragraph or this sentence does. */
    private boolean opensAims;

    private boolean aimed;
    private boolean aims;

    /** Whether the items that follow are instructions, and whether this paragraph is. */
    private boolean opensInstructions;

    private boolean instructed;

    Passage(FigureContext context) {
        this.context = context;
    }

    Integer year() {
        return context.year();
    }

    Integer month() {
        return context.month();
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

    boolean isDated() {
        return paragraphPeriod != null;
    }

    String period() {
        return paragraphPeriod == null ? reportPeriod() : paragraphPeriod;
    }

    /** What the report looks back on; where it says so nowhere, or that time is not over yet, what a paragraph told last. */
    private String reportPeriod() {
        if (section != null) {
            return section;
        }
        var review = context.reviewPeriod();
        boolean shorter = told != null && context.isUnfinished(review) && FigureContext.isPartOf(told.iso(), review);
        boolean only = told != null && review == null && context.mayReview(told.iso());
        return only || shorter ? told.iso() : review;
    }

    /** "Cả năm, …" among the figures of some months looks ahead, and for one sentence only. */
    private static boolean isOutlook(Sentence sentence, PeriodMention setting) {
        return sentence.get(setting.from()).is("cả");
    }

    private static boolean spansMonths(String period) {
        return period != null && period.indexOf('/') == MONTH && !period.endsWith("-12");
    }

    /** "từ đầu năm đến nay" goes on from the months that are told of, not from a day. */
    String monthsSoFar() {
        var period = period();
        return period != null && period.startsWith("..") ? context.reviewPeriod() : period;
    }

    /** Turns to the next sentence. */
    void enter(Sentence sentence, List<Lexeme> lexemes) {
        aims = opensWithPlan(sentence, lexemes);
        instructed &= CLOSERS.at(sentence.tokens(), 0) == null;
        if (sentence.paragraph() != paragraph) {
            paragraph = sentence.paragraph();
            if (!goesOn(sentence)) {
                paragraphPeriod = null;
                lastFigures = List.of();
            }
            aimed = opensAims && sentence.block() == Block.item;
            opensAims = aimed;
            instructed = opensInstructions && (sentence.block() == Block.item || isNumbered(sentence));
            opensInstructions = instructed;
        }
    }

    /** "Trong đó, …": a paragraph about what the one before told. */
    private static boolean goesOn(Sentence sentence) {
        return sentence.size() > 2
                && sentence.get(0).is("trong")
                && sentence.get(1).is("đó");
    }

    /** "(2) Ban Quản lý …", "Thứ hai, …", "Hai là, …". */
    private static boolean isNumbered(Sentence sentence) {
        if (sentence.size() < 3) {
            return false;
        }
        boolean bracketed = sentence.get(0).is("(") && sentence.get(2).is(")");
        return bracketed || sentence.get(0).is("thứ") || sentence.get(1).is("là");
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

    /** "Dịch bệnh khiến năm 2021 đầy thách thức.": a year that is over, told before its figures. */
    private PeriodMention pastYear(Scene scene) {
        var last = scene.only();
        boolean past = last != null && !scene.isAimed() && !scene.isInstructed();
        return past && last.kind() == PeriodMention.Kind.year && context.isOver(last.iso()) ? last : null;
    }

    /** Remembers what the sentence leaves behind for the next one. */
    void leave(Sentence sentence, Scene scene, List<Statement> statements) {
        if (!statements.isEmpty()) {
            lastFigures = statements;
        }
        var setting = scene.setting() == null && statements.isEmpty() ? pastYear(scene) : scene.setting();
        if (setting != null && !(isOutlook(sentence, setting) && spansMonths(period()))) {
            paragraphPeriod = setting.iso();
            section = sentence.block() == Block.heading && !scene.isAimed() ? setting.iso() : section;
            boolean ahead = scene.isAimed() || setting.to() - setting.from() == 1;
            told = ahead || setting.kind() == PeriodMention.Kind.up_to || setting.kind() == PeriodMention.Kind.term
                    ? told
                    : setting;
        }
        boolean opensList = sentence.get(sentence.size() - 1).is(":") || sentence.block() == Block.heading;
        instructed |= scene.isInstructed() && hasSpeaker(sentence);
        opensAims |= opensList && scene.isAimed();
        opensInstructions |= opensList && scene.isInstructed();
    }

    private static boolean hasSpeaker(Sentence sentence) {
        for (int i = 0; i < sentence.size(); i++) {
            var pair = i + 1 < sentence.size()
                    ? sentence.get(i).key() + " " + sentence.get(i + 1).key()
                    : "";
            if (SPEAKERS.contains(sentence.get(i).key()) || SPEAKERS.contains(pair)) {
                return true;
            }
        }
        return false;
    }

    Kind kindAt(Scene scene, int at) {
        return aimed || aims || scene.isAimed(at) ? Kind.target : Kind.actual;
    }

    /** Whether the amount stands in an instruction rather than in a report. */
    boolean isInstruction(Scene scene, int at) {
        return instructed || scene.isInstructed(at);
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
