package bienban.correction;

import bienban.security.Allowed;
import bienban.security.Role;
import bienban.security.limit.ClientAddress;
import bienban.shared.Paging;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/meetings/{id}/corrections")
@Tag(name = "Corrections", description = "Errors that readers report, and what became of them")
class MeetingCorrectionResource {
    private final Corrections corrections;
    private final ClientAddress addresses;

    MeetingCorrectionResource(Corrections corrections, ClientAddress addresses) {
        this.corrections = corrections;
        this.addresses = addresses;
    }

    @POST
    @Allowed
    @Operation(
            operationId = "fileCorrection",
            summary = "Report an error in a meeting",
            description =
                    "Anyone may, without a key. What is written is read by reviewers of the place and by nobody else; the answer holds the id under which its outcome can be asked for. An address can file a bounded number an hour, and a bounded number of a meeting's corrections can wait (429).")
    public Response file(
            @RestPath String id,
            @RestHeader("Idempotency-Key") String idempotencyKey,
            CorrectionInput input,
            @Context HttpServerRequest request) {
        return corrections.file(id, idempotencyKey, input, addresses.counted(request));
    }

    @GET
    @Allowed(Role.reviewer)
    @Operation(
            operationId = "listCorrectionsOfMeeting",
            summary = "List the corrections of a meeting, newest first",
            description = "For reviewers of its place. Sort: `createdAt`.")
    public Response list(
            @RestPath String id,
            @Parameter(description = "What has become of them", example = "open") @RestQuery
                    List<CorrectionState> state,
            @BeanParam @Valid Paging paging) {
        return corrections.of(id, state, paging);
    }
}
