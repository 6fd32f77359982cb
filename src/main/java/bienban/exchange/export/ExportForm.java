package bienban.exchange.export;

import bienban.shared.Label;
import bienban.shared.Term;

/** The forms of which every kind of record can be had. */
public enum ExportForm implements Term {
    ndjson("Mỗi dòng một bản ghi JSON", "One JSON record a line"),
    csv("Bảng CSV", "CSV table");

    private final Label label;

    ExportForm(String vi, String en) {
        this.label = new Label(vi, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
