package bienban.directive;

import bienban.shared.Label;
import bienban.shared.Term;

/** How far a directive has been carried out. */
public enum DirectiveState implements Term {
    not_started("Chưa thực hiện", "Not started"),
    in_progress("Đang thực hiện", "In progress"),
    completed("Đã hoàn thành", "Completed");

    private final Label label;

    DirectiveState(String vi, String en) {
        this.label = new Label(vi, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
