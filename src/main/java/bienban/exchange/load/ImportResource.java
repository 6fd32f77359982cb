package bienban.exchange.load;

import bienban.security.Allowed;
import bienban.security.Role;
import bienban.shared.Messages;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/imports")
@Tag(name = "Imports", description = "Files of records, entered as jobs")
class ImportResource {
    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv";

    private final Imports imports;
    private final ImportRepository jobs;
    private final Codings codings;

    ImportResource(Imports imports, ImportRepository jobs, Codings codings) {
        this.imports = imports;
        this.jobs = jobs;
        this.codings = codings;
    }

    @POST
    @Allowed(Role.editor)
    @Consumes({NDJSON, CSV})
    @RequestBody(
            description =
                    "A record a line, as the API takes it (NDJSON), or a table with the columns of the export (CSV);"
                            + " `zstd` or `gzip` may be its `Content-Encoding`",
            content = {
                @Content(
                        mediaType = NDJSON,
                        schema = @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING),
                        // JSON in JSON: the text of the file, which is no JSON as a whole.
                        example =
                                "\"{\\\"place\\\":{\\\"code\\\":\\\"292\\\"},\\\"indicator\\\":\\\"budget_revenue\\\",\\\"label\\\":\\\"Tổng thu ngân sách\\\",\\\"value\\\":1690.5,\\\"unit\\\":\\\"VND\\\",\\\"unitMultiplier\\\":9,\\\"period\\\":\\\"2020\\\"}\\n\""),
                @Content(
                        mediaType = CSV,
                        schema = @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING),
                        example = "place,indicator,label,value,unit,unitMultiplier,period\n"
                                + "292,budget_revenue,Tổng thu ngân sách,1690.5,VND,9,2020\n")
            })
    @Operation(
            operationId = "startImport",
            summary = "Enter a file of records",
            description =
                    "NDJSON or CSV of any size. Each row is a record as the API takes it; it changes the record with"
                            + " its `id`, or the one that was entered under the same `externalId` and `origin` before;"
                            + " otherwise it makes a new one. What a row leaves out is removed, as with PUT. The answer"
                            + " comes when the file is taken in, and is a job; what is wrong with rows is told by its"
                            + " `errors`. Nothing is written unless every row is good, or `mode=skipInvalid` says so. A"
                            + " record that is the same already does not change.\n\nRows of `places` and `indicators`"
                            + " are known by their `code` and may name each other in any order; only an administrator"
                            + " may send them. Of places, `predecessors` says what a unit came from: an empty list"
                            + " removes what is known, none leaves it, and `successors` follow. Directives stand in"
                            + " their meetings and come with them.")
    @APIResponse(
            responseCode = "202",
            description = "Taken in; the job that enters it",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ImportJob.class)))
    public Response start(
            @BeanParam @Valid ImportQuery query,
            @RestHeader(HttpHeaders.CONTENT_TYPE) String type,
            @Parameter(description = "`zstd` or `gzip` where the file is packed")
                    @RestHeader(HttpHeaders.CONTENT_ENCODING)
                    String coding,
            HttpHeaders headers,
            InputStream file)
            throws IOException {
        if (type == null) {
            throw new NotSupportedException();
        }
        var format = type.toLowerCase(Locale.ROOT).startsWith(CSV) ? ImportFormat.csv : ImportFormat.ndjson;
        try (var content = codings.decoded(file, coding)) {
            var id = imports.take(query, format, content);
            return Response.accepted(jobs.get(id, language(headers)))
                    .location(URI.create("/v1/imports/" + id))
                    .build();
        }
    }

    @GET
    @Allowed(Role.editor)
    @Operation(
            operationId = "listImports",
            summary = "List jobs, the latest first",
            description =
                    "One's own; administrators see all. A job is forgotten after thirty days, unless it is one of the"
                            + " last hundred.")
    public ImportPage.Jobs list(@BeanParam @Valid ImportPage.Query page, HttpHeaders headers) {
        return jobs.list(page, language(headers));
    }

    @GET
    @Path("/{id}")
    @Allowed(Role.editor)
    @Operation(operationId = "getImport", summary = "How far a job is", description = "While it runs, too.")
    public ImportJob get(@RestPath UUID id, HttpHeaders headers) {
        return jobs.get(id, language(headers));
    }

    @GET
    @Path("/{id}/errors")
    @Allowed(Role.editor)
    @Operation(
            operationId = "listImportErrors",
            summary = "The rows that a job refused",
            description = "With all that is wrong with each, in the order of the file.")
    public ImportPage.Refused errors(@RestPath UUID id, @BeanParam @Valid ImportPage.Query page, HttpHeaders headers) {
        return jobs.refused(id, page, language(headers));
    }

    @DELETE
    @Path("/{id}")
    @Allowed(Role.editor)
    @Operation(
            operationId = "cancelImport",
            summary = "Cancel a job, or forget one that is over",
            description = "A job under way ends before its next step, and what it has not committed is undone: with"
                    + " `allOrNothing` everything. Its state tells whether it came too late.")
    public Response cancel(@RestPath UUID id, HttpHeaders headers) {
        imports.cancel(jobs.get(id, language(headers)));
        return Response.noContent().build();
    }

    private static Locale language(HttpHeaders headers) {
        return Messages.language(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
