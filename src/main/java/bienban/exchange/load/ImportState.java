package bienban.exchange.load;

import bienban.shared.Label;
import bienban.shared.Term;

/** How far a job is. */
public enum ImportState implements Term {
    receiving("Đang nhận", "Receiving"),
    queued("Đang chờ", "Queued"),
    running("Đang chạy", "Running"),
    done("Hoàn tất", "Done"),
    failed("Thất bại", "Failed"),
    cancelled("Đã hủy", "Cancelled");

    private final Label label;

    ImportState(String vi, String en) {
        this.label = new Label(vi, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
