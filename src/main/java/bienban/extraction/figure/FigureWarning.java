package bienban.extraction.figure;

/**
 * What a reader should check, with its span in the canonical text (UTF-16 offsets).
 *
 * @param figure index of the figure it is about, or null when no figure was made
 */
public record FigureWarning(Integer figure, String code, String detail, int start, int end) {}
