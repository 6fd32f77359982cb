package bienban.extraction.clean;

import bienban.extraction.ArticleInput;
import bienban.extraction.text.Canonical;
import bienban.extraction.text.CodePoints;
import bienban.extraction.text.Keys;
import bienban.extraction.text.Segmenter;
import bienban.extraction.text.Sentence;
import bienban.extraction.text.Sentence.Block;
import bienban.extraction.text.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds the report in an article: what is headline, prose, caption, byline and furniture. */
public final class Cleaner {
    private Cleaner() {}

    public static Clean clean(ArticleInput input) {
        var html = input.html() == null ? null : HtmlText.of(input.html());
        var canonical = Canonical.of(html == null ? input.text() : html.text());
        var tokens = Tokenizer.tokenize(canonical.text());
        var lines = Lines.of(tokens);
        var front = FrontMatter.take(lines, canonical.text());
        Furniture.mark(lines);
        if (html != null) {
            html.markCaptions(lines, canonical.text());
        }
        int body = Titles.bodyStart(lines);
        int title = title(lines, body, input, front, html);
        var dateLine = DateLine.choose(lines, title, body);
        var authors = new ArrayList<>(Bylines.take(lines, body));
        if (authors.isEmpty() && front.get("author") != null) {
            int at = Math.max(0, canonical.text().indexOf(front.get("author")));
            authors.add(
                    new Author(front.get("author"), at, at + front.get("author").length()));
        }
        Captions.mark(lines, body);
        markRepeatedTitle(lines, title);
        return assemble(canonical, lines, new Head(title, dateLine, input, front, html), authors);
    }

    /** What the lines before the report, the sender and the page's own metadata say of it. */
    private record Head(int title, DateLine dateLine, ArticleInput input, Map<String, String> front, HtmlText html) {

        String statedTitle() {
            if (input.title() != null && !input.title().isBlank()) {
                return input.title().strip();
            }
            return front.get("title");
        }

        String publishedAt() {
            if (input.publishedAt() != null && !input.publishedAt().isBlank()) {
                return input.publishedAt();
            }
            if (dateLine != null) {
                return dateLine.iso();
            }
            return html != null && html.publishedAt() != null ? html.publishedAt() : front.get("date");
        }
    }

    private static int title(List<Line> lines, int body, ArticleInput input, Map<String, String> front, HtmlText html) {
        var stated = input.title() != null ? input.title() : html != null ? html.title() : front.get("title");
        if (stated != null) {
            var key = Keys.ofPhrase(stated) + " ";
            for (int i = 0; i < Math.min(lines.size(), body + 1); i++) {
                if (lines.get(i).isOpen() && lines.get(i).key().equals(key)) {
                    lines.get(i).block = Block.title;
                    return i;
                }
            }
        }
        return Titles.mark(lines, body);
    }

    private static void markRepeatedTitle(List<Line> lines, int title) {
        if (title < 0) {
            return;
        }
        var key = lines.get(title).key();
        for (int i = 0; i < lines.size(); i++) {
            if (i != title && lines.get(i).words() >= 4 && lines.get(i).key().equals(key)) {
                lines.get(i).block = Block.furniture;
            }
        }
    }

    private static Clean assemble(Canonical canonical, List<Line> lines, Head head, List<Author> authors) {
        var sentences = new ArrayList<Sentence>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            sentences.addAll(Segmenter.sentences(line.tokens, i, line.block));
        }
        var title = head.title() < 0 ? null : lines.get(head.title());
        var titleSpan = title == null ? null : new Span(title.start(), title.end());
        var written = titleSpan == null
                ? null
                : Spaces.single(canonical.text().substring(titleSpan.start(), titleSpan.end()));
        var stated = head.statedTitle();
        var dateLine = head.dateLine();
        var dateSpan = dateLine == null
                ? null
                : new Span(dateLine.line().start(), dateLine.line().end());
        return new Clean(
                canonical.text(),
                canonical.origin(),
                new CodePoints(canonical.text()),
                stated == null ? written : Spaces.single(stated),
                titleSpan,
                head.publishedAt(),
                dateSpan,
                authors,
                sentences,
                Syllables.areSpoilt(sentences.stream()
                        .filter(sentence -> sentence.block() != Block.furniture)
                        .flatMap(sentence -> sentence.tokens().stream())
                        .toList()));
    }
}
