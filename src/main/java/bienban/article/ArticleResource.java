package bienban.article;

import bienban.record.Reading;
import bienban.record.RecordKind;
import bienban.record.Shape;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/articles")
@Tag(name = "Articles", description = "Source texts, into which evidence points")
class ArticleResource {
    private static final Shape SHAPE = new Shape(ArticleRecord.class, Map.of());

    private final Reading reading;

    ArticleResource(Reading reading) {
        this.reading = reading;
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getArticle",
            summary = "Get one article",
            description = "Its text and where it was published.")
    public Response get(@RestPath String id, @RestQuery String fields) {
        return reading.one(RecordKind.article, id, SHAPE, fields);
    }
}
