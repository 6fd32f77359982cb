package bienban.meeting;

import bienban.shared.Label;
import bienban.shared.Term;

/** What a finding notes about the period under review. */
public enum FindingKind implements Term {
    result("Kết quả", "Result"),
    limitation("Tồn tại, hạn chế", "Limitation"),
    cause("Nguyên nhân", "Cause");

    private final Label label;

    FindingKind(String vi, String en) {
        this.label = new Label(vi, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
