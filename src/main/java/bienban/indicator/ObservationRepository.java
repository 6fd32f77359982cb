package bienban.indicator;

import bienban.place.PlaceRepository;
import bienban.record.Derived;
import bienban.record.Ids;
import bienban.record.Life;
import bienban.record.LifeStatus;
import bienban.record.Listing;
import bienban.record.RecordKind;
import bienban.record.Rules;
import bienban.record.SortType;
import bienban.security.Scope;
import bienban.shared.ApiException;
import bienban.shared.InputError;
import bienban.shared.StrictJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;

/** Finds observations, and keeps them one by one; those of a meeting are also written with it. */
@ApplicationScoped
public class ObservationRepository {
    /** What {@code include=indicator} adds. */
    static final Derived CATALOGUE_ENTRY = new Derived(
            "(select indicator_entry(i) from observation o join indicator i on i.code = o.indicator_code where o.id = r.id)",
            Map.of(),
            (document, added) -> document.set("catalogueEntry", added));

    private static final String WITH_PARTS =
            "t.indicator_code in (with recursive down as (select unnest(cast(:indicator as text[])) as code"
                    + " union select i.code from indicator i join down on i.parent_code = down.code) select code from down)";

    private static final String UUID_TEXT = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private final ObservationEntry entry;
    private final PlaceRepository places;
    private final Life life;
    private final Session database;
    private final Rules rules;

    ObservationRepository(ObservationEntry entry, PlaceRepository places, Life life, Session database, Rules rules) {
        this.rules = rules;
        this.entry = entry;
        this.places = places;
        this.life = life;
        this.database = database;
    }

    public Listing list(ObservationQuery query, Scope scope) {
        return new Listing(RecordKind.observation, "observation t join record r on r.id = t.id")
                .sort("period", SortType.day, "t.period_sort", true)
                .sort("updatedAt", SortType.moment, "r.updated_at", true)
                .seenBy(scope)
                .and("t.status = any(:status)", "status", query.status())
                .and(
                        Boolean.TRUE.equals(query.indicatorSubtree())
                                ? WITH_PARTS
                                : "t.indicator_code = any(:indicator)",
                        "indicator",
                        query.indicator())
                .and(PlaceRepository.filter("t.place_code", query.within()), "place", query.place())
                // The bound on the sort column lets the index skip what is older.
                .and(
                        "t.period_from <= period_last(:period) and t.period_to >= period_first(:period) and t.period_sort >= period_first(:period)",
                        "period",
                        query.period())
                .and("t.kind = any(:kind)", "kind", query.kind())
                .and("t.flags && cast(:flag as text[]) and t.flags <> '{}'", "flag", query.flag())
                .and("t.meeting_id = any(cast(:meeting as uuid[]))", "meeting", query.meeting())
                .and("t.estimated = :estimated", "estimated", query.estimated());
    }

    UUID create(ObservationRecord input) {
        var id = Ids.next();
        Life.mayBegin(input.status());
        var origin = new Origin(null, 0, rules.statusOfNew(input.status()));
        write(id, input, origin);
        return id;
    }

    void replace(UUID id, ObservationRecord input) {
        var origin = originOf(id);
        // A figure of a meeting lives and goes with it.
        if (origin.meeting() != null
                || !life.purges(
                        Life.Step.of(RecordKind.observation, id, origin.status(), input.status()),
                        input.retraction())) {
            write(id, input, origin);
        }
    }

    /** Takes over a figure of no meeting that another instance keeps, with the id and the status that it has there. */
    public void mirror(UUID id, ObservationRecord input) {
        write(id, input, new Origin(null, 0, input.status()));
    }

    public void delete(UUID id) {
        var meeting = originOf(id).meeting();
        if (meeting != null) {
            throw ApiException.conflict("belongs-to-meeting", id, meeting);
        }
        database.createNativeMutationQuery("delete from observation where id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    /** Whoever changes a figure of a meeting changes the meeting: in the order of one who writes the meeting, so that neither waits for the other in a circle. */
    void lockMeetingOf(String key) {
        if (StrictJson.isStorable(key)) {
            database.createNativeQuery(
                            "select m.id from record m where m.id = (select o.meeting_id from observation o join record r on r.id = o.id"
                                    + " where r.kind = 'observation' and r.key = :key) for update",
                            UUID.class)
                    .setParameter("key", key)
                    .getResultList();
        }
    }

    private Origin originOf(UUID id) {
        var row = database.createNativeQuery(
                        "select meeting_id, position, status from observation where id = :id", Tuple.class)
                .setParameter("id", id)
                .getSingleResult();
        return new Origin(
                row.get(0, UUID.class), row.get(1, Integer.class), LifeStatus.valueOf(row.get(2, String.class)));
    }

    private void write(UUID id, ObservationRecord input, Origin origin) {
        if (origin.meeting() == null) {
            rules.mayKeep(input.place().code());
        }
        var errors = new ArrayList<>(
                places.unknown(Map.of("/place/code", input.place().code())));
        entry.check(input, "", errors);
        if (input.indicator() != null) {
            errors.addAll(entry.unknownIndicators(Map.of("/indicator", input.indicator())));
        }
        if (origin.meeting() != null && input.status() != null && input.status() != origin.status()) {
            errors.add(InputError.at("/status", "status_of_meeting", origin.meeting()));
        }
        var parent = parent(id, input.parent(), origin, errors);
        if (!errors.isEmpty()) {
            throw ApiException.invalid(errors);
        }
        var row = entry.row(id, input, parent, input.place().code());
        row.put("meeting_id", origin.meeting());
        row.put("position", origin.position());
        row.put("status", input.status() == null ? origin.status() : input.status());
        entry.upsert(List.of(row));
    }

    /** A part and its whole are stated in one place: the same meeting, or none. */
    private UUID parent(UUID id, String stated, Origin origin, List<InputError> errors) {
        if (stated == null) {
            return null;
        }
        var above = stated.matches(UUID_TEXT) ? above(UUID.fromString(stated), origin.meeting()) : List.<UUID>of();
        if (above.contains(id)) {
            errors.add(InputError.at("/parent", "part_of_itself"));
        } else if (above.isEmpty()) {
            errors.add(InputError.at("/parent", "unknown_reference", "observation", stated));
        }
        return above.isEmpty() ? null : UUID.fromString(stated);
    }

    /** The observation and all that it is a part of; none if it stands elsewhere. */
    private List<UUID> above(UUID id, UUID meeting) {
        var seenAlone = "o.meeting_id is null and " + rules.scope().visible("o.status", "o.place_code");
        var query = database.createNativeQuery(
                        "with recursive up as (select o.id, o.parent_id from observation o where o.id = :id and "
                                + (meeting == null ? seenAlone : "o.meeting_id = :meeting")
                                + " union select o.id, o.parent_id from observation o join up on o.id = up.parent_id) select id from up",
                        UUID.class)
                .setParameter("id", id);
        if (meeting != null) {
            query.setParameter("meeting", meeting);
        } else {
            rules.scope().bind(query);
        }
        return query.getResultList();
    }

    /** Where a figure stands: in a meeting, at a position, or in none. */
    private record Origin(UUID meeting, int position, LifeStatus status) {}
}
