package bienban.speaker;

import bienban.shared.Label;
import bienban.shared.Term;

/** In which role someone took part. */
public enum ParticipantRole implements Term {
    chair("Chủ trì", "Chair"),
    co_chair("Đồng chủ trì", "Co-chair"),
    concluding_speaker("Phát biểu kết luận", "Concluding speaker"),
    speaker("Phát biểu", "Speaker"),
    presenter("Trình bày báo cáo", "Presenter"),
    attendee("Dự", "Attendee"),
    mentioned("Được nhắc đến", "Mentioned");

    private final Label label;

    ParticipantRole(String vi, String en) {
        this.label = new Label(vi, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
