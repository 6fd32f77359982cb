package bienban.meeting;

import bienban.shared.Label;
import bienban.shared.Term;

/** Whether people met in one room. */
public enum MeetingMode implements Term {
    in_person("Trực tiếp", "In person"),
    online("Trực tuyến", "Online"),
    hybrid("Trực tiếp kết hợp trực tuyến", "Hybrid");

    private final Label label;

    MeetingMode(String vi, String en) {
        this.label = new Label(vi, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
