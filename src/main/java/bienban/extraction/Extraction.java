package bienban.extraction;

import java.util.List;

/** What was read from one article; offsets in evidence and warnings point into {@code text}. */
public record Extraction(Draft draft, String text, List<Evidence> evidence, List<Warning> warnings) {

    public Extraction {
        evidence = List.copyOf(evidence);
        warnings = List.copyOf(warnings);
    }

    /** The same without the names of the rules. */
    public Extraction unexplained() {
        return new Extraction(
                draft, text, evidence.stream().map(Evidence::withoutRules).toList(), warnings);
    }
}
