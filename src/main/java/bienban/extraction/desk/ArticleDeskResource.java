package bienban.extraction.desk;

import bienban.article.ArticleRecord;
import bienban.extraction.desk.evidence.Replacement;
import bienban.record.RecordKind;
import bienban.record.Writing;
import bienban.security.Allowed;
import bienban.security.Caller;
import bienban.security.Role;
import bienban.shared.Messages;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/articles")
@Tag(name = "Articles")
class ArticleDeskResource {
    private final ArticleEntry entry;
    private final Replacement replacement;
    private final Writing writing;
    private final Caller caller;
    private final HttpHeaders headers;

    ArticleDeskResource(
            ArticleEntry entry, Replacement replacement, Writing writing, Caller caller, HttpHeaders headers) {
        this.entry = entry;
        this.replacement = replacement;
        this.writing = writing;
        this.caller = caller;
        this.headers = headers;
    }

    @POST
    @Allowed(Role.editor)
    @Operation(
            operationId = "addArticle",
            summary = "Post an article, get its draft meeting",
            description =
                    "Keeps the text and makes a draft of the meeting that it reports, every field with its evidence; an editor corrects and publishes it. The same text or the same address again makes nothing new. A text that reports no meeting is kept without one. The place is the one of `place`, else the only one that bears the name and level that the text states on that day.")
    @APIResponse(
            responseCode = "201",
            description = "Kept, and a draft made if it reports a meeting",
            headers =
                    @Header(
                            name = "Location",
                            description = "The address of the article",
                            schema =
                                    @Schema(
                                            type =
                                                    org.eclipse.microprofile.openapi.annotations.enums.SchemaType
                                                            .STRING)),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ArticleAnswer.class)))
    @APIResponse(
            responseCode = "200",
            description = "Known already, by its text or its address: nothing was made",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ArticleAnswer.class)))
    public Response add(@RestHeader("Idempotency-Key") String idempotencyKey, ArticleBody input) {
        var extraction = entry.read(input);
        return writing.answer(idempotencyKey, input, () -> {
            var entered = entry.enter(input, extraction, Messages.language(headers.getAcceptableLanguages()));
            var path = RecordKind.article.path(entered.answer().article().toString());
            var answer = Response.status(entered.made() ? 201 : 200).entity(DeskJson.text(entered.answer()));
            return (entered.made() ? answer.location(URI.create(path)) : answer)
                    .type("application/json")
                    .build();
        });
    }

    @PUT
    @Allowed(Role.editor)
    @Path("/{id}")
    @Operation(
            operationId = "replaceArticle",
            summary = "Replace an article, its text included",
            description =
                    "The body is the whole article; read-only members are accepted and ignored. Evidence that points into the text is checked again: what is still the same stays, what stands elsewhere exactly once, or as often as before, is moved, the rest is removed and told in `warnings`. Without a text nothing can be checked, and all evidence stays.")
    public Response replace(@RestPath String id, @RestHeader("If-Match") String ifMatch, ArticleRecord input) {
        var derived = replacement.answer(caller.scope(), Messages.language(headers.getAcceptableLanguages()));
        return writing.change(
                RecordKind.article,
                id,
                ifMatch,
                record -> {
                    Writing.sameId(input.id(), record);
                    derived.lost().addAll(replacement.replace(record.id(), input));
                },
                derived.shown());
    }
}
