package bienban.meeting;

import bienban.place.PlaceRepository;
import bienban.record.Derived;
import bienban.record.Listing;
import bienban.record.RecordKind;
import bienban.record.SortType;
import bienban.security.Scope;
import bienban.shared.Today;
import bienban.shared.Together;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Finds meetings. How they are written is in {@link MeetingEntry}. */
@ApplicationScoped
public class MeetingRepository implements PanacheRepositoryBase<Meeting, UUID> {

    public Listing list(MeetingQuery query, Scope scope) {
        Together.runForward("heldFrom", query.heldFrom(), "heldTo", query.heldTo());
        Together.needs("within", query.within(), "place", query.place());
        return new Listing(RecordKind.meeting, "meeting t join record r on r.id = t.id")
                .sort("heldOn", SortType.day, "t.held_sort", true)
                .sort("updatedAt", SortType.moment, "r.updated_at", true)
                .sort("title", SortType.text, "t.title collate \"vi-x-icu\"", false)
                .seenBy(scope)
                .and("t.status = any(:status)", "status", query.status())
                .and(PlaceRepository.filter("t.place_code", query.within()), "place", query.place())
                .and("t.host_id = any(cast(:host as uuid[]))", "host", query.host())
                .and(
                        "exists (select 1 from meeting_counterpart c where c.meeting_id = t.id and c.organization_id = any(cast(:counterpart as uuid[])))",
                        "counterpart",
                        query.counterpart())
                .and("t.kind = any(:kind)", "kind", query.kind())
                .and("t.term_number = any(:term)", "term", query.term())
                // A date is at most a year wide: the bound on the sort column lets the index skip what is older.
                .and(
                        "t.held_to >= date_first(:heldFrom) and t.held_sort >= date_first(:heldFrom) - 366",
                        "heldFrom",
                        query.heldFrom())
                .and(
                        "t.held_from <= date_last(:heldTo) and t.held_sort <= date_last(:heldTo)",
                        "heldTo",
                        query.heldTo())
                .and(
                        "exists (select 1 from participation a join speaker s on coalesce(s.merged_into, s.id) = a.speaker_id where a.meeting_id = t.id and s.id = any(cast(:speaker as uuid[])))",
                        "speaker",
                        query.speaker())
                .and(
                        "(exists (select 1 from citation c where c.meeting_id = t.id and c.document_id = any(cast(:document as uuid[])))"
                                + " or exists (select 1 from directive d join directive_basis b on b.directive_id = d.id where d.meeting_id = t.id and b.document_id = any(cast(:document as uuid[]))))",
                        "document",
                        query.document())
                .and(
                        "(exists (select 1 from finding f where f.meeting_id = t.id and f.topics && cast(:topic as text[]))"
                                + " or exists (select 1 from directive d where d.meeting_id = t.id and d.topics && cast(:topic as text[])))",
                        "topic",
                        query.topic());
    }

    /** An id that any record has, or had before it was deleted, cannot be given again. */
    boolean isTaken(UUID id) {
        return getSession()
                .createNativeQuery("select exists (select 1 from record where id = :id)", Boolean.class)
                .setParameter("id", id)
                .getSingleResult();
    }

    /** State and timeliness of a meeting's directives today. */
    static Derived progress() {
        return new Derived(
                "(select json_object_agg(d.id, directive_progress_json(d.id, d.due_last, cast(:asOf as date))) from directive d where d.meeting_id = r.id)",
                Today.orElse(null),
                (document, added) -> document.path("directives")
                        .forEach(d -> ((ObjectNode) d)
                                .set("progress", added.get(d.get("id").textValue()))));
    }
}
