package bienban.meeting;

import static bienban.meeting.MeetingEntry.each;
import static bienban.meeting.MeetingParts.orEmpty;

import bienban.indicator.ObservationEntry;
import bienban.record.Ids;
import bienban.shared.InputError;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;

/** The rows of a meeting's observations. Those that stay keep their ids. */
@ApplicationScoped
class ObservationRows {
    private final ObservationEntry observations;
    private final Session database;

    ObservationRows(ObservationEntry observations, Session database) {
        this.observations = observations;
        this.database = database;
    }

    void check(UUID meeting, MeetingRecord input, List<InputError> errors) {
        var ids = new HashSet<UUID>();
        var indicators = new LinkedHashMap<String, String>();
        each(input.observations(), "/observations", (o, pointer) -> {
            if (o.id() != null && !ids.add(o.id())) {
                errors.add(InputError.at(pointer + "/id", "listed_twice", o.id()));
            }
            if (o.indicator() != null) {
                indicators.put(pointer + "/indicator", o.indicator());
            }
            observations.check(o, pointer, errors);
        });
        errors.addAll(observations.unknownIndicators(indicators));
        foreign(database, "observation", meeting, ids)
                .forEach(id -> each(input.observations(), "/observations", (o, pointer) -> {
                    if (id.equals(o.id())) {
                        errors.add(InputError.at(pointer + "/id", "of_another_meeting", id));
                    }
                }));
        checkParents(input, ids, errors);
    }

    private static void checkParents(MeetingRecord input, Collection<UUID> ids, List<InputError> errors) {
        var count = orEmpty(input.observations()).size();
        each(input.observations(), "/observations", (o, pointer) -> {
            var parent = o.parent();
            if (parent == null) {
                return;
            }
            var position = parent.matches("/observations/\\d{1,4}") ? Integer.parseInt(parent.substring(14)) : -1;
            var isPart = position >= 0
                    ? position < count
                    : ids.stream().anyMatch(id -> id.toString().equals(parent));
            if (!isPart) {
                errors.add(InputError.at(pointer + "/parent", "unknown_reference", "observation", parent));
            }
        });
        if (errors.isEmpty()) {
            checkCycles(input, errors);
        }
    }

    private static void checkCycles(MeetingRecord input, List<InputError> errors) {
        var parents = new HashMap<String, String>();
        each(input.observations(), "/observations", (o, pointer) -> {
            if (o.parent() != null) {
                parents.put(nameOf(o.id(), pointer), o.parent());
                if (o.id() != null) {
                    parents.put(pointer, o.parent());
                }
            }
        });
        each(input.observations(), "/observations", (o, pointer) -> {
            var seen = new HashSet<String>();
            for (var at = o.parent(); at != null; at = parents.get(at)) {
                if (at.equals(pointer) || (o.id() != null && at.equals(o.id().toString()))) {
                    errors.add(InputError.at(pointer + "/parent", "part_of_itself"));
                    return;
                }
                if (!seen.add(at)) {
                    return;
                }
            }
        });
    }

    private static String nameOf(UUID id, String pointer) {
        return id == null ? pointer : id.toString();
    }

    void replace(Meeting meeting, MeetingRecord input) {
        var ids = new ArrayList<UUID>();
        each(input.observations(), "/observations", (o, pointer) -> ids.add(o.id() == null ? Ids.next() : o.id()));
        var rows = new ArrayList<Map<String, Object>>();
        each(input.observations(), "/observations", (o, pointer) -> {
            var position = rows.size();
            var parent = o.parent() == null
                    ? null
                    : o.parent().startsWith("/")
                            ? ids.get(Integer.parseInt(o.parent().substring(14)))
                            : UUID.fromString(o.parent());
            var row = observations.row(
                    ids.get(position),
                    o,
                    parent,
                    o.place() == null ? meeting.placeCode : o.place().code());
            row.put("meeting_id", meeting.id);
            row.put("position", position);
            rows.add(row);
        });
        database.createNativeMutationQuery(
                        "delete from observation where meeting_id = :meeting and id <> all(cast(:kept as uuid[]))")
                .setParameter("meeting", meeting.id)
                .setParameter("kept", ids.stream().map(UUID::toString).toArray(String[]::new))
                .executeUpdate();
        observations.upsert(rows);
    }

    /**
     * Those of the ids that belong to something else already: of the given table, in another meeting, or records of another
     * kind. An instance that owns the meeting may have back what it owned before.
     */
    static List<UUID> foreign(Session database, String table, UUID meeting, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return database
                .createNativeQuery(
                        "select r.id from record r where r.id = any(cast(:ids as uuid[]))"
                                + " and not exists (select 1 from " + table
                                + " t where t.id = r.id and t.meeting_id = :meeting)"
                                + " and not exists (select 1 from record_origin m join record_origin p on p.instance = m.instance"
                                + " where m.record_id = :meeting and p.record_id = r.id)",
                        UUID.class)
                .setParameter("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .setParameter("meeting", meeting)
                .getResultList()
                .stream()
                .toList();
    }
}
