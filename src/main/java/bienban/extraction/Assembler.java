package bienban.extraction;

import bienban.extraction.clean.Clean;
import bienban.extraction.clean.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Collects evidence and warnings while the parts of a draft are put in their places. */
final class Assembler {
    private static final double ENOUGH = 0.5;

    private final Clean article;
    private final List<Evidence> evidence = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();

    Assembler(Clean article) {
        this.article = article;
    }

    /** The value, cited at its pointer; null and a warning when the rule is not sure enough. */
    <T> T field(String pointer, Found<T> found) {
        if (found == null) {
            return null;
        }
        if (found.confidence() < ENOUGH) {
            warn(new Warning(pointer, "low_confidence", "Not sure enough to be stated", found.start(), found.end()));
            return null;
        }
        cite(pointer, new Span(found.start(), found.end()), found.confidence(), List.of(found.rule()));
        return found.value();
    }

    /** The values of a list, each cited at its own index. */
    <T> List<T> list(String pointer, List<Found<T>> found) {
        var values = new ArrayList<T>();
        for (var each : found) {
            var value = field(pointer + "/" + values.size(), each);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    void cite(String pointer, Span span, double confidence, List<String> rules) {
        var points = article.codePoints();
        var quote = article.text().substring(span.start(), span.end());
        var sure = BigDecimal.valueOf(Math.round(confidence * 100), 2);
        evidence.add(new Evidence(pointer, points.at(span.start()), points.at(span.end()), quote, sure, rules));
    }

    /** Takes a warning whose span is in UTF-16 offsets. */
    void warn(Warning warning) {
        var points = article.codePoints();
        warnings.add(new Warning(
                warning.pointer(),
                warning.code(),
                warning.detail(),
                warning.start() == null ? null : points.at(warning.start()),
                warning.end() == null ? null : points.at(warning.end())));
    }

    Extraction extraction(Draft draft) {
        return new Extraction(draft, article.text(), evidence, warnings);
    }
}
