package bienban.directive;

import bienban.shared.Label;
import bienban.shared.Term;

/** What an addressee has to do with a directive. */
public enum AddresseeRole implements Term {
    lead("Chủ trì thực hiện", "Leads"),
    coordinating("Phối hợp", "Coordinates"),
    informed("Được biết", "Is informed");

    private final Label label;

    AddresseeRole(String vi, String en) {
        this.label = new Label(vi, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
