package bienban.extraction.desk.quality;

import bienban.security.Allowed;
import bienban.security.Caller;
import bienban.security.Role;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/extractions/quality")
@Tag(name = "Extractions")
class QualityResource {
    private final QualityRepository drafts;
    private final Caller caller;

    QualityResource(QualityRepository drafts, Caller caller) {
        this.drafts = drafts;
        this.caller = caller;
    }

    @GET
    @Allowed(Role.editor)
    @Operation(
            operationId = "measureExtractions",
            summary = "Measure how good the drafts were",
            description =
                    "For meetings that began as a draft of the machine and are published: how many fields were accepted, corrected, removed and added by hand. For editors, of their places.")
    public Quality measure(@BeanParam @Valid QualityQuery query) {
        return drafts.measure(query, caller.scope());
    }
}
