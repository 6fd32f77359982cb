package bienban.record;

import bienban.shared.Label;
import bienban.shared.Term;

/** The life of a record: draft → published → retracted; a deleted one leaves a tombstone. */
public enum RecordStatus implements Term {
    draft("Dự thảo", "Draft"),
    published("Đã công bố", "Published"),
    retracted("Đã thu hồi", "Retracted"),
    deleted("Đã xóa", "Deleted"),
    merged("Đã hợp nhất", "Merged");

    private final Label label;

    RecordStatus(String vi, String en) {
        this.label = new Label(vi, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
