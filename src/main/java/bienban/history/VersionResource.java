package bienban.history;

import bienban.record.RecordKind;
import bienban.security.Allowed;
import bienban.shared.Paging;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * The versions of the records of one kind. They mean the same whatever they are versions of, and are described once, for all
 * kinds; each kind has an address of its own because the framework looks for the longest beginning of an address that it knows.
 */
abstract class VersionResource {
    private final Versions versions;
    private final RecordKind kind;

    VersionResource(Versions versions, RecordKind kind) {
        this.versions = versions;
        this.kind = kind;
    }

    @GET
    @Allowed
    @Operation(
            summary = "List the versions of a record, newest first",
            description =
                    "Each with its status, when it was written, and size and hash of its document. The public sees the versions that were published, as long as the record is; editors of the place see all, also of a record that was deleted, and who wrote each. Sort: `version`.")
    public Response list(@RestPath String id, @BeanParam @Valid Paging paging) {
        return versions.list(kind, id, paging);
    }

    @GET
    @Allowed
    @Path("/{version}")
    @Operation(
            summary = "Get a record as it was",
            description =
                    "The very bytes of that version, as they are stored: without what a day adds. A purged record has kept nothing but the envelope.")
    public Response get(@RestPath String id, @RestPath int version) {
        return versions.get(kind, id, version);
    }

    @GET
    @Allowed
    @Path("/{version}/diff")
    @Produces({"application/json-patch+json", "application/json"})
    @Operation(
            summary = "Get what changed between two versions",
            description =
                    "A JSON Patch (RFC 6902): applied to the document of the version `from` it gives the document of this version. A list of several hundred entries may be replaced whole.")
    public Response diff(
            @RestPath String id,
            @RestPath int version,
            @Parameter(
                            description =
                                    "The version to start from, earlier or later; unless stated the one before, and before the first nothing at all",
                            example = "1")
                    @RestQuery
                    Integer from) {
        return versions.difference(kind, id, version, from);
    }
}
