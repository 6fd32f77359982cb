package bienban.changes.webhook;

import bienban.shared.Label;
import bienban.shared.Term;

/** Whether a webhook is called. */
public enum WebhookStatus implements Term {
    active("Đang hoạt động", "Active"),
    paused("Tạm dừng", "Paused");

    private final Label label;

    WebhookStatus(String vi, String en) {
        this.label = new Label(vi, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
