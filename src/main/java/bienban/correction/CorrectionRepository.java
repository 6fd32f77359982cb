package bienban.correction;

import bienban.place.PlaceRepository;
import bienban.record.Ids;
import bienban.record.Listing;
import bienban.record.SortType;
import bienban.security.Caller;
import bienban.shared.Together;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Keeps what readers report, and what became of it. */
@ApplicationScoped
class CorrectionRepository {
    private static final String LISTED =
            "correction t join correction_document r on r.id = t.id join record m on m.id = t.meeting_id";

    private final Session database;
    private final Caller caller;

    CorrectionRepository(Session database, Caller caller) {
        this.database = database;
        this.caller = caller;
    }

    /** The corrections of meetings that the caller keeps. */
    private Listing list(List<CorrectionState> state) {
        return new Listing(LISTED)
                .sort("createdAt", SortType.moment, "t.created_at", true)
                .with(caller.scope().parameters())
                .and(caller.scope().holds("m.home_code"))
                .and("t.state = any(:state)", "state", state);
    }

    Listing list(CorrectionQuery query) {
        Together.needs("within", query.within(), "place", query.place());
        return list(query.state()).and(PlaceRepository.filter("m.place_code", query.within()), "place", query.place());
    }

    Listing of(String meeting, List<CorrectionState> state) {
        return list(state).and("m.kind = 'meeting' and m.key = :meeting", "meeting", meeting);
    }

    /** As anyone sees it who knows the id, and whole for reviewers of the place. */
    Optional<String> find(UUID id, boolean reviewer) {
        var scope = caller.scope();
        var query = database.createNativeQuery(
                        "select cast(correction_json(c, "
                                + (reviewer ? scope.holds("m.home_code") + " is true" : "false")
                                + ") as text) from correction c join record m on m.id = c.meeting_id where c.id = :id",
                        String.class)
                .setParameter("id", id);
        if (reviewer) {
            scope.parameters().forEach(query::setParameter);
        }
        return query.getResultStream().findFirst();
    }

    /** The version of a meeting that is spoken of, with the meeting's id; a draft can only be spoken of as it is now. */
    Optional<Spoken> spokenOf(String meeting, Integer version) {
        return database.createNativeQuery(
                        "select r.id, h.version, h.document from record r join record_history h on h.id = r.id"
                                + " where r.kind = 'meeting' and r.key = :key and h.version = coalesce(cast(:version as integer), r.version)"
                                + " and (h.status = 'published' or h.version = r.version)",
                        Tuple.class)
                .setParameter("key", meeting)
                .setParameter("version", version == null ? null : version.toString())
                .getResultStream()
                .findFirst()
                .map(row -> new Spoken(row.get(0, UUID.class), row.get(1, Integer.class), row.get(2, String.class)));
    }

    /** Those who file take turns, so that each sees what the earlier ones have filed. */
    void takeTurn() {
        database.createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtext('correction'), 0) as text)", String.class)
                .getSingleResult();
    }

    /** How many corrections of the meeting wait, and how many came from the address within the hour. */
    Load load(UUID meeting, String address) {
        var row = database.createNativeQuery(
                        "select (select count(*) from correction where meeting_id = :meeting and state = 'open'),"
                                + " (select count(*) from correction_sender where sender = text_hash(:address || (select cast(id as text) from instance))"
                                + " and filed_at > now() - interval '1 hour')",
                        Tuple.class)
                .setParameter("meeting", meeting)
                .setParameter("address", address)
                .getSingleResult();
        return new Load(row.get(0, Long.class), row.get(1, Long.class));
    }

    /** Counts the address, and forgets those of more than an hour ago. */
    void count(String address) {
        database.createNativeMutationQuery(
                        "with old as (delete from correction_sender where filed_at < now() - interval '1 hour')"
                                + " insert into correction_sender (sender) values (text_hash(:address || (select cast(id as text) from instance)))")
                .setParameter("address", address)
                .executeUpdate();
    }

    UUID add(Spoken spoken, CorrectionInput input) {
        var id = Ids.next();
        database.createNativeMutationQuery(
                        "insert into correction (id, meeting_id, meeting_version, pointer, text, right_value, source_url, contact)"
                                + " values (:id, :meeting, :version, cast(:pointer as text), :text, cast(:right as text), cast(:source as text), cast(:contact as text))")
                .setParameter("id", id)
                .setParameter("meeting", spoken.meeting())
                .setParameter("version", spoken.version())
                .setParameter("pointer", input.pointer())
                .setParameter("text", input.text())
                .setParameter("right", input.rightValue())
                .setParameter("source", input.source())
                .setParameter("contact", input.contact())
                .executeUpdate();
        return id;
    }

    /** Locks a correction of a meeting that the caller keeps until the transaction ends. */
    Optional<Waiting> lock(UUID id) {
        var scope = caller.scope();
        var query = database.createNativeQuery(
                        "select c.state, c.meeting_version, m.version from correction c join record m on m.id = c.meeting_id"
                                + " where c.id = :id and " + scope.holds("m.home_code") + " for update of c",
                        Tuple.class)
                .setParameter("id", id);
        scope.parameters().forEach(query::setParameter);
        return query.getResultStream()
                .findFirst()
                .map(row -> new Waiting(
                        CorrectionState.valueOf(row.get(0, String.class)),
                        row.get(1, Integer.class),
                        row.get(2, Integer.class)));
    }

    void decide(UUID id, CorrectionState state, String note, Integer version) {
        database.createNativeMutationQuery(
                        "update correction set state = :state, note = :note, fixed_in = cast(:version as integer),"
                                + " decided_by = :by, decided_at = now() where id = :id")
                .setParameter("state", state.name())
                .setParameter("note", note)
                .setParameter("version", version == null ? null : version.toString())
                .setParameter("by", caller.subject())
                .setParameter("id", id)
                .executeUpdate();
    }

    /** The version of a meeting that a correction speaks of. */
    record Spoken(UUID meeting, int version, String document) {}

    record Load(long open, long lately) {}

    /** A correction, the version it speaks of, and the meeting's version now. */
    record Waiting(CorrectionState state, int spokenOf, int now) {}
}
