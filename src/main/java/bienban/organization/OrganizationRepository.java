package bienban.organization;

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

/** Keeps organizations. */
@ApplicationScoped
public class OrganizationRepository implements PanacheRepositoryBase<Organization, UUID>, Entering<OrganizationRecord> {
    private final PlaceRepository places;
    private final Rules rules;
    private final Life life;

    OrganizationRepository(PlaceRepository places, Rules rules, Life life) {
        this.life = life;
        this.rules = rules;
        this.places = places;
    }

    public Listing list(OrganizationQuery query, Scope scope) {
        return new Listing(RecordKind.organization, "organization t join record r on r.id = t.id")
                .sort("name", SortType.text, "t.name collate \"vi-x-icu\"", false)
                .sort("updatedAt", SortType.moment, "r.updated_at", true)
                .seenBy(scope)
                .and("fold(t.name) like '%' || fold(:name) || '%'", "name", query.name())
                .and("t.kind = any(:kind)", "kind", query.kind())
                .and(PlaceRepository.filter("t.place_code", query.within()), "place", query.place());
    }

    UUID create(OrganizationRecord input) {
        var id = Ids.next();
        enter(id, input);
        return id;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.organization;
    }

    @Override
    public Class<OrganizationRecord> input() {
        return OrganizationRecord.class;
    }

    @Override
    public LifeStatus statusOf(OrganizationRecord input) {
        return input.status();
    }

    @Override
    public void enter(UUID id, OrganizationRecord input) {
        Life.mayBegin(input.status());
        var organization = new Organization(id, rules.statusOfNew(input.status()));
        write(organization, input);
        persist(organization);
    }

    @Override
    public void replace(UUID id, OrganizationRecord input) {
        var organization = findById(id);
        var step = Life.Step.of(RecordKind.organization, id, organization.status, input.status());
        if (step.takesAway(input.retraction())) {
            mustBeUnused(id);
        }
        if (!life.purges(step, input.retraction())) {
            write(organization, input);
        }
    }

    /** Takes over what another instance keeps, with the id and the status that it has there. */
    public void mirror(UUID id, OrganizationRecord input) {
        var organization = findByIdOptional(id).orElseGet(() -> new Organization(id, LifeStatus.published));
        write(organization, input);
        persist(organization);
    }

    private void write(Organization organization, OrganizationRecord input) {
        rules.mayKeep(input.place() == null ? null : input.place().code());
        if (input.place() != null) {
            places.mustKnow(Map.of("/place/code", input.place().code()));
        }
        organization.take(input);
    }

    /** Only what nothing refers to can be deleted. */
    public void delete(UUID id) {
        mustBeUnused(id);
        deleteById(id);
    }

    private void mustBeUnused(UUID id) {
        var used = getSession()
                .createNativeQuery(
                        "select exists (select 1 from meeting where host_id = :id)"
                                + " or exists (select 1 from meeting_counterpart where organization_id = :id)"
                                + " or exists (select 1 from directive where issuer_organization_id = :id)"
                                + " or exists (select 1 from directive_addressee where organization_id = :id)",
                        Boolean.class)
                .setParameter("id", id)
                .getSingleResult();
        if (used) {
            throw ApiException.conflict("still-referred-to", "organization", id);
        }
    }
}
