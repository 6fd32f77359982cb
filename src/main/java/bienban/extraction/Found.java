package bienban.extraction;

/** A value that was read, the UTF-16 span that supports it, how sure the rule is, and which rule it was. */
public record Found<T>(T value, int start, int end, double confidence, String rule) {}
