package bienban.exchange.load;

import bienban.document.DocumentRecord;
import bienban.indicator.IndicatorRecord;
import bienban.indicator.ObservationRecord;
import bienban.meeting.MeetingRecord;
import bienban.organization.OrganizationRecord;
import bienban.place.PlaceRecord;
import bienban.record.RecordKind;
import bienban.shared.Label;
import bienban.shared.Term;
import bienban.speaker.SpeakerRecord;

/** The kinds of record that files are taken of. */
public enum ImportType implements Term {
    observations(RecordKind.observation, ObservationRecord.class),
    meetings(RecordKind.meeting, MeetingRecord.class),
    speakers(RecordKind.speaker, SpeakerRecord.class),
    organizations(RecordKind.organization, OrganizationRecord.class),
    documents(RecordKind.document, DocumentRecord.class),
    places(RecordKind.place, PlaceRecord.class),
    indicators(RecordKind.indicator, IndicatorRecord.class);

    private final RecordKind kind;
    private final Class<? extends Record> input;

    ImportType(RecordKind kind, Class<? extends Record> input) {
        this.kind = kind;
        this.input = input;
    }

    RecordKind kind() {
        return kind;
    }

    Class<? extends Record> input() {
        return input;
    }

    /** Whether records are known by their code, and kept for all by the administrator. */
    boolean isCodeList() {
        return this == places || this == indicators;
    }

    @Override
    public Label label() {
        return kind.label();
    }
}
