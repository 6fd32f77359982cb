package bienban.exchange.load;

import bienban.shared.Label;
import bienban.shared.Term;

/** What becomes of the good rows of a file that has bad ones. */
public enum ImportMode implements Term {
    allOrNothing("Tất cả hoặc không", "All or nothing"),
    skipInvalid("Bỏ qua dòng lỗi", "Skip invalid rows");

    private final Label label;

    ImportMode(String vi, String en) {
        this.label = new Label(vi, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
