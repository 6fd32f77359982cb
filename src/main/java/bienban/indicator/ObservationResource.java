package bienban.indicator;

import bienban.record.Derived;
import bienban.record.Reading;
import bienban.record.RecordKind;
import bienban.record.Shape;
import bienban.record.Writing;
import bienban.security.Allowed;
import bienban.security.Caller;
import bienban.security.Role;
import bienban.shared.MergePatch;
import bienban.shared.Paging;
import jakarta.transaction.Transactional;
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

@Path("/v1/observations")
@Tag(name = "Observations", description = "Stated values of a measure for a place and a period")
class ObservationResource {
    private static final Shape PLAIN = new Shape(ObservationRecord.class, Map.of());
    private static final Shape WITH_CATALOGUE =
            new Shape(ObservationRecord.class, Map.of("indicator", "catalogueEntry"));

    private final ObservationRepository observations;
    private final Reading reading;
    private final Writing writing;
    private final Caller caller;

    ObservationResource(ObservationRepository observations, Reading reading, Writing writing, Caller caller) {
        this.observations = observations;
        this.reading = reading;
        this.writing = writing;
        this.caller = caller;
    }

    @GET
    @Allowed
    @Operation(
            operationId = "listObservations",
            summary = "List observations, latest period first",
            description =
                    "Those of meetings and those of other sources. `include=indicator` adds what the catalogue says of each indicator. Sorts: `period` (by its last day; a figure without one comes last), `updatedAt`.")
    public Response list(@BeanParam @Valid ObservationQuery query, @BeanParam @Valid Paging paging) {
        if (query.asksForUnpublished()) {
            caller.mustSeeDrafts();
        }
        var listing = observations.list(query, caller.scope());
        var showsCatalogue = paging.include() != null || paging.fieldNames().contains("catalogueEntry");
        return reading.page(
                listing,
                paging,
                paging.include() == null ? PLAIN : WITH_CATALOGUE,
                showsCatalogue ? ObservationRepository.CATALOGUE_ENTRY : Derived.NOTHING);
    }

    @GET
    @Allowed
    @Path("/{id}")
    @Operation(
            operationId = "getObservation",
            summary = "Get one observation",
            description =
                    "As written and as understood, with the meeting that states it and the flags that the checks have set.")
    public Response get(@RestPath String id, @RestQuery String fields) {
        return reading.one(RecordKind.observation, id, PLAIN, fields);
    }

    @POST
    @Allowed(Role.editor)
    @Operation(
            operationId = "createObservation",
            summary = "Add an observation from another source than a meeting",
            description =
                    "Answers 201 with the record and its address. What a meeting states is written with that meeting.")
    public Response create(@RestHeader("Idempotency-Key") String idempotencyKey, ObservationRecord input) {
        return writing.create(RecordKind.observation, idempotencyKey, input, () -> observations.create(input));
    }

    @PUT
    @Allowed(Role.editor)
    @Path("/{id}")
    @Transactional
    @Operation(
            operationId = "replaceObservation",
            summary = "Replace an observation",
            description =
                    "The body is the whole record; what it leaves out is removed, but the status stays unless stated. A figure of a meeting keeps its meeting, its place in it and its status, and that meeting changes with it. Read-only members are accepted and ignored.")
    public Response replace(@RestPath String id, @RestHeader("If-Match") String ifMatch, ObservationRecord input) {
        observations.lockMeetingOf(id);
        return writing.change(RecordKind.observation, id, ifMatch, record -> {
            Writing.sameId(input.id(), record);
            observations.replace(record.id(), input);
        });
    }

    @PATCH
    @Allowed(Role.editor)
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Transactional
    @Operation(
            operationId = "patchObservation",
            summary = "Change parts of an observation",
            description =
                    "JSON Merge Patch (RFC 7396): what is named is set, `null` removes, lists are replaced whole. A figure of a meeting may be corrected here: that meeting changes with it.")
    public Response patch(@RestPath String id, @RestHeader("If-Match") String ifMatch, MergePatch patch) {
        observations.lockMeetingOf(id);
        return writing.patch(RecordKind.observation, id, ifMatch, patch, ObservationRecord.class, (record, input) -> {
            Writing.sameId(input.id(), record);
            observations.replace(record.id(), input);
        });
    }

    @DELETE
    @Allowed(Role.editor)
    @Path("/{id}")
    @Operation(
            operationId = "deleteObservation",
            summary = "Delete an observation",
            description =
                    "Leaves a tombstone: the address answers 410 afterwards. A figure of a meeting is removed by changing that meeting; here it is refused (409).")
    public Response delete(@RestPath String id, @RestHeader("If-Match") String ifMatch) {
        return writing.delete(RecordKind.observation, id, ifMatch, record -> observations.delete(record.id()));
    }
}
