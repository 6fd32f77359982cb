package bienban.extraction.clean;

import bienban.extraction.text.CodePoints;
import bienban.extraction.text.OffsetMap;
import bienban.extraction.text.Sentence;
import bienban.extraction.text.Sentence.Block;
import java.util.List;

/** The report as it was found in the article; every span points into the canonical text. */
public record Clean(
        String text,
        OffsetMap origin,
        CodePoints codePoints,
        String title,
        Span titleSpan,
        String publishedAt,
        Span publishedSpan,
        List<Author> authors,
        List<Sentence> sentences,
        boolean corrupt) {

    public Clean {
        authors = List.copyOf(authors);
        sentences = List.copyOf(sentences);
    }

    /** The sentences of one kind of paragraph. */
    public List<Sentence> of(Block block) {
        return sentences.stream().filter(sentence -> sentence.block() == block).toList();
    }

    /** The sentences that tell of the meeting: prose, headings and list items. */
    public List<Sentence> prose() {
        return sentences.stream()
                .filter(sentence -> sentence.block() == Block.body
                        || sentence.block() == Block.item
                        || sentence.block() == Block.heading)
                .toList();
    }
}
