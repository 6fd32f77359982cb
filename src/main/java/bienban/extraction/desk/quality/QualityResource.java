package bienban.extraction.desk.quality;

import bienban.security.Caller;
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
    @Operation(
            operationId = "measureExtractions",
            summary = "Measure how good the drafts were",
            description =
                    "For meetings that began as a draft of the machine and are published: how many fields were accepted, corrected, removed and added by hand. For editors.")
    public Quality measure(@BeanParam @Valid QualityQuery query) {
        caller.mustSeeDrafts();
        return drafts.measure(query);
    }
}
