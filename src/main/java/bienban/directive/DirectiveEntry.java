package bienban.directive;

import bienban.document.DocumentLookup;
import bienban.document.DocumentRef;
import bienban.organization.OrganizationLookup;
import bienban.organization.OrganizationRef;
import bienban.record.LifeStatus;
import bienban.record.References;
import bienban.record.References.Wanted;
import bienban.record.Rows;
import bienban.shared.InputError;
import bienban.speaker.SpeakerLookup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.hibernate.Session;

/** Enters directives, those of a whole meeting or a single one. They are given by where they stand in the input. */
@ApplicationScoped
public class DirectiveEntry {
    private final References references;
    private final Rows rows;
    private final Session database;

    DirectiveEntry(References references, Rows rows, Session database) {
        this.references = references;
        this.rows = rows;
        this.database = database;
    }

    /** What a directive needs for itself. */
    public void check(Map<String, DirectiveInput> stated, List<InputError> errors) {
        stated.forEach((pointer, d) -> {
            each(d.legalBasis(), pointer + "/legalBasis", (b, at) -> {
                if (b.id() == null && b.text() == null && (b.type() == null || b.number() == null)) {
                    errors.add(InputError.at(at, "id_or_document"));
                }
            });
            if (d.issuer() != null && d.issuer().id() == null && d.issuer().name() == null) {
                errors.add(InputError.at(pointer + "/issuer", "id_or_name"));
            }
        });
    }

    public void wantedSpeakers(Map<String, DirectiveInput> stated, String place, List<Wanted> wanted) {
        stated.forEach((pointer, d) -> {
            if (d.issuer() != null && d.issuer().type() != IssuerType.organization) {
                wanted.add(SpeakerLookup.wanted(
                        pointer + "/issuer", d.issuer().id(), d.issuer().name(), place));
            }
        });
    }

    public void wantedOrganizations(Map<String, DirectiveInput> stated, String place, List<Wanted> wanted) {
        stated.forEach((pointer, d) -> {
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
    public void wantedDocuments(Map<String, DirectiveInput> stated, String place, List<Wanted> wanted) {
        stated.forEach((pointer, d) -> each(d.legalBasis(), pointer + "/legalBasis", (b, at) -> {
            if (b.id() != null || (b.type() != null && b.number() != null)) {
                wanted.add(DocumentLookup.wanted(
                        at, new DocumentRef(b.id(), b.type(), b.number(), null, b.issuer(), null, null), place));
            }
        }));
    }

    /** Finds or makes all that directives on their own refer to. */
    Found resolve(Map<String, DirectiveInput> stated, String place, LifeStatus status, List<InputError> errors) {
        var speakers = new ArrayList<Wanted>();
        wantedSpeakers(stated, place, speakers);
        var organizations = new ArrayList<Wanted>();
        wantedOrganizations(stated, place, organizations);
        var documents = new ArrayList<Wanted>();
        wantedDocuments(stated, place, documents);
        return new Found(
                byPointer(speakers, references.resolve(new SpeakerLookup(status), speakers, errors)),
                byPointer(organizations, references.resolve(new OrganizationLookup(status), organizations, errors)),
                byPointer(documents, references.resolve(new DocumentLookup(status), documents, errors)));
    }

    /** Makes or replaces the rows of directives, whose id and ordinal are stated. Their progress reports stay. */
    public void write(UUID meeting, Map<String, DirectiveInput> stated, Found found) {
        var list = new ArrayList<Map<String, Object>>();
        var addressees = new ArrayList<Map<String, Object>>();
        var bases = new ArrayList<Map<String, Object>>();
        stated.forEach((pointer, d) -> {
            list.add(row(meeting, d, pointer, found));
            each(d.addressees(), pointer + "/addressees", (a, at) -> {
                var addressee = part(d, at);
                addressee.put("name", a.name());
                addressee.put("role", a.role() == null ? AddresseeRole.lead : a.role());
                addressee.put("organization_id", found.organizations().get(at + "/organization"));
                addressees.add(addressee);
            });
            each(d.legalBasis(), pointer + "/legalBasis", (b, at) -> {
                var basis = part(d, at);
                basis.put("document_id", found.documents().get(at));
                basis.put("text", b.text());
                bases.add(basis);
            });
        });
        var ids = stated.values().stream().map(d -> d.id().toString()).toArray(String[]::new);
        for (var table : List.of("directive_addressee", "directive_basis")) {
            database.createNativeMutationQuery(
                            "delete from " + table + " where directive_id = any(cast(:ids as uuid[]))")
                    .setParameter("ids", ids)
                    .executeUpdate();
        }
        rows.insert(
                "directive",
                list,
                "on conflict (id) do update set meeting_id = excluded.meeting_id, ordinal = excluded.ordinal, text = excluded.text, issuer_speaker_id = excluded.issuer_speaker_id,"
                        + " issuer_organization_id = excluded.issuer_organization_id, due_on = excluded.due_on, due_text = excluded.due_text, topics = excluded.topics");
        rows.insert("directive_addressee", addressees, "");
        rows.insert("directive_basis", bases, "");
    }

    private static Map<String, Object> row(UUID meeting, DirectiveInput d, String pointer, Found found) {
        var row = new LinkedHashMap<String, Object>();
        row.put("id", d.id());
        row.put("meeting_id", meeting);
        row.put("ordinal", d.ordinal());
        row.put("text", d.text());
        row.put("issuer_speaker_id", found.speakers().get(pointer + "/issuer"));
        row.put("issuer_organization_id", found.organizations().get(pointer + "/issuer"));
        row.put("due_on", d.dueOn());
        row.put("due_text", d.dueText());
        row.put("topics", d.topics() == null ? List.of() : d.topics());
        return row;
    }

    private static Map<String, Object> part(DirectiveInput directive, String pointer) {
        var part = new LinkedHashMap<String, Object>();
        part.put("directive_id", directive.id());
        part.put("position", Integer.valueOf(pointer.substring(pointer.lastIndexOf('/') + 1)));
        return part;
    }

    private static <T> void each(List<T> items, String list, BiConsumer<T, String> deed) {
        for (int i = 0; items != null && i < items.size(); i++) {
            deed.accept(items.get(i), list + "/" + i);
        }
    }

    private static Map<String, UUID> byPointer(List<Wanted> wanted, List<UUID> ids) {
        var byPointer = new LinkedHashMap<String, UUID>();
        for (int i = 0; i < wanted.size(); i++) {
            byPointer.put(wanted.get(i).pointer(), ids.get(i));
        }
        return byPointer;
    }

    /** The ids that the references lead to, by where they stand in the input. */
    public record Found(Map<String, UUID> speakers, Map<String, UUID> organizations, Map<String, UUID> documents) {}
}
