package bienban.directive;

import bienban.shared.Label;
import bienban.shared.Term;

/** Completion against the deadline, as Decision 42/2014/QĐ-TTg sorts tasks. */
public enum Timeliness implements Term {
    on_time("Hoàn thành đúng hạn", "Completed on time"),
    late("Hoàn thành quá hạn", "Completed late"),
    not_due("Trong hạn", "Not yet due"),
    overdue("Quá hạn", "Overdue"),
    no_deadline("Không có thời hạn", "No deadline");

    private final Label label;

    Timeliness(String vi, String en) {
        this.label = new Label(vi, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
