package bienban.document;

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

@Path("/v1/documents")
@Tag(name = "Documents", description = "Resolutions, directives, plans and other documents that reports cite")
class DocumentResource {
    private static final Shape SHAPE = new Shape(DocumentRecord.class, Map.of());

    private final DocumentRepository documents;
    private final Reading reading;
    private final Writing writing;
    private final Caller caller;

    DocumentResource(DocumentRepository documents, Reading reading, Writing writing, Caller caller) {
        this.documents = documents;
        this.reading = reading;
        this.writing = writing;
        this.caller = caller;
    }

    @GET
    @Allowed
    @Operation(operationId = "listDocuments", summary = "List documents", description = "Newest issue first.")
    public Response list(@BeanParam @Valid DocumentQuery query, @BeanParam @Valid Paging paging) {
        return reading.page(documents.list(query, caller.scope()), paging, SHAPE);
    }

    @GET
    @Allowed
    @Path("/{id}")
    @Operation(
            operationId = "getDocument",
            summary = "Get one document",
            description = "Type, number, title, issuer and date as far as they were stated.")
    public Response get(@RestPath String id, @RestQuery String fields) {
        return reading.one(RecordKind.document, id, SHAPE, fields);
    }

    @POST
    @Allowed(Role.editor)
    @Operation(
            operationId = "createDocument",
            summary = "Add a document",
            description = "Answers 201 with the record and its address.")
    public Response create(@RestHeader("Idempotency-Key") String idempotencyKey, DocumentRecord input) {
        return writing.create(RecordKind.document, idempotencyKey, input, () -> documents.create(input));
    }

    @PUT
    @Allowed(Role.editor)
    @Path("/{id}")
    @Operation(
            operationId = "replaceDocument",
            summary = "Replace a document",
            description =
                    "The body is the whole record; what it leaves out is removed. Read-only members are accepted and ignored.")
    public Response replace(@RestPath String id, @RestHeader("If-Match") String ifMatch, DocumentRecord input) {
        return writing.change(RecordKind.document, id, ifMatch, record -> {
            Writing.sameId(input.id(), record);
            documents.replace(record.id(), input);
        });
    }

    @PATCH
    @Allowed(Role.editor)
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(
            operationId = "patchDocument",
            summary = "Change parts of a document",
            description =
                    "JSON Merge Patch (RFC 7396): what is named is set, `null` removes, lists are replaced whole.")
    public Response patch(@RestPath String id, @RestHeader("If-Match") String ifMatch, MergePatch patch) {
        return writing.patch(RecordKind.document, id, ifMatch, patch, DocumentRecord.class, (record, input) -> {
            Writing.sameId(input.id(), record);
            documents.replace(record.id(), input);
        });
    }

    @DELETE
    @Allowed(Role.editor)
    @Path("/{id}")
    @Operation(
            operationId = "deleteDocument",
            summary = "Delete a document",
            description =
                    "Leaves a tombstone: the address answers 410 afterwards. What other records refer to cannot be deleted (409).")
    public Response delete(@RestPath String id, @RestHeader("If-Match") String ifMatch) {
        return writing.delete(RecordKind.document, id, ifMatch, record -> documents.delete(record.id()));
    }
}
