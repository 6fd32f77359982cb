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

    @Override
    public Label label() {
        return status.label();
    }
}
