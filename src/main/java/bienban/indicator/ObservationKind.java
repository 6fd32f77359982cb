package bienban.indicator;

import bienban.shared.Label;
import bienban.shared.Term;

/** Whether a value was reached, aimed at or planned. */
public enum ObservationKind implements Term {
    actual("Thực hiện", "Actual"),
    target("Mục tiêu, phấn đấu", "Target"),
    plan("Kế hoạch, dự toán", "Plan");

    private final Label label;

    ObservationKind(String vi, String en) {
        this.label = new Label(vi, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
