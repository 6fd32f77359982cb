package bienban.extraction.clean;

/** A stretch of the canonical text in UTF-16 offsets. */
public record Span(int start, int end) {}
