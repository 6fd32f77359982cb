package bienban.record;

import bienban.shared.Label;
import bienban.shared.Term;

/** The kinds of record; the path segment of each is its plural. */
public enum RecordKind implements Term {
    meeting("meetings", "Hội nghị", "Meeting"),
    speaker("speakers", "Người phát biểu", "Speaker"),
    directive("directives", "Chỉ đạo", "Directive"),
    observation("observations", "Số liệu", "Observation"),
    organization("organizations", "Cơ quan, tổ chức", "Organization"),
    document("documents", "Văn bản", "Document"),
    place("places", "Đơn vị hành chính", "Place"),
    indicator("indicators", "Chỉ tiêu", "Indicator"),
    article("articles", "Bài viết", "Article");

    private final String plural;
    private final Label label;

    RecordKind(String plural, String vi, String en) {
        this.plural = plural;
        this.label = new Label(vi, en);
    }

    public String plural() {
        return plural;
    }

    public String path(String key) {
        return "/v1/" + plural + "/" + key;
    }

    @Override
    public Label label() {
        return label;
    }
}
