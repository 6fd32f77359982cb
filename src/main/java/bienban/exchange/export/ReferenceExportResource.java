package bienban.exchange.export;

import bienban.article.ArticleQuery;
import bienban.article.ArticleRepository;
import bienban.document.DocumentQuery;
import bienban.document.DocumentRepository;
import bienban.indicator.IndicatorQuery;
import bienban.indicator.IndicatorRepository;
import bienban.organization.OrganizationQuery;
import bienban.organization.OrganizationRepository;
import bienban.place.PlaceQuery;
import bienban.place.PlaceRepository;
import bienban.security.Allowed;
import bienban.security.Scope;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/exports")
@Tag(name = "Exports", description = "Whole kinds of record as one download, from which the change feed goes on")
class ReferenceExportResource {
    private final Exports exports;
    private final OrganizationRepository organizations;
    private final DocumentRepository documents;
    private final ArticleRepository articles;
    private final PlaceRepository places;
    private final IndicatorRepository indicators;

    ReferenceExportResource(
            Exports exports,
            OrganizationRepository organizations,
            DocumentRepository documents,
            ArticleRepository articles,
            PlaceRepository places,
            IndicatorRepository indicators) {
        this.exports = exports;
        this.organizations = organizations;
        this.documents = documents;
        this.articles = articles;
        this.places = places;
        this.indicators = indicators;
    }

    @GET
    @Allowed
    @Path("/organizations.{form}")
    @Produces({Exports.JSON_LINES, Exports.TABLE})
    @Operation(
            operationId = "exportOrganizations",
            summary = "Export all organizations",
            description = "All organizations." + Forms.OF_ALL + "id, version, updatedAt, name, kind, place, placeName.")
    public Response organizations(
            @Parameter(description = Forms.FORM) @RestPath ExportForm form,
            @BeanParam @Valid OrganizationQuery query,
            @Parameter(description = Forms.AFTER) @RestQuery UUID after) {
        return exports.file(form, organizations.list(query, Scope.NOTHING), after);
    }

    @GET
    @Allowed
    @Path("/documents.{form}")
    @Produces({Exports.JSON_LINES, Exports.TABLE})
    @Operation(
            operationId = "exportDocuments",
            summary = "Export all legal documents",
            description = "All legal documents." + Forms.OF_ALL
                    + "id, version, updatedAt, type, number, title, issuer, issuedOn.")
    public Response documents(
            @Parameter(description = Forms.FORM) @RestPath ExportForm form,
            @BeanParam @Valid DocumentQuery query,
            @Parameter(description = Forms.AFTER) @RestQuery UUID after) {
        return exports.file(form, documents.list(query, Scope.NOTHING), after);
    }

    @GET
    @Allowed
    @Path("/articles.{form}")
    @Produces({Exports.JSON_LINES, Exports.TABLE})
    @Operation(
            operationId = "exportArticles",
            summary = "Export all source articles",
            description = "All source articles; NDJSON holds their texts, CSV only the SHA-256 of them." + Forms.OF_ALL
                    + "id, version, updatedAt, title, url, publisher, authors, publishedAt, textHash.")
    public Response articles(
            @Parameter(description = Forms.FORM) @RestPath ExportForm form,
            @BeanParam @Valid ArticleQuery query,
            @Parameter(description = Forms.AFTER) @RestQuery UUID after) {
        return exports.file(form, articles.list(query, exports.scope(query.asksForUnpublished())), after);
    }

    @GET
    @Allowed
    @Path("/places.{form}")
    @Produces({Exports.JSON_LINES, Exports.TABLE})
    @Operation(
            operationId = "exportPlaces",
            summary = "Export all administrative units",
            description = "All administrative units." + Forms.OF_ALL
                    + "id, version, updatedAt, name, level, parent, parentName, validFrom, validTo.")
    public Response places(
            @Parameter(description = Forms.FORM) @RestPath ExportForm form,
            @BeanParam @Valid PlaceQuery query,
            @Parameter(description = Forms.AFTER) @RestQuery String after) {
        return exports.file(form, places.list(query), after);
    }

    @GET
    @Allowed
    @Path("/indicators.{form}")
    @Produces({Exports.JSON_LINES, Exports.TABLE})
    @Operation(
            operationId = "exportIndicators",
            summary = "Export the catalogue of measures",
            description = "The catalogue of measures." + Forms.OF_ALL
                    + "id, version, updatedAt, labelVi, labelEn, unit, topic, aggregation, parent, direction.")
    public Response indicators(
            @Parameter(description = Forms.FORM) @RestPath ExportForm form,
            @BeanParam @Valid IndicatorQuery query,
            @Parameter(description = Forms.AFTER) @RestQuery String after) {
        return exports.file(form, indicators.list(query), after);
    }
}
