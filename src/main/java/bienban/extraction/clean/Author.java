package bienban.extraction.clean;

/** A name in the byline and where it stands. */
public record Author(String name, int start, int end) {}
