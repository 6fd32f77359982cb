package bienban.directive;

import bienban.place.PlaceRepository;
import bienban.record.Derived;
import bienban.record.Listing;
import bienban.record.RecordKind;
import bienban.record.SortType;
import bienban.security.Scope;
import bienban.shared.Today;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Finds directives over all meetings, and the reports on their progress. */
@ApplicationScoped
public class DirectiveRepository {
    /** Joined only where it is asked about: it reads the reports of every directive that is left. */
    static final String STATE = " cross join lateral directive_state(t.id, t.due_last, cast(:asOf as date)) s";

    private final Session database;

    DirectiveRepository(Session database) {
        this.database = database;
    }

    public Listing list(DirectiveQuery query, Scope scope) {
        var from = "directive t join record r on r.id = t.id" + (query.asksForProgress() ? STATE : "");
        return filtered(from, query, scope, query.asksForProgress())
                .sort("heldOn", SortType.day, "t.held_sort", true)
                .sort("dueOn", SortType.day, "t.due_sort", false)
                .sort("updatedAt", SortType.moment, "r.updated_at", true);
    }

    static Listing filtered(String from, DirectiveQuery query, Scope scope, boolean withState) {
        var listing = new Listing(RecordKind.directive, from)
                .seenBy(scope, "t.place_code")
                .and("t.status = any(:status)", "status", query.status())
                .and(
                        "(t.issuer_organization_id = any(cast(:issuer as uuid[])) or t.issuer_speaker_id in"
                                + " (select coalesce(s.merged_into, s.id) from speaker s where s.id = any(cast(:issuer as uuid[]))))",
                        "issuer",
                        query.issuer())
                .and(
                        "exists (select 1 from directive_addressee a where a.directive_id = t.id and (cast(a.organization_id as text) = any(:addressee)"
                                + " or exists (select 1 from unnest((select array_agg(fold(x.part)) from unnest(cast(:addressee as text[])) x(part))) w(part)"
                                + " where strpos(a.folded, w.part) > 0)))",
                        "addressee",
                        query.addressee())
                .and("t.topics && cast(:topic as text[])", "topic", query.topic())
                .and(
                        "exists (select 1 from directive_basis b where b.directive_id = t.id and b.document_id = any(cast(:document as uuid[])))",
                        "document",
                        query.document())
                .and(PlaceRepository.filter("t.place_code", query.within()), "place", query.place())
                .and("t.meeting_id = any(cast(:meeting as uuid[]))", "meeting", query.meeting())
                // A date is at most a year wide: the bound on the sort column lets the index skip the rest.
                .and("t.due_last >= date_first(:dueFrom)", "dueFrom", query.dueFrom())
                .and(
                        "date_first(t.due_on) <= date_last(:dueTo) and t.due_last <= date_last(:dueTo) + 366",
                        "dueTo",
                        query.dueTo())
                .and(
                        "t.held_sort >= date_first(:heldFrom) - 366 and exists (select 1 from meeting m where m.id = t.meeting_id and m.held_to >= date_first(:heldFrom))",
                        "heldFrom",
                        query.heldFrom())
                .and(
                        "t.held_sort <= date_last(:heldTo) and exists (select 1 from meeting m where m.id = t.meeting_id and m.held_from <= date_last(:heldTo))",
                        "heldTo",
                        query.heldTo());
        if (withState) {
            listing.with("asOf", Today.orElse(query.asOf()))
                    .and("s.state = any(:state)", "state", query.state())
                    // What the deadline alone decides is decided first, from the directive's own row.
                    .and(
                            "s.timeliness = any(:timeliness) and case when t.due_last is null then 'no_deadline' = any(:timeliness)"
                                    + " when t.due_last < cast(:asOf as date) then cast(:timeliness as text[]) && array['overdue', 'on_time', 'late']"
                                    + " else cast(:timeliness as text[]) && array['not_due', 'on_time', 'late'] end",
                            "timeliness",
                            query.timeliness());
        }
        return listing;
    }

    /** State and timeliness on a day. */
    static Derived progress(LocalDate asOf) {
        return new Derived(
                "(select directive_progress_json(d.id, d.due_last, cast(:asOf as date)) from directive d where d.id = r.id)",
                Today.orElse(asOf),
                (document, added) -> document.set("progress", added));
    }

    Listing reports(String directive) {
        return new Listing(
                        RecordKind.directive, "directive_progress t join directive_progress_document r on r.id = t.id")
                .sort("reportedOn", SortType.day, "t.reported_on", true)
                .and("t.directive_id = cast(:directive as uuid)", "directive", directive);
    }

    /** One report on the progress of a directive, as JSON. */
    Optional<String> report(String directive, UUID id) {
        return database.createNativeQuery(
                        "select r.document from directive_progress t join directive_progress_document r on r.id = t.id"
                                + " where t.id = :id and cast(t.directive_id as text) = :directive",
                        String.class)
                .setParameter("id", id)
                .setParameter("directive", directive)
                .getResultStream()
                .findFirst();
    }

    /** What a directive has from its meeting. */
    Origin origin(UUID directive) {
        var row = database.createNativeQuery(
                        "select d.meeting_id, d.place_code, d.status, d.ordinal, m.held_from"
                                + " from directive d join meeting m on m.id = d.meeting_id where d.id = :id",
                        Tuple.class)
                .setParameter("id", directive)
                .getSingleResult();
        return new Origin(
                row.get(0, UUID.class),
                row.get(1, String.class),
                row.get(2, String.class),
                row.get(3, Integer.class),
                row.get(4, LocalDate.class));
    }

    /** A meeting is locked before its parts, so that nobody who writes it whole waits the other way round. */
    void lockMeetingOf(UUID directive) {
        database.createNativeQuery(
                        "select r.version from record r where r.id = (select d.meeting_id from directive d where d.id = :id) for update",
                        Integer.class)
                .setParameter("id", directive)
                .getResultList();
    }

    record Origin(UUID meeting, String place, String status, int ordinal, LocalDate meetingBegan) {}
}
