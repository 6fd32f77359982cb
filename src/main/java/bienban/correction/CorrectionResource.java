package bienban.correction;

import bienban.security.Allowed;
import bienban.security.Role;
import bienban.shared.Paging;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/corrections")
@Tag(name = "Corrections")
class CorrectionResource {
    private final Corrections corrections;

    CorrectionResource(Corrections corrections) {
        this.corrections = corrections;
    }

    @GET
    @Allowed(Role.reviewer)
    @Operation(
            operationId = "listCorrections",
            summary = "List corrections over all meetings, newest first",
            description =
                    "For reviewers, those of their places. Sort: `createdAt`; `sort=createdAt` begins with the one that waits longest.")
    public Response list(@BeanParam @Valid CorrectionQuery query, @BeanParam @Valid Paging paging) {
        return corrections.list(query, paging);
    }

    @GET
    @Path("/{id}")
    @Allowed
    @Operation(
            operationId = "getCorrection",
            summary = "Get what became of a correction",
            description =
                    "Whoever has the id reads its state, and once it is decided the reviewer's note and the version that fixed it. Reviewers of the place read also what was written.")
    public Response get(@RestPath UUID id) {
        return corrections.get(id);
    }

    @POST
    @Path("/{id}/acceptance")
    @Allowed(Role.reviewer)
    @Operation(
            operationId = "acceptCorrection",
            summary = "Accept a correction",
            description =
                    "Names the version of the meeting that fixed the error: first change the meeting, then accept. A decision is not changed (409).")
    public Response accept(
            @RestPath UUID id, @RestHeader("Idempotency-Key") String idempotencyKey, Acceptance acceptance) {
        return corrections.accept(id, idempotencyKey, acceptance);
    }

    @POST
    @Path("/{id}/decline")
    @Allowed(Role.reviewer)
    @Operation(
            operationId = "declineCorrection",
            summary = "Decline a correction",
            description = "With a note that whoever filed it reads. A decision is not changed (409).")
    public Response decline(@RestPath UUID id, @RestHeader("Idempotency-Key") String idempotencyKey, Decline decline) {
        return corrections.decline(id, idempotencyKey, decline);
    }
}
