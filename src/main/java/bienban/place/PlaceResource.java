package bienban.place;

import bienban.record.Reading;
import bienban.record.RecordKind;
import bienban.record.Shape;
import bienban.security.Allowed;
import bienban.shared.Paging;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/places")
@Tag(name = "Places", description = "Administrative units through time")
class PlaceResource {
    private static final Shape SHAPE = new Shape(PlaceRecord.class, Map.of());

    private final PlaceRepository places;
    private final Reading reading;

    PlaceResource(PlaceRepository places, Reading reading) {
        this.places = places;
        this.reading = reading;
    }

    @GET
    @Allowed
    @Operation(
            operationId = "listPlaces",
            summary = "List administrative units",
            description = "Ordered by code. With `within`, a whole sub-tree.")
    public Response list(@BeanParam @Valid PlaceQuery query, @BeanParam @Valid Paging paging) {
        return reading.page(places.list(query), paging, SHAPE);
    }

    @GET
    @Allowed
    @Path("/{code}")
    @Operation(
            operationId = "getPlace",
            summary = "Get one administrative unit",
            description = "With the unit above, its validity, its predecessors and successors.")
    public Response get(@RestPath String code, @RestQuery String fields) {
        return reading.one(RecordKind.place, code, SHAPE, fields);
    }
}
