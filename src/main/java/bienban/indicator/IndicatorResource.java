package bienban.indicator;

import bienban.record.Reading;
import bienban.record.RecordKind;
import bienban.record.Shape;
import bienban.record.Writing;
import bienban.security.Allowed;
import bienban.security.Role;
import bienban.shared.MergePatch;
import bienban.shared.Paging;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/indicators")
@Tag(name = "Indicators", description = "The catalogue of measures; each over time and over places")
class IndicatorResource {
    private static final Shape SHAPE = new Shape(IndicatorRecord.class, Map.of());

    private final IndicatorRepository indicators;
    private final Reading reading;
    private final Writing writing;

    IndicatorResource(IndicatorRepository indicators, Reading reading, Writing writing) {
        this.indicators = indicators;
        this.reading = reading;
        this.writing = writing;
    }

    @GET
    @Allowed
    @Operation(
            operationId = "listIndicators",
            summary = "List indicators",
            description = "The catalogue, ordered by code. Sorts: `code`, `labelVi`.")
    public Response list(@BeanParam @Valid IndicatorQuery query, @BeanParam @Valid Paging paging) {
        return reading.page(indicators.list(query), paging, SHAPE);
    }

    @GET
    @Allowed
    @Path("/{code}")
    @Operation(
            operationId = "getIndicator",
            summary = "Get one indicator",
            description = "With its labels, unit, aggregation and parent.")
    public Response get(@RestPath String code, @RestQuery String fields) {
        return reading.one(RecordKind.indicator, code, SHAPE, fields);
    }

    @POST
    @Allowed(Role.admin)
    @Operation(
            operationId = "createIndicator",
            summary = "Add an indicator",
            description =
                    "Answers 201 with the record and its address. The code is its key and cannot be changed later; a code in use is refused (409), and so are circles of parents (400).")
    public Response create(@RestHeader("Idempotency-Key") String idempotencyKey, IndicatorRecord input) {
        return writing.create(RecordKind.indicator, idempotencyKey, input, () -> indicators.create(input));
    }

    @PUT
    @Allowed(Role.admin)
    @Path("/{code}")
    @Operation(
            operationId = "replaceIndicator",
            summary = "Replace an indicator",
            description =
                    "The body is the whole record; what it leaves out is removed. The code must be the one of the address. Read-only members are accepted and ignored.")
    public Response replace(@RestPath String code, @RestHeader("If-Match") String ifMatch, IndicatorRecord input) {
        return writing.change(RecordKind.indicator, code, ifMatch, record -> {
            indicators.replace(record.key(), input);
        });
    }

    @PATCH
    @Allowed(Role.admin)
    @Path("/{code}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(
            operationId = "patchIndicator",
            summary = "Change parts of an indicator",
            description =
                    "JSON Merge Patch (RFC 7396): what is named is set, `null` removes, lists are replaced whole.")
    public Response patch(@RestPath String code, @RestHeader("If-Match") String ifMatch, MergePatch patch) {
        return writing.patch(RecordKind.indicator, code, ifMatch, patch, IndicatorRecord.class, (record, input) -> {
            indicators.replace(record.key(), input);
        });
    }

    @DELETE
    @Allowed(Role.admin)
    @Path("/{code}")
    @Operation(
            operationId = "deleteIndicator",
            summary = "Delete an indicator",
            description =
                    "Leaves a tombstone: the address answers 410 afterwards. An indicator with figures or with parts cannot be deleted (409).")
    public Response delete(@RestPath String code, @RestHeader("If-Match") String ifMatch) {
        return writing.delete(RecordKind.indicator, code, ifMatch, record -> indicators.delete(record.key()));
    }
}
