package bienban.extraction.figure;

import bienban.extraction.Observation;
import java.math.BigDecimal;
import java.util.List;

/**
 * An observation with its span in the canonical text (UTF-16 offsets), how sure it is and the rules that read it.
 *
 * @param parent index of the figure it is a part of, in the same result, or null
 */
public record Figure(
        Observation observation, Integer parent, int start, int end, BigDecimal confidence, List<String> rules) {

    public Figure {
        rules = List.copyOf(rules);
    }
}
