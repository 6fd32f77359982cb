package bienban.exchange.load;

import bienban.shared.Label;
import bienban.shared.Term;

/** How a file is written. */
public enum ImportFormat implements Term {
    ndjson("NDJSON", "NDJSON"),
    csv("CSV", "CSV");

    private final Label label;

    ImportFormat(String vi, String en) {
        this.label = new Label(vi, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
