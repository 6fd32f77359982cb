package bienban.extraction.figure;

import java.util.List;

/** The figures of a report in the order of the text, and what is doubtful about them. */
public record FigureResult(List<Figure> figures, List<FigureWarning> warnings) {

    public FigureResult {
        figures = List.copyOf(figures);
        warnings = List.copyOf(warnings);
    }
}
