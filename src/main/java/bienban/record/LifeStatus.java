package bienban.record;

import bienban.shared.Label;
import bienban.shared.Term;

/** The states that a writer may give a record. */
public enum LifeStatus implements Term {
    draft(RecordStatus.draft),
    published(RecordStatus.published),
    retracted(RecordStatus.retracted);

    private final RecordStatus status;

    LifeStatus(RecordStatus status) {
        this.status = status;
    }

    /** The state that a document shows; nobody gives the other states, they come about. */
    public static LifeStatus of(RecordStatus status) {
        return valueOf(status.name());
    }

    @Override
    public Label label() {
        return status.label();
    }
}
