package bienban.extraction;

import java.math.BigDecimal;
import java.util.List;

/** The span that supports a field: code points of the canonical text, the very substring, and the rules that read it. */
public record Evidence(String pointer, int start, int end, String quote, BigDecimal confidence, List<String> rules) {

    public Evidence withoutRules() {
        return new Evidence(pointer, start, end, quote, confidence, null);
    }
}
