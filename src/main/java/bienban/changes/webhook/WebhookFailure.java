package bienban.changes.webhook;

import bienban.shared.Label;
import bienban.shared.Term;

/** Why a ping did not arrive. */
public enum WebhookFailure implements Term {
    unknown_host("Không có máy chủ tên này", "There is no such host"),
    private_address("Địa chỉ nội bộ, không được gọi", "An address that is not public"),
    unreachable("Không kết nối được", "No connection"),
    timeout("Không trả lời kịp", "No answer in time"),
    refused("Trả lời khác 2xx", "Answered with another status than 2xx");

    private final Label label;

    WebhookFailure(String vi, String en) {
        this.label = new Label(vi, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
