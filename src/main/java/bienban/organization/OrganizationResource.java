package bienban.organization;

import bienban.record.Reading;
import bienban.record.RecordKind;
import bienban.record.Shape;
import bienban.record.Writing;
import bienban.security.Allowed;
import bienban.security.Caller;
import bienban.security.Role;
import bienban.shared.MergePatch;
import bienban.shared.Paging;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/organizations")
@Tag(name = "Organizations", description = "Committees, councils and agencies")
class OrganizationResource {
    private static final Shape SHAPE = new Shape(OrganizationRecord.class, Map.of());

    private final OrganizationRepository organizations;
    private final Reading reading;
    private final Writing writing;
    private final Caller caller;

    OrganizationResource(OrganizationRepository organizations, Reading reading, Writing writing, Caller caller) {
        this.organizations = organizations;
        this.reading = reading;
        this.writing = writing;
        this.caller = caller;
    }

    @GET
    @Allowed
    @Operation(
            operationId = "listOrganizations",
            summary = "List organizations",
            description = "In Vietnamese alphabetical order of their names.")
    public Response list(@BeanParam @Valid OrganizationQuery query, @BeanParam @Valid Paging paging) {
        return reading.page(organizations.list(query, caller.scope()), paging, SHAPE);
    }

    @GET
    @Allowed
    @Path("/{id}")
    @Operation(
            operationId = "getOrganization",
            summary = "Get one organization",
            description = "With its kind and place.")
    public Response get(@RestPath String id, @RestQuery String fields) {
        return reading.one(RecordKind.organization, id, SHAPE, fields);
    }

    @POST
    @Allowed(Role.editor)
    @Operation(
            operationId = "createOrganization",
            summary = "Add an organization",
            description = "Answers 201 with the record and its address.")
    public Response create(@RestHeader("Idempotency-Key") String idempotencyKey, OrganizationRecord input) {
        return writing.create(RecordKind.organization, idempotencyKey, input, () -> organizations.create(input));
    }

    @PUT
    @Allowed(Role.editor)
    @Path("/{id}")
    @Operation(
            operationId = "replaceOrganization",
            summary = "Replace an organization",
            description =
                    "The body is the whole record; what it leaves out is removed. Read-only members are accepted and ignored.")
    public Response replace(@RestPath String id, @RestHeader("If-Match") String ifMatch, OrganizationRecord input) {
        return writing.change(RecordKind.organization, id, ifMatch, record -> {
            Writing.sameId(input.id(), record);
            organizations.replace(record.id(), input);
        });
    }

    @PATCH
    @Allowed(Role.editor)
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(
            operationId = "patchOrganization",
            summary = "Change parts of an organization",
            description =
                    "JSON Merge Patch (RFC 7396): what is named is set, `null` removes, lists are replaced whole.")
    public Response patch(@RestPath String id, @RestHeader("If-Match") String ifMatch, MergePatch patch) {
        return writing.patch(RecordKind.organization, id, ifMatch, patch, OrganizationRecord.class, (record, input) -> {
            Writing.sameId(input.id(), record);
            organizations.replace(record.id(), input);
        });
    }

    @DELETE
    @Allowed(Role.editor)
    @Path("/{id}")
    @Operation(
            operationId = "deleteOrganization",
            summary = "Delete an organization",
            description =
                    "Leaves a tombstone: the address answers 410 afterwards. What other records refer to cannot be deleted (409).")
    public Response delete(@RestPath String id, @RestHeader("If-Match") String ifMatch) {
        return writing.delete(RecordKind.organization, id, ifMatch, record -> organizations.delete(record.id()));
    }
}
