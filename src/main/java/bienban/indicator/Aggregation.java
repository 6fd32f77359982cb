package bienban.indicator;

import bienban.shared.Label;
import bienban.shared.Term;

/** Whether values of several places may be added up. */
public enum Aggregation implements Term {
    sum("Cộng được", "Values add up"),
    average("Lấy trung bình", "Values are averaged"),
    none("Không tổng hợp", "Values do not aggregate");

    private final Label label;

    Aggregation(String vi, String en) {
        this.label = new Label(vi, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
