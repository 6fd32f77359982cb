package bienban.meeting;

import bienban.shared.Label;
import bienban.shared.Term;

/** The part of the day a meeting was held in. */
public enum DayPart implements Term {
    morning("Sáng", "Morning"),
    afternoon("Chiều", "Afternoon"),
    evening("Tối", "Evening");

    private final Label label;

    DayPart(String vi, String en) {
        this.label = new Label(vi, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
