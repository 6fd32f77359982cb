package bienban.indicator;

import bienban.shared.Label;
import bienban.shared.Term;

/** How exactly a value was stated. */
public enum Comparator implements Term {
    exact("đúng bằng", "exactly"),
    over("trên, hơn", "over"),
    under("gần, dưới", "nearly, under"),
    approx("khoảng", "about"),
    at_least("ít nhất, tối thiểu", "at least"),
    at_most("không quá, tối đa", "at most");

    private final Label label;

    Comparator(String vi, String en) {
        this.label = new Label(vi, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
