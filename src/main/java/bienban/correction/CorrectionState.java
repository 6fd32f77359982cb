package bienban.correction;

import bienban.shared.Label;
import bienban.shared.Term;

/** What has become of a correction. */
public enum CorrectionState implements Term {
    open("Đang chờ xử lý", "Open"),
    accepted("Đã tiếp thu", "Accepted"),
    declined("Không tiếp thu", "Declined");

    private final Label label;

    CorrectionState(String vi, String en) {
        this.label = new Label(vi, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
