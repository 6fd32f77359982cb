package bienban.changes;

import bienban.shared.Label;
import bienban.shared.Term;

/** What happened to a record, as the reader of the feed must take it. */
public enum ChangeAction implements Term {
    created("Tạo mới hoặc công bố", "Created, or published for the first time or again"),
    updated("Cập nhật", "Updated"),
    deleted("Xóa", "Deleted"),
    retracted("Thu hồi hoặc đưa về dự thảo", "Retracted, or taken back to a draft"),
    merged("Hợp nhất", "Merged into another");

    private final Label label;

    ChangeAction(String vi, String en) {
        this.label = new Label(vi, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
