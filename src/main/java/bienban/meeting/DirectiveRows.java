package bienban.meeting;

import static bienban.meeting.MeetingEntry.each;
import static bienban.meeting.MeetingParts.orEmpty;

import bienban.directive.AddresseeRole;
import bienban.directive.DirectiveInput;
import bienban.directive.IssuerType;
import bienban.document.DocumentLookup;
import bienban.document.DocumentRef;
import bienban.organization.OrganizationLookup;
import bienban.organization.OrganizationRef;
import bienban.record.Ids;
import bienban.record.References.Wanted;
import bienban.record.Rows;
import bienban.shared.InputError;
import bienban.speaker.SpeakerLookup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;

/** The rows of a meeting's directives. Those that stay keep their ids, and so their progress reports. */
@ApplicationScoped
class DirectiveRows {
    private final Rows rows;
    private final Session database;

    DirectiveRows(Rows rows, Session database) {
        this.rows = rows;
        this.database = database;
    }

    void wantedSpeakers(MeetingRecord input, String place, List<Wanted> wanted) {
        each(input.directives(), "/directives", (d, pointer) -> {
            if (d.issuer() != null && d.issuer().type() != IssuerType.organization) {
                wanted.add(SpeakerLookup.wanted(
                        pointer + "/issuer", d.issuer().id(), d.issuer().name(), place));
            }
        });
    }

    void wantedOrganizations(MeetingRecord input, String place, List<Wanted> wanted) {
        each(input.directives(), "/directives", (d, pointer) -> {
            if (d.issuer() != null && d.issuer().type() == IssuerType.organization) {
                wanted.add(OrganizationLookup.wanted(
                        pointer + "/issuer",
                        new OrganizationRef(d.issuer().id(), d.issuer().name(), null),
                        place));
            }
            each(d.addressees(), pointer + "/addressees", (a, at) -> {
                if (a.organization() != null) {
                    wanted.add(OrganizationLookup.wanted(
                            at + "/organization", new OrganizationRef(a.organization(), null, null), place));
                }
            });
        });
    }

    /** A basis that names a document refers to it; one that has only words keeps them. */
    void wantedDocuments(MeetingRecord input, List<Wanted> wanted) {
        each(
                input.directives(),
                "/directives",
                (d, pointer) -> each(d.legalBasis(), pointer + "/legalBasis", (b, at) -> {
                    if (b.id() != null || (b.type() != null && b.number() != null)) {
                        wanted.add(DocumentLookup.wanted(
                                at, new DocumentRef(b.id(), b.type(), b.number(), null, b.issuer(), null, null)));
                    }
                }));
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
            each(d.legalBasis(), pointer + "/legalBasis", (b, at) -> {
                if (b.id() == null && b.text() == null && (b.type() == null || b.number() == null)) {
                    errors.add(InputError.at(at, "id_or_document"));
                }
            });
            if (d.issuer() != null && d.issuer().id() == null && d.issuer().name() == null) {
                errors.add(InputError.at(pointer + "/issuer", "id_or_name"));
            }
        });
        ObservationRows.foreign(database, "directive", meeting, ids)
                .forEach(id -> each(input.directives(), "/directives", (d, pointer) -> {
                    if (id.equals(d.id())) {
                        errors.add(InputError.at(pointer + "/id", "of_another_meeting", id));
                    }
                }));
    }

    void replace(UUID meeting, MeetingRecord input, MeetingEntry.Found found) {
        var list = new ArrayList<Map<String, Object>>();
        var addressees = new ArrayList<Map<String, Object>>();
        var bases = new ArrayList<Map<String, Object>>();
        each(input.directives(), "/directives", (d, pointer) -> {
            var row = row(meeting, d, pointer, found);
            list.add(row);
            each(d.addressees(), pointer + "/addressees", (a, at) -> {
                var addressee = part(row, at);
                addressee.put("name", a.name());
                addressee.put("role", a.role() == null ? AddresseeRole.lead : a.role());
                addressee.put("organization_id", found.organizations().get(at + "/organization"));
                addressees.add(addressee);
            });
            each(d.legalBasis(), pointer + "/legalBasis", (b, at) -> {
                var basis = part(row, at);
                basis.put("document_id", found.documents().get(at));
                basis.put("text", b.text());
                bases.add(basis);
            });
        });
        var kept = list.stream().map(r -> r.get("id").toString()).toArray(String[]::new);
        database.createNativeMutationQuery(
                        "delete from directive where meeting_id = :meeting and id <> all(cast(:kept as uuid[]))")
                .setParameter("meeting", meeting)
                .setParameter("kept", kept)
                .executeUpdate();
        for (var table : List.of("directive_addressee", "directive_basis")) {
            database.createNativeMutationQuery(
                            "delete from " + table + " where directive_id = any(cast(:kept as uuid[]))")
                    .setParameter("kept", kept)
                    .executeUpdate();
        }
        rows.insert(
                "directive",
                list,
                "on conflict (id) do update set ordinal = excluded.ordinal, text = excluded.text, issuer_speaker_id = excluded.issuer_speaker_id,"
                        + " issuer_organization_id = excluded.issuer_organization_id, due_on = excluded.due_on, due_text = excluded.due_text, topics = excluded.topics");
        rows.insert("directive_addressee", addressees, "");
        rows.insert("directive_basis", bases, "");
    }

    private static Map<String, Object> row(UUID meeting, DirectiveInput d, String pointer, MeetingEntry.Found found) {
        var row = new LinkedHashMap<String, Object>();
        row.put("id", d.id() == null ? Ids.next() : d.id());
        row.put("meeting_id", meeting);
        row.put("ordinal", d.ordinal() == null ? ordinalOf(pointer) : d.ordinal());
        row.put("text", d.text());
        row.put("issuer_speaker_id", found.speakers().get(pointer + "/issuer"));
        row.put("issuer_organization_id", found.organizations().get(pointer + "/issuer"));
        row.put("due_on", d.dueOn());
        row.put("due_text", d.dueText());
        row.put("topics", orEmpty(d.topics()));
        return row;
    }

    private static Map<String, Object> part(Map<String, Object> directive, String pointer) {
        var part = new LinkedHashMap<String, Object>();
        part.put("directive_id", directive.get("id"));
        part.put("position", ordinalOf(pointer) - 1);
        return part;
    }

    /** Items without a number of their own are counted from one. */
    private static int ordinalOf(String pointer) {
        return Integer.parseInt(pointer.substring(pointer.lastIndexOf('/') + 1)) + 1;
    }
}
