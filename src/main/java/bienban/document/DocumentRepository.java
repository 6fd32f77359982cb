package bienban.document;

import bienban.place.PlaceRepository;
import bienban.record.Entering;
import bienban.record.Ids;
import bienban.record.Life;
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
public class DocumentRepository implements PanacheRepositoryBase<LegalDocument, UUID>, Entering<DocumentRecord> {
    private final PlaceRepository places;
    private final Rules rules;
    private final Life life;

    DocumentRepository(PlaceRepository places, Rules rules, Life life) {
        this.life = life;
        this.places = places;
        this.rules = rules;
    }

    public Listing list(DocumentQuery query, Scope scope) {
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
        var id = Ids.next();
        enter(id, input);
        return id;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.document;
    }

    @Override
    public Class<DocumentRecord> input() {
        return DocumentRecord.class;
    }

    @Override
    public LifeStatus statusOf(DocumentRecord input) {
        return input.status();
    }

    @Override
    public void enter(UUID id, DocumentRecord input) {
        Life.mayBegin(input.status());
        var home = rules.homeOf(input.place() == null ? null : input.place().code());
        mustKnow(input);
        var document = new LegalDocument(id, rules.statusOfNew(input.status()), home);
        document.take(input);
        persist(document);
    }

    @Override
    public void replace(UUID id, DocumentRecord input) {
        if (input.place() != null) {
            rules.mayKeep(input.place().code());
            mustKnow(input);
        }
        var document = findById(id);
        var step = Life.Step.of(RecordKind.document, id, document.status, input.status());
        if (step.takesAway(input.retraction())) {
            mustBeUnused(id);
        }
        if (!life.purges(step, input.retraction())) {
            document.take(input);
        }
    }

    private void mustKnow(DocumentRecord input) {
        if (input.place() != null) {
            places.mustKnow(Map.of("/place/code", input.place().code()));
        }
    }

    /** Takes over what another instance keeps, with the id and the status that it has there. */
    public void mirror(UUID id, DocumentRecord input) {
        var document = findByIdOptional(id).orElseGet(() -> new LegalDocument(id, LifeStatus.published, null));
        mustKnow(input);
        document.placeCode = null;
        document.take(input);
        persist(document);
    }

    /** Only what nothing refers to can be deleted. */
    public void delete(UUID id) {
        mustBeUnused(id);
        deleteById(id);
    }

    private void mustBeUnused(UUID id) {
        var used = getSession()
                .createNativeQuery(
                        "select exists (select 1 from citation where document_id = :id) or exists (select 1 from directive_basis where document_id = :id)",
                        Boolean.class)
                .setParameter("id", id)
                .getSingleResult();
        if (used) {
            throw ApiException.conflict("still-referred-to", "document", id);
        }
    }
}
