package bienban.extraction.desk;

import bienban.extraction.ArticleInput;
import bienban.extraction.Extractor;
import bienban.shared.Messages;
import bienban.shared.StrictJson;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** One article as a line of a file: what would be posted, and what {@code POST /v1/extractions} would answer to it. */
public final class DraftLine {
    private final Extractor extractor = new Extractor();
    private final Locale language = Messages.language(List.of(Locale.getDefault(), Locale.ENGLISH));

    public ObjectNode of(String file, String content, boolean html, String place) {
        var input = html ? ArticleInput.ofHtml(content) : ArticleInput.ofText(content);
        var line = line(file).put(html ? "html" : "text", content);
        if (place != null) {
            line.put("place", place);
        }
        line.setAll(DeskJson.tree(DraftShape.of(extractor.extract(input).unexplained(), language)));
        return line;
    }

    public static ObjectNode unreadable(String file, String error) {
        return line(file).put("error", error);
    }

    private static ObjectNode line(String file) {
        return StrictJson.READER.createObjectNode().put("file", file);
    }
}
