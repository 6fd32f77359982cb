package bienban.extraction.desk.evidence;

import bienban.extraction.desk.DeskJson;
import bienban.security.Allowed;
import bienban.security.Caller;
import bienban.shared.ApiException;
import bienban.shared.InputError;
import io.quarkus.resteasy.reactive.jackson.CustomSerialization;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/meetings/{id}/evidence")
@Tag(name = "Meetings")
class EvidenceResource {
    private final Passages passages;
    private final Caller caller;

    EvidenceResource(Passages passages, Caller caller) {
        this.passages = passages;
        this.caller = caller;
    }

    @GET
    @Allowed
    @CustomSerialization(DeskJson.class)
    @Operation(
            operationId = "readEvidence",
            summary = "Get the passages that support a field",
            description =
                    "Each with the words before and after it, ready to highlight: `before` + `quote` + `after` is a piece of the article's text. With `pointer`, those of the field, of what it holds and of what holds it; without, all of the meeting.")
    public EvidenceList get(
            @RestPath String id,
            @Parameter(
                            description = "JSON pointer into the meeting; without it, all evidence",
                            example = "/observations/3")
                    @RestQuery
                    String pointer) {
        if (pointer != null && !pointer.startsWith("/")) {
            throw ApiException.invalid(InputError.in("pointer", "malformed_pointer"));
        }
        return passages.of(id, pointer, caller.scope());
    }
}
