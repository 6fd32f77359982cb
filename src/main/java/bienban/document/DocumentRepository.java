package bienban.document;

import bienban.place.PlaceRepository;
import bienban.record.Ids;
import bienban.record.LifeStatus;
import bienban.record.Listing;
import bienban.record.RecordKind;
import bienban.record.Rules;
import bienban.record.SortType;
import bienban.security.Scope;
import bienban.shared.ApiException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;

/** Keeps legal documents. */
@ApplicationScoped
public class DocumentRepository implements PanacheRepositoryBase<LegalDocument, UUID> {
    private final PlaceRepository places;
    private final Rules rules;

    DocumentRepository(PlaceRepository places, Rules rules) {
        this.places = places;
        this.rules = rules;
    }

    Listing list(DocumentQuery query, Scope scope) {
        return new Listing(RecordKind.document, "legal_document t join record r on r.id = t.id")
                .sort("issuedOn", SortType.day, "coalesce(date_first(t.issued_on), '0001-01-01')", true)
                .sort("updatedAt", SortType.moment, "r.updated_at", true)
                .seenBy(scope)
                .and("t.type = any(:type)", "type", query.type())
                .and("number_key(t.number) = number_key(:number)", "number", query.number())
                .and("fold(t.title) like '%' || fold(:title) || '%'", "title", query.title())
                .and("fold(t.issuer) like '%' || fold(:issuer) || '%'", "issuer", query.issuer())
                .and("date_last(t.issued_on) >= date_first(:issuedFrom)", "issuedFrom", query.issuedFrom())
                .and("date_first(t.issued_on) <= date_last(:issuedTo)", "issuedTo", query.issuedTo());
    }

    UUID create(DocumentRecord input) {
        var home = rules.homeOf(input.place() == null ? null : input.place().code());
        mustKnow(input);
        var document = new LegalDocument(Ids.next(), rules.statusOfNew(input.status()), home);
        document.take(input);
        persist(document);
        return document.id;
    }

    void replace(UUID id, DocumentRecord input) {
        if (input.place() != null) {
            rules.mayKeep(input.place().code());
            mustKnow(input);
        }
        var document = findById(id);
        var before = document.status;
        document.take(input);
        if (before == LifeStatus.published && document.status != before) {
            mustBeUnused(id);
        }
    }

    private void mustKnow(DocumentRecord input) {
        if (input.place() != null) {
            places.mustKnow(Map.of("/place/code", input.place().code()));
        }
    }

    /** Only what nothing refers to can be deleted. */
    void delete(UUID id) {
        mustBeUnused(id);
        deleteById(id);
    }

    private void mustBeUnused(UUID id) {
        var used = getSession()
                .createNativeQuery(
                        "select exists (select 1 from citation where document_id = :id) or exists (select 1 from"
                                + " directive_basis where document_id = :id)",
                        Boolean.class)
                .setParameter("id", id)
                .getSingleResult();
        if (used) {
            throw ApiException.conflict("still-referred-to", "document", id);
        }
    }
}
