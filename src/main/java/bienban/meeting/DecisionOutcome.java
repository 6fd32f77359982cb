package bienban.meeting;

import bienban.shared.Label;
import bienban.shared.Term;

/** What became of a matter put to the meeting. */
public enum DecisionOutcome implements Term {
    adopted("Thông qua", "Adopted"),
    rejected("Không thông qua", "Rejected"),
    postponed("Hoãn", "Postponed"),
    noted("Ghi nhận", "Noted");

    private final Label label;

    DecisionOutcome(String vi, String en) {
        this.label = new Label(vi, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
