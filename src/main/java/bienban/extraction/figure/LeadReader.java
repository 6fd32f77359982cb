package bienban.extraction.figure;

import bienban.extraction.figure.Lead.Mark;
import bienban.extraction.figure.Lexeme.Sort;
import bienban.extraction.text.Token;
import bienban.extraction.text.Towns;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads the words before an amount from right to left. */
final class LeadReader {
    private static final int LONGEST_PAIR = 6;
    private static final int LONGEST_NAME = 8;

    private final List<Token> tokens;
    private final List<Lexeme> lexemes;
    private final int start;
    private final int at;
    private final Set<Cue> direct = EnumSet.noneOf(Cue.class);
    private final Set<Mark> marks = EnumSet.noneOf(Mark.class);
    private Lexeme base;
    private Lexeme opening;
    private int from;
    private int to;
    private int spokenTo;
    private boolean named;

    /** Cues beyond a comma speak of what stands before it. */
    private boolean pastComma;

    private boolean pastBracket;

    LeadReader(List<Token> tokens, List<Lexeme> lexemes, int start, int at) {
        this.tokens = tokens;
        this.lexemes = lexemes;
        this.start = start;
        this.at = at;
        this.from = at;
        this.to = at;
    }

    Lead read(int post, boolean joined) {
        int i = at - 1;
        while (i >= start) {
            var lexeme = lexemes.get(i);
            if (lexeme.is(Sort.mark)) {
                i = mark(lexeme, i);
                if (i < 0) {
                    break;
                }
            } else {
                note(lexeme, i);
            }
            i--;
        }
        to = named ? spokenTo : at;
        from = named ? from : at;
        collectMarks();
        trim();
        return new Lead(
                post, from, to, direct, base, isCompared(), marks, joined, isDetached(), isBare(), opening, softFrom());
    }

    /** Whether the words end here: -1, or the lexeme from which to go on to the left. */
    private int mark(Lexeme lexeme, int i) {
        var key = tokens.get(lexeme.from()).key();
        pastBracket |= key.equals("(");
        pastComma |= pastBracket || key.equals(",");
        return switch (key) {
            case ")" -> opening(i);
            case "." -> Towns.isDot(tokens, lexeme.from()) ? i : -1;
            case ";", "•", "+", "*" -> -1;
            case ":", "(" -> named ? -1 : passOver(i);
            default -> i;
        };
    }

    /** "thu thuế (mới đạt 24 tỷ đồng)": the name stands before the bracket, and ends there. */
    private int passOver(int i) {
        spokenTo = 0;
        return i;
    }

    private int opening(int i) {
        int open = i;
        while (open > start && !isMark(open, "(")) {
            open--;
        }
        return isMark(open, "(") ? open : i;
    }

    private boolean isMark(int i, String key) {
        return lexemes.get(i).is(Sort.mark) && tokens.get(lexemes.get(i).from()).is(key);
    }

    private void note(Lexeme lexeme, int i) {
        if (lexeme.is(Sort.word)) {
            named = true;
            spokenTo = Math.max(spokenTo, i + 1);
            from = i;
        } else if (lexeme.is(Cue.soft) || (lexeme.is(Sort.name) && named)) {
            spokenTo = Math.max(spokenTo, i + 1);
            from = i;
        } else if (lexeme.is(Sort.cue) && !named && !pastComma && !lexeme.is(Cue.filler) && !boundsName(i)) {
            direct.add(lexeme.cue());
            spokenTo = 0;
        } else if (lexeme.isBase() && !named && base == null && !pastBracket) {
            base = lexeme;
            spokenTo = 0;
        } else if (lexeme.isBase() && start == 0 && i < 2) {
            opening = lexeme;
        }
    }

    /** "trẻ dưới 5 tuổi còn 7,2%": what is bounded is not the amount. */
    private boolean boundsName(int i) {
        boolean another = i + 1 < at
                && (lexemes.get(i + 1).is(Sort.name) || lexemes.get(i + 1).is(Sort.amount));
        return another && lexemes.get(i).cue().isHedge();
    }

    private boolean isCompared() {
        return base != null && tokens.get(base.from()).is("so");
    }

    private void collectMarks() {
        for (int i = start; i < at; i++) {
            var lexeme = lexemes.get(i);
            if (lexeme.is(Cue.among)) {
                marks.add(Mark.among);
                from = Math.max(from, Math.min(i + 1, to));
            } else if (lexeme.is(Cue.join)) {
                marks.add(Mark.join);
            } else if (isMark(i, ",")) {
                marks.add(Mark.comma);
            } else if (isMark(i, ";")) {
                marks.add(Mark.semicolon);
            } else if (isMark(i, "(")) {
                marks.add(Mark.open);
            } else if (isMark(i, ")")) {
                marks.remove(Mark.open);
                marks.remove(Mark.time);
            } else if (lexeme.is(Sort.period) && marks.contains(Mark.open)) {
                marks.add(Mark.time);
            }
        }
    }

    private int softFrom() {
        int i = at;
        while (i > start
                && !lexemes.get(i - 1).is(Sort.mark)
                && !lexemes.get(i - 1).is(Cue.soft)) {
            i--;
        }
        int to = i;
        while (i > start && lexemes.get(i - 1).is(Cue.soft)) {
            i--;
        }
        return i < to ? i : at;
    }

    private boolean isBare() {
        for (int i = start; i < at; i++) {
            var lexeme = lexemes.get(i);
            boolean other = lexeme.is(Cue.join) && !tokens.get(lexeme.from()).is("và");
            if (other || lexeme.is(Cue.soft) || lexeme.is(Cue.filler) || lexeme.is(Cue.among)) {
                return false;
            }
        }
        return true;
    }

    /** A comma right before the amount: the words before it make a clause of their own. */
    private boolean isDetached() {
        for (int i = to; i < at; i++) {
            if (isMark(i, ",")) {
                return true;
            }
        }
        return false;
    }

    /** Of clauses parted by commas the last one names the amount, with the one before when both are short. */
    private void trim() {
        int cut = lastComma(to);
        if (cut < 0) {
            return;
        }
        int words = to - cut - 1;
        int before = lastComma(cut);
        int wordsBefore = cut - (before < 0 ? from : before + 1);
        boolean pair = (words * 2 <= LONGEST_PAIR && wordsBefore <= LONGEST_PAIR)
                || (words == 2 && wordsBefore <= LONGEST_NAME)
                || (words <= LONGEST_PAIR && wordsBefore * 2 <= LONGEST_PAIR);
        pair &= words < 2 || !lexemes.get(at).amount().isCounted();
        pair &= !isVerbal(before < 0 ? from : before + 1, cut);
        from = pair ? (before < 0 ? from : shortList(before, cut)) : cut + 1;
        while (from < to && !isName(lexemes.get(from))) {
            from++;
        }
    }

    /** "giá trị sản xuất nông, lâm, thủy sản": a single syllable between commas goes on with the words before it. */
    private int shortList(int comma, int next) {
        int before = lastComma(comma);
        int start = before < 0 ? from : before + 1;
        boolean syllable = next - comma == 2 && !isVerbal(start, comma);
        return syllable || comma - start <= LONGEST_PAIR / 2 ? start : comma + 1;
    }

    private boolean isVerbal(int first, int last) {
        for (int i = first; i < last; i++) {
            if (isVerb(lexemes.get(i))
                    || tokens.get(lexemes.get(i).from()).is("được")
                    || lexemes.get(i).is(Sort.period)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isVerb(Lexeme lexeme) {
        return lexeme.is(Sort.cue) && !lexeme.is(Cue.soft) && !lexeme.is(Cue.filler) && !lexeme.is(Cue.join);
    }

    private int lastComma(int before) {
        for (int i = before - 1; i > from; i--) {
            if (isMark(i, ",")) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isName(Lexeme lexeme) {
        return lexeme.is(Sort.word) || lexeme.is(Sort.name) || lexeme.is(Cue.soft);
    }
}
