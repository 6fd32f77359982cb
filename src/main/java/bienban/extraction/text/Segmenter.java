package bienban.extraction.text;

import bienban.extraction.text.Sentence.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts the tokens of one paragraph into sentences. */
public final class Segmenter {
    private static final Set<String> ABBREVIATIONS = Vocabulary.words("abbreviations.txt");
    private static final int LONGEST_ABBREVIATION = 8;
    private static final Set<String> CLOSERS = Set.of(")", "]", "\"", "'");

    private Segmenter() {}

    /** The sentences of one paragraph; line breaks inside it are dropped. */
    public static List<Sentence> sentences(List<Token> paragraph, int number, Block block) {
        var sentences = new ArrayList<Sentence>();
        var current = new ArrayList<Token>();
        for (int i = 0; i < paragraph.size(); i++) {
            var token = paragraph.get(i);
            if (token.isLineBreak()) {
                continue;
            }
            current.add(token);
            if (endsSentence(paragraph, i, current.size())) {
                while (i + 1 < paragraph.size()
                        && CLOSERS.contains(paragraph.get(i + 1).key())
                        && paragraph.get(i).touches(paragraph.get(i + 1))) {
                    current.add(paragraph.get(++i));
                }
                sentences.add(new Sentence(current, number, block));
                current.clear();
            }
        }
        if (!current.isEmpty()) {
            sentences.add(new Sentence(current, number, block));
        }
        return sentences;
    }

    /** The sentences of a whole text whose paragraphs are its lines. */
    public static List<Sentence> sentences(String text) {
        var sentences = new ArrayList<Sentence>();
        var paragraph = new ArrayList<Token>();
        int number = 0;
        for (var token : Tokenizer.tokenize(text)) {
            if (!token.isLineBreak()) {
                paragraph.add(token);
            } else if (!paragraph.isEmpty()) {
                sentences.addAll(sentences(paragraph, number++, Block.body));
                paragraph.clear();
            }
        }
        sentences.addAll(sentences(paragraph, number, Block.body));
        return sentences;
    }

    private static boolean endsSentence(List<Token> tokens, int at, int length) {
        var mark = tokens.get(at);
        if (!mark.isPunctuation()) {
            return false;
        }
        return switch (mark.key()) {
            case "!", "?" -> true;
            case "\u2026" -> startsAnew(tokens, at + 1);
            case "." -> mark.text().length() > 1 || fullStop(tokens, at, length);
            default -> false;
        };
    }

    private static boolean fullStop(List<Token> tokens, int at, int length) {
        if (at == 0 || at + 1 >= tokens.size()) {
            return true;
        }
        var before = tokens.get(at - 1);
        var after = tokens.get(at + 1);
        if (length <= 2 && (before.isNumber() || before.text().length() == 1)) {
            return false;
        }
        if (before.isWord() && before.touches(tokens.get(at))) {
            boolean initial = before.isCapitalized() && (before.text().length() == 1 || isAbbreviated(tokens, at));
            if (initial || ABBREVIATIONS.contains(before.key())) {
                return false;
            }
        }
        if (tokens.get(at).touches(after) && !after.isCapitalized()) {
            return CLOSERS.contains(after.key());
        }
        return !startsLower(after) || (before.isWord() && before.text().length() > 2 && !isListMark(after));
    }

    /** "PBT.HU", "CT.UBND": a dot between capitals that leaves no space. */
    private static boolean isAbbreviated(List<Token> tokens, int at) {
        var after = tokens.get(at + 1);
        return tokens.get(at).touches(after)
                && tokens.get(at - 1).isUpperCase()
                && after.isUpperCase()
                && tokens.get(at - 1).text().length() + after.text().length() <= LONGEST_ABBREVIATION;
    }

    private static boolean startsLower(Token token) {
        return (token.isWord() && Character.isLowerCase(token.text().codePointAt(0))) || token.is(",") || token.is(";");
    }

    private static boolean isListMark(Token token) {
        return token.is(",") || token.is(";");
    }

    private static boolean startsAnew(List<Token> tokens, int at) {
        return at >= tokens.size() || tokens.get(at).isCapitalized();
    }
}
