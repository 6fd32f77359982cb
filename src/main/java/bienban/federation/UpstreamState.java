package bienban.federation;

import bienban.shared.Label;
import bienban.shared.Term;

/** How far following an upstream has come. */
public enum UpstreamState implements Term {
    snapshot("Đang lấy bản chụp đầu tiên", "Taking the first snapshot"),
    following("Đang theo dõi", "Following"),
    resync("Đang lấy lại bản chụp", "Taking a new snapshot"),
    stale("Chậm so với nguồn", "Behind the upstream");

    private final Label label;

    UpstreamState(String vi, String en) {
        this.label = new Label(vi, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
