package bienban.extraction.desk;

import bienban.extraction.Extractor;
import bienban.security.Allowed;
import bienban.shared.Messages;
import io.quarkus.resteasy.reactive.jackson.CustomSerialization;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/extractions")
@Tag(name = "Extractions", description = "Articles become drafts")
class ExtractionResource {
    private final Extractor extractor = new Extractor();
    private final HttpHeaders headers;

    ExtractionResource(HttpHeaders headers) {
        this.headers = headers;
    }

    @POST
    @Allowed
    @ResponseStatus(200)
    @CustomSerialization(DeskJson.class)
    @Operation(
            operationId = "extractMeeting",
            summary = "Read an article, store nothing",
            description =
                    "Gives the draft meeting that the text holds, with the span that supports each field and with warnings for what is doubtful. Rules decide, not a model: the same text gives the same draft. Anyone may ask; nothing is stored.")
    public ExtractionAnswer extract(
            @Parameter(description = "Also name the rules that read each field") @RestQuery Boolean explain,
            ArticleBody input) {
        var extraction = extractor.extract(input.toRead());
        ArticleBody.mustFit(extraction.text());
        return DraftShape.of(
                Boolean.TRUE.equals(explain) ? extraction : extraction.unexplained(),
                Messages.language(headers.getAcceptableLanguages()));
    }
}
