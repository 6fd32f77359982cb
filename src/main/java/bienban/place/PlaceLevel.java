package bienban.place;

import bienban.shared.Label;
import bienban.shared.Term;

/** The tier of an administrative unit. The district tier ended on 2025-07-01. */
public enum PlaceLevel implements Term {
    country("Quốc gia", "Country"),
    province("Cấp tỉnh", "Province"),
    district("Cấp huyện", "District"),
    commune("Cấp xã", "Commune");

    private final Label label;

    PlaceLevel(String vi, String en) {
        this.label = new Label(vi, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
