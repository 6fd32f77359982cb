package bienban.directive;

import bienban.record.Ids;
import bienban.record.LifeStatus;
import bienban.record.RecordKind;
import bienban.record.Rows;
import bienban.record.StoredRecord;
import bienban.record.Writing;
import bienban.shared.ApiException;
import bienban.shared.InputError;
import bienban.shared.MergePatch;
import bienban.shared.Today;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;

/** Corrects one directive of a meeting, and appends reports on its progress. */
@ApplicationScoped
@Transactional
class DirectiveChange {
    /** As for all dates of records. */
    private static final int FIRST_YEAR = 1000;

    private final DirectiveRepository directives;
    private final DirectiveEntry entry;
    private final Writing writing;
    private final Rows rows;
    private final Session database;

    DirectiveChange(
            DirectiveRepository directives, DirectiveEntry entry, Writing writing, Rows rows, Session database) {
        this.directives = directives;
        this.entry = entry;
        this.writing = writing;
        this.rows = rows;
        this.database = database;
    }

    Response replace(String id, String ifMatch, DirectiveRecord input) {
        Ids.read(id).ifPresent(directives::lockMeetingOf);
        return writing.change(
                RecordKind.directive, id, ifMatch, record -> write(record, input), DirectiveRepository.progress(null));
    }

    Response patch(String id, String ifMatch, MergePatch patch) {
        Ids.read(id).ifPresent(directives::lockMeetingOf);
        return writing.patch(
                RecordKind.directive,
                id,
                ifMatch,
                patch,
                DirectiveRecord.class,
                this::write,
                DirectiveRepository.progress(null));
    }

    private void write(StoredRecord record, DirectiveRecord input) {
        Writing.sameId(input.id(), record);
        var origin = directives.origin(record.id());
        var stated = Map.of("", input.stated(record.id(), origin.ordinal()));
        var errors = new ArrayList<InputError>();
        entry.check(stated, errors);
        var found = entry.resolve(stated, origin.place(), LifeStatus.valueOf(origin.status()), errors);
        if (!errors.isEmpty()) {
            throw ApiException.invalid(errors);
        }
        entry.write(origin.meeting(), stated, found);
        if (origin.status().equals(LifeStatus.published.name())) {
            database.createNativeMutationQuery("call meeting_publish_shown(:meeting)")
                    .setParameter("meeting", origin.meeting())
                    .executeUpdate();
        }
    }

    /** Appending needs no {@code If-Match}: whatever else was reported meanwhile, this report stands beside it. */
    Response append(String id, String idempotencyKey, ProgressReport input) {
        return writing.append(idempotencyKey, input, () -> {
            var record = writing.lock(RecordKind.directive, id, "*");
            check(input, directives.origin(record.id()));
            var report = Ids.next();
            rows.insert("directive_progress", List.of(Timeline.row(report, record.id(), input)), "");
            return new Writing.Appended(
                    RecordKind.directive.path(id) + "/progress/" + report,
                    directives.report(id, report).orElseThrow());
        });
    }

    private static void check(ProgressReport input, DirectiveRepository.Origin origin) {
        var today = Today.orElse(null);
        if (input.reportedOn().isAfter(today)) {
            throw ApiException.invalid(InputError.at("/reportedOn", "in_future", input.reportedOn(), today));
        }
        if (input.reportedOn().getYear() < FIRST_YEAR) {
            throw ApiException.invalid(
                    InputError.at("/reportedOn", "out_of_range", LocalDate.of(FIRST_YEAR, 1, 1), today));
        }
        if (origin.meetingBegan() != null && input.reportedOn().isBefore(origin.meetingBegan())) {
            throw ApiException.invalid(
                    InputError.at("/reportedOn", "before_meeting", input.reportedOn(), origin.meetingBegan()));
        }
    }
}
