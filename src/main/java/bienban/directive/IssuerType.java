package bienban.directive;

import bienban.shared.Label;
import bienban.shared.Term;

/** Who issued a directive. */
public enum IssuerType implements Term {
    speaker("Cá nhân", "A person"),
    organization("Cơ quan, tổ chức", "An organization");

    private final Label label;

    IssuerType(String vi, String en) {
        this.label = new Label(vi, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
