package bienban.extraction.figure;

import bienban.extraction.figure.Lexeme.Sort;
import bienban.extraction.text.Token;
import java.util.List;

/** Puts the words together that name a figure. */
final class Labels {
    private static final int LONGEST_LEAD = 24;
    private static final int LONGEST_WORDS = 14;

    private final List<Token> tokens;
    private final List<Lexeme> lexemes;

    Labels(List<Token> tokens, List<Lexeme> lexemes) {
        this.tokens = tokens;
        this.lexemes = lexemes;
    }

    /** The naming words, the counted noun and the words behind it, as written. */
    String label(Statement statement) {
        var words = new StringBuilder();
        append(words, leadText(statement));
        var amount = statement.amount;
        if (amount.isCounted()) {
            append(words, text(nounFrom(amount), amount.to()));
        }
        if (amount.isCounted() || isShort(words)) {
            append(words, behind(statement));
        }
        return words.toString();
    }

    /** "trồng mới được 1.500 ha rừng": a verb alone is no name. */
    private static boolean isShort(CharSequence words) {
        return words.chars().filter(c -> c == ' ').count() < 2;
    }

    private String leadText(Statement statement) {
        statement.lead = "";
        if (statement.labelFrom < statement.labelTo) {
            int from = lexemes.get(statement.labelFrom).from();
            int to = lexemes.get(statement.labelTo - 1).to();
            statement.lead = text(Math.max(from, to - LONGEST_LEAD), to);
        } else if (statement.named != null) {
            statement.lead = takenOver(statement, statement.named);
        }
        return statement.lead + changeWord(statement);
    }

    /** Counted things take over only the verb, and only as another item of it; values take over the whole name. */
    private String takenOver(Statement statement, Statement named) {
        if (!statement.amount.isCounted()) {
            return named.label == null ? "" : named.label;
        }
        return statement.goesOn && behind(statement).isEmpty() && named.amount.isCounted() ? named.lead : "";
    }

    /** "Giá trị sản xuất công nghiệp tăng" 12,5%: the value is the change itself. */
    private String changeWord(Statement statement) {
        var change = statement.yearOnYear == null ? statement.yearOnYearAbsolute : statement.yearOnYear;
        boolean share = statement.planShare != null && !statement.lead.isEmpty();
        if (!statement.changeOnly || change == null || share) {
            return "";
        }
        return change.signum() < 0 ? " giảm" : " tăng";
    }

    /** The key of the first word of what is counted, or null. */
    String noun(Amount amount) {
        return amount.isCounted() ? tokens.get(nounFrom(amount)).key() : null;
    }

    private int nounFrom(Amount amount) {
        int at = amount.unitFrom();
        while (at + 1 < amount.to()) {
            var unit = Units.at(tokens, at);
            if (unit == null || !unit.meaning().is(Unit.Kind.scale)) {
                break;
            }
            at = unit.to();
        }
        return at;
    }

    private String behind(Statement statement) {
        int first = statement.at + 1;
        while (first < lexemes.size()
                && (lexemes.get(first).is(Cue.least_after) || lexemes.get(first).is(Cue.most_after))) {
            first++;
        }
        if (first >= statement.wordsEnd || first >= lexemes.size()) {
            return "";
        }
        int from = lexemes.get(first).from();
        int to = lexemes.get(statement.wordsEnd - 1).to();
        while (statement.wordsEnd > first && lexemes.get(first).isBase()) {
            return "";
        }
        return text(from, Math.min(to, from + LONGEST_WORDS));
    }

    private static void append(StringBuilder words, String more) {
        if (more != null && !more.isEmpty()) {
            words.append(words.length() == 0 ? "" : " ").append(more);
        }
    }

    /** The tokens as written, one space where there was any. */
    String text(int from, int to) {
        var text = new StringBuilder();
        for (int i = from; i < to; i++) {
            boolean space = i > from && !tokens.get(i - 1).touches(tokens.get(i));
            text.append(space ? " " : "").append(tokens.get(i).text());
        }
        return text.toString();
    }

    /** The first token of the clause that holds the figure. */
    int rawFrom(Statement statement) {
        int amount = lexemes.get(statement.at).from();
        return statement.labelFrom < statement.labelTo
                ? Math.min(amount, lexemes.get(statement.labelFrom).from())
                : firstCue(statement.at);
    }

    private int firstCue(int at) {
        int i = at;
        while (i > 0 && lexemes.get(i - 1).is(Sort.cue) && isSpoken(lexemes.get(i - 1))) {
            i--;
        }
        return lexemes.get(i).from();
    }

    private static boolean isSpoken(Lexeme cue) {
        return cue.cue().isHedge()
                || cue.is(Cue.equal)
                || cue.is(Cue.rate)
                || cue.is(Cue.estimate)
                || cue.is(Cue.fulfil);
    }

    /** The token after the figure and its words, without what it is compared with. */
    int wordsTo(Statement statement) {
        return lexemes.get(Math.max(statement.wordsEnd, statement.at + 1) - 1).to();
    }

    /** The token after the clause that holds the figure. */
    int rawTo(Statement statement) {
        int last = Math.max(Math.max(statement.end, statement.wordsEnd), statement.at + 1);
        int to = lexemes.get(last - 1).to();
        int open = 0;
        for (int i = rawFrom(statement); i < to; i++) {
            open += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
        }
        return open > 0 && to < tokens.size() && tokens.get(to).is(")") ? to + 1 : to;
    }
}
