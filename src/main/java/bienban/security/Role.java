package bienban.security;

import bienban.shared.Label;
import bienban.shared.Term;

/** What somebody may do, each role all that the ones before it may. Where they may do it is their {@link Scope}. */
public enum Role implements Term {
    reader("Người đọc", "Reader"),
    editor("Biên tập viên", "Editor"),
    reviewer("Người duyệt", "Reviewer"),
    admin("Quản trị viên", "Administrator");

    private final Label label;

    Role(String vi, String en) {
        this.label = new Label(vi, en);
    }

    public boolean isAtLeast(Role other) {
        return compareTo(other) >= 0;
    }

    @Override
    public Label label() {
        return label;
    }
}
