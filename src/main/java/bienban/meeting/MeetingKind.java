package bienban.meeting;

import bienban.shared.Label;
import bienban.shared.Term;

/** What sort of sitting a meeting is. */
public enum MeetingKind implements Term {
    briefing("Hội nghị giao ban", "Briefing"),
    working_session("Buổi làm việc", "Working session"),
    committee_conference("Hội nghị Ban Chấp hành", "Committee conference"),
    conference("Hội nghị", "Conference"),
    thematic_conference("Hội nghị chuyên đề", "Thematic conference"),
    council_session("Kỳ họp Hội đồng nhân dân", "Council session"),
    regular_session("Phiên họp thường kỳ", "Regular session"),
    other("Khác", "Other");

    private final Label label;

    MeetingKind(String vi, String en) {
        this.label = new Label(vi, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
