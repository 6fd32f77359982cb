package bienban.extraction.text;

import java.util.Locale;

/** One word, number, mark or line break with its place in the canonical text and the key it is matched by. */
public record Token(Kind kind, String text, String key, int start, int end) {

    /** What a token is made of. */
    public enum Kind {
        word,
        number,
        punctuation,
        line_break
    }

    public boolean isWord() {
        return kind == Kind.word;
    }

    public boolean isNumber() {
        return kind == Kind.number;
    }

    public boolean isPunctuation() {
        return kind == Kind.punctuation;
    }

    public boolean isLineBreak() {
        return kind == Kind.line_break;
    }

    public boolean is(String wanted) {
        return key.equals(wanted);
    }

    /** Whether the first letter is upper case. */
    public boolean isCapitalized() {
        return kind == Kind.word && Character.isUpperCase(text.codePointAt(0));
    }

    /** Whether it is a word without a small letter: "UBND", "HẢI". */
    public boolean isUpperCase() {
        return kind == Kind.word && text.equals(text.toUpperCase(Locale.ROOT));
    }

    /** Whether no space stands between this token and the next. */
    public boolean touches(Token next) {
        return end == next.start;
    }
}
