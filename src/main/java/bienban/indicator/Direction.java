package bienban.indicator;

import bienban.shared.Label;
import bienban.shared.Term;

/** Whether more is better. */
public enum Direction implements Term {
    up("Càng cao càng tốt", "More is better"),
    down("Càng thấp càng tốt", "Less is better"),
    none("Không xếp hạng tốt, xấu", "Neither");

    private final Label label;

    Direction(String vi, String en) {
        this.label = new Label(vi, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
