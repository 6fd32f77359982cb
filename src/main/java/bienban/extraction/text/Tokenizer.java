package bienban.extraction.text;

import bienban.extraction.text.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Cuts NFC text into tokens in one pass; nothing is lost but spaces. */
public final class Tokenizer {
    private static final String DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212";
    private static final String QUOTES = "\"\u201c\u201d\u201e\u00ab\u00bb\u2033";

    private final String text;
    private final List<Token> tokens;
    private int at;

    private Tokenizer(String text) {
        this.text = text;
        this.tokens = new ArrayList<>(text.length() / 4 + 4);
    }

    public static List<Token> tokenize(String text) {
        var tokenizer = new Tokenizer(text);
        while (tokenizer.at < text.length()) {
            tokenizer.next();
        }
        return tokenizer.tokens;
    }

    private void next() {
        int start = at;
        int c = text.codePointAt(at);
        if (c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029') {
            at += c == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n' ? 2 : 1;
            add(Kind.line_break, start, "\n");
        } else if (isSpace(c)) {
            at += Character.charCount(c);
        } else if (Character.isLetter(c)) {
            word();
            add(Kind.word, start, Keys.of(text.substring(start, at)));
        } else if (isDigit(c)) {
            number();
            add(Kind.number, start, text.substring(start, at));
        } else {
            add(Kind.punctuation, start, mark(c));
        }
    }

    private void add(Kind kind, int start, String key) {
        tokens.add(new Token(kind, text.substring(start, at), key, start, at));
    }

    private void word() {
        while (at < text.length()) {
            int c = text.codePointAt(at);
            boolean inside = Character.isLetterOrDigit(c) || isMark(c) || (isJoiner(c) && letterAfter(c));
            if (!inside) {
                return;
            }
            at += Character.charCount(c);
        }
    }

    /** The apostrophe of H'Loan and the invisible characters that editors leave inside words. */
    private static boolean isJoiner(int c) {
        return c == '\'' || c == '\u2019' || c == '\u00ad' || c == '\u200b' || c == '\u200c' || c == '\u200d';
    }

    private boolean letterAfter(int c) {
        int after = at + Character.charCount(c);
        return after < text.length() && Character.isLetter(text.codePointAt(after));
    }

    private void number() {
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean grouping = (c == '.' || c == ',') && at + 1 < text.length() && isDigit(text.charAt(at + 1));
            if (!isDigit(c) && !grouping) {
                return;
            }
            at++;
        }
    }

    private String mark(int c) {
        at += Character.charCount(c);
        if (DASHES.indexOf(c) >= 0) {
            return "-";
        }
        if (QUOTES.indexOf(c) >= 0) {
            return "\"";
        }
        if (c == '.' && text.startsWith("/.", at)) {
            at += 2;
            return ".";
        }
        if (c == '\u2026' || (c == '.' && at < text.length() && text.charAt(at) == '.')) {
            while (at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == '\u2026')) {
                at++;
            }
            return "\u2026";
        }
        return Character.toString(c);
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK && c < '\ufe00';
    }

    static boolean isSpace(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT
                || Character.getType(c) == Character.CONTROL
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }
}
