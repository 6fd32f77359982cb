package bienban.extraction.figure;

import bienban.extraction.text.Sentence;
import bienban.extraction.text.Sentence.Block;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads the figures that sentences state. */
public final class Figures {
    private static final Set<Block> READ = EnumSet.of(Block.body, Block.item);

    private Figures() {}

    /** The figures of a report; titles, captions and furniture hold none, headings only set the scene. */
    public static FigureResult read(List<Sentence> sentences, FigureContext context) {
        var passage = new Passage(context);
        var assembly = new Assembly(passage);
        for (var sentence : sentences) {
            if (READ.contains(sentence.block()) || sentence.block() == Block.heading) {
                read(sentence, passage, assembly);
            }
        }
        return assembly.result();
    }

    private static void read(Sentence sentence, Passage passage, Assembly assembly) {
        var lexemes = Lexer.lex(sentence.tokens(), passage.year(), passage.month());
        var scene = new Scene(sentence.tokens(), lexemes);
        passage.enter(sentence, lexemes);
        List<Statement> statements = new ArrayList<>();
        if (READ.contains(sentence.block())) {
            statements = new SentenceReader(sentence.tokens(), lexemes, scene, passage).read();
            assembly.add(sentence.tokens(), lexemes, scene, statements);
        }
        passage.leave(sentence, scene, statements);
    }
}
