package bienban.document;

import bienban.shared.Label;
import bienban.shared.Term;

/** What kind of legal document it is. */
public enum DocumentType implements Term {
    resolution("Nghị quyết", "Resolution"),
    directive("Chỉ thị", "Directive"),
    plan("Kế hoạch", "Plan"),
    decision("Quyết định", "Decision"),
    conclusion("Kết luận", "Conclusion"),
    regulation("Quy định, quy chế", "Regulation"),
    circular("Thông tư", "Circular"),
    decree("Nghị định", "Decree"),
    law("Luật", "Law"),
    official_letter("Công văn", "Official letter"),
    notice("Thông báo", "Notice"),
    guidance("Hướng dẫn", "Guidance"),
    programme("Chương trình", "Programme"),
    scheme("Đề án", "Scheme"),
    telegram("Công điện", "Telegram"),
    report("Báo cáo, tờ trình", "Report"),
    other("Khác", "Other");

    private final Label label;

    DocumentType(String vi, String en) {
        this.label = new Label(vi, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
