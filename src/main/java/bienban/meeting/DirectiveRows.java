package bienban.meeting;

import static bienban.meeting.MeetingEntry.each;

import bienban.directive.DirectiveEntry;
import bienban.directive.DirectiveInput;
import bienban.record.Ids;
import bienban.record.References.Wanted;
import bienban.shared.InputError;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;

/** The directives of a meeting as its parts. Those that stay keep their ids, and so their progress reports. */
@ApplicationScoped
class DirectiveRows {
    private final DirectiveEntry entry;
    private final Session database;

    DirectiveRows(DirectiveEntry entry, Session database) {
        this.entry = entry;
        this.database = database;
    }

    void wantedSpeakers(MeetingRecord input, String place, List<Wanted> wanted) {
        entry.wantedSpeakers(stated(input), place, wanted);
    }

    void wantedOrganizations(MeetingRecord input, String place, List<Wanted> wanted) {
        entry.wantedOrganizations(stated(input), place, wanted);
    }

    void wantedDocuments(MeetingRecord input, String place, List<Wanted> wanted) {
        entry.wantedDocuments(stated(input), place, wanted);
    }

    void check(UUID meeting, MeetingRecord input, List<InputError> errors) {
        var ordinals = new HashSet<Integer>();
        var ids = new HashSet<UUID>();
        each(input.directives(), "/directives", (d, pointer) -> {
            if (!ordinals.add(d.ordinal() == null ? ordinalOf(pointer) : d.ordinal())) {
                errors.add(InputError.at(pointer + "/ordinal", "listed_twice", d.ordinal()));
            }
            if (d.id() != null && !ids.add(d.id())) {
                errors.add(InputError.at(pointer + "/id", "listed_twice", d.id()));
            }
        });
        entry.check(stated(input), errors);
        ObservationRows.foreign(database, "directive", meeting, ids)
                .forEach(id -> each(input.directives(), "/directives", (d, pointer) -> {
                    if (id.equals(d.id())) {
                        errors.add(InputError.at(pointer + "/id", "of_another_meeting", id));
                    }
                }));
    }

    void replace(UUID meeting, MeetingRecord input, MeetingEntry.Found found) {
        var stated = new LinkedHashMap<String, DirectiveInput>();
        each(
                input.directives(),
                "/directives",
                (d, pointer) -> stated.put(
                        pointer,
                        d.numbered(
                                d.id() == null ? Ids.next() : d.id(),
                                d.ordinal() == null ? ordinalOf(pointer) : d.ordinal())));
        database.createNativeMutationQuery(
                        "delete from directive where meeting_id = :meeting and id <> all(cast(:kept as uuid[]))")
                .setParameter("meeting", meeting)
                .setParameter(
                        "kept",
                        stated.values().stream().map(d -> d.id().toString()).toArray(String[]::new))
                .executeUpdate();
        entry.write(
                meeting, stated, new DirectiveEntry.Found(found.speakers(), found.organizations(), found.documents()));
    }

    private static Map<String, DirectiveInput> stated(MeetingRecord input) {
        var stated = new LinkedHashMap<String, DirectiveInput>();
        each(input.directives(), "/directives", (d, pointer) -> stated.put(pointer, d));
        return stated;
    }

    /** Items without a number of their own are counted from one. */
    private static int ordinalOf(String pointer) {
        return Integer.parseInt(pointer.substring(pointer.lastIndexOf('/') + 1)) + 1;
    }
}
