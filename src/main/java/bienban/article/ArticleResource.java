package bienban.article;

import bienban.record.Derived;
import bienban.record.Reading;
import bienban.record.RecordKind;
import bienban.record.Shape;
import bienban.record.Writing;
import bienban.security.Allowed;
import bienban.security.Caller;
import bienban.security.Role;
import bienban.shared.Paging;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/articles")
@Tag(name = "Articles", description = "Source texts, into which evidence points")
class ArticleResource {
    private static final Shape SHAPE =
            new Shape(ArticleRecord.class, Map.of("text", "text", "meetings", "meetings", "evidence", "evidence"));

    private final ArticleRepository articles;
    private final Reading reading;
    private final Writing writing;
    private final Caller caller;

    ArticleResource(ArticleRepository articles, Reading reading, Writing writing, Caller caller) {
        this.articles = articles;
        this.reading = reading;
        this.writing = writing;
        this.caller = caller;
    }

    @GET
    @Allowed
    @Operation(
            operationId = "listArticles",
            summary = "List articles, newest first",
            description =
                    "Without their texts; `include` brings `text`, `meetings` and `evidence`. Sorts: `publishedAt`, `updatedAt`, `title`. An article whose meeting is a draft is a draft too, for editors only.")
    public Response list(@BeanParam @Valid ArticleQuery query, @BeanParam @Valid Paging paging) {
        if (query.asksForUnpublished()) {
            caller.mustSeeDrafts();
        }
        var asked = paging.includeNames().isEmpty() ? paging.fieldNames() : paging.includeNames();
        var cited = asked.contains("meetings") || asked.contains("evidence");
        return reading.page(
                articles.list(query, caller.scope()),
                paging,
                SHAPE,
                cited ? ArticleRepository.cited(caller.scope()) : Derived.NOTHING);
    }

    @GET
    @Allowed
    @Path("/{id}")
    @Operation(
            operationId = "getArticle",
            summary = "Get one article",
            description =
                    "Its text and where it was published, the meetings it reports, and the evidence: which span of the text supports which field. `start` and `end` count Unicode code points.")
    public Response get(@RestPath String id, @RestQuery String fields) {
        return reading.one(RecordKind.article, id, SHAPE, fields, ArticleRepository.cited(caller.scope()));
    }

    @DELETE
    @Allowed(Role.editor)
    @Path("/{id}")
    @Operation(
            operationId = "deleteArticle",
            summary = "Delete an article",
            description =
                    "Leaves a tombstone: the address answers 410 afterwards. What a meeting cites cannot be deleted (409).")
    public Response delete(@RestPath String id, @RestHeader("If-Match") String ifMatch) {
        return writing.delete(RecordKind.article, id, ifMatch, record -> articles.delete(record.id()));
    }
}
