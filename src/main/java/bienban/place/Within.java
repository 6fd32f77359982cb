package bienban.place;

import bienban.shared.Label;
import bienban.shared.Term;

/** How far a place filter reaches. */
public enum Within implements Term {
    place("Chỉ đơn vị này", "This unit only"),
    subtree("Cả các đơn vị trực thuộc", "With all units below");

    private final Label label;

    Within(String vi, String en) {
        this.label = new Label(vi, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
