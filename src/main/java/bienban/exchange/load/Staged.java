package bienban.exchange.load;

import bienban.indicator.ObservationEntry;
import bienban.indicator.ObservationRecord;
import java.util.UUID;

/** How a row lies in its table until it is entered. */
final class Staged {
    private final UUID job;
    private final ImportType type;
    private final ObservationEntry observations;
    private final CopyText text = new CopyText();

    Staged(UUID job, ImportType type, ObservationEntry observations) {
        this.job = job;
        this.type = type;
        this.observations = observations;
    }

    String copy() {
        return type == ImportType.observations
                ? "copy import_observation (job, line, stated, external_id, parent, status, "
                        + String.join(", ", observations.columns()) + ") from stdin"
                : "copy import_row (job, line, position, id, stated, external_id, input) from stdin";
    }

    byte[] bytes(Iterable<Row> rows) {
        for (var row : rows) {
            if (row != null && row.isReadable()) {
                text.add(job).add(row.line());
                if (row.input() instanceof ObservationRecord figure) {
                    text.add(row.stated())
                            .add(row.externalId())
                            .add(figure.parent())
                            .add(figure.status());
                    observations
                            .row(row.id(), figure, null, figure.place().code())
                            .values()
                            .forEach(text::add);
                } else {
                    text.add(row.line())
                            .add(row.id())
                            .add(row.stated())
                            .add(row.externalId())
                            .add(row.tree());
                }
                text.end();
            }
        }
        return text.take();
    }
}
