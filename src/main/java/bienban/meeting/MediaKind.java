package bienban.meeting;

import bienban.shared.Label;
import bienban.shared.Term;

/** What sort of medium goes with a report. */
public enum MediaKind implements Term {
    photo("Ảnh", "Photo"),
    video("Video", "Video"),
    audio("Âm thanh", "Audio"),
    file("Tệp", "File");

    private final Label label;

    MediaKind(String vi, String en) {
        this.label = new Label(vi, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
