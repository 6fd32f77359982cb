package bienban.meeting;

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

@Path("/v1/meetings")
@Tag(name = "Meetings", description = "Sittings of public bodies, with all that was said and decided")
class MeetingResource {
    private static final Shape SHAPE = new Shape(
            MeetingRecord.class,
            Map.ofEntries(
                    Map.entry("participants", "participations"),
                    Map.entry("participations", "participations"),
                    Map.entry("observations", "observations"),
                    Map.entry("findings", "findings"),
                    Map.entry("decisions", "decisions"),
                    Map.entry("directives", "directives"),
                    Map.entry("proposals", "proposals"),
                    Map.entry("documents", "documents"),
                    Map.entry("media", "media"),
                    Map.entry("sources", "sources"),
                    Map.entry("evidence", "evidence")));

    private final MeetingRepository meetings;
    private final MeetingEntry entry;
    private final Reading reading;
    private final Writing writing;
    private final Caller caller;

    MeetingResource(MeetingRepository meetings, MeetingEntry entry, Reading reading, Writing writing, Caller caller) {
        this.meetings = meetings;
        this.entry = entry;
        this.reading = reading;
        this.writing = writing;
        this.caller = caller;
    }

    @GET
    @Allowed
    @Operation(
            operationId = "listMeetings",
            summary = "List meetings, newest first",
            description =
                    "Each as its header; `include` brings participants, observations, directives and the other parts. Sorts: `heldOn`, `updatedAt`, `title`. A meeting without a stated date comes last.")
    public Response list(@BeanParam @Valid MeetingQuery query, @BeanParam @Valid Paging paging) {
        if (query.asksForUnpublished()) {
            caller.mustSeeDrafts();
        }
        var showsDirectives = paging.includeNames().contains("directives")
                || paging.fieldNames().contains("directives");
        return reading.page(
                meetings.list(query, caller.scope()),
                paging,
                SHAPE,
                showsDirectives ? MeetingRepository.progress() : Derived.NOTHING);
    }

    @GET
    @Allowed
    @Path("/{id}")
    @Operation(
            operationId = "getMeeting",
            summary = "Get one meeting",
            description =
                    "Whole: who took part, figures, findings, decisions, directives with their state today, proposals, documents, sources and evidence.")
    public Response get(@RestPath String id, @RestQuery String fields) {
        return reading.one(RecordKind.meeting, id, SHAPE, fields, MeetingRepository.progress());
    }

    @POST
    @Allowed(Role.editor)
    @Operation(
            operationId = "createMeeting",
            summary = "Add a meeting",
            description =
                    "Written whole, in one transaction, or not at all. People, organizations and documents are given by id or by what names them; new ones are made. A draft unless `status` is `published`.")
    public Response create(@RestHeader("Idempotency-Key") String idempotencyKey, MeetingRecord input) {
        return writing.create(
                RecordKind.meeting, idempotencyKey, input, () -> entry.create(input), MeetingRepository.progress());
    }

    @PUT
    @Allowed(Role.editor)
    @Path("/{id}")
    @Operation(
            operationId = "replaceMeeting",
            summary = "Replace a meeting",
            description =
                    "The body is the whole meeting; what it leaves out is removed, but the status stays unless stated. Directives and observations keep their identity by their `id`.")
    public Response replace(@RestPath String id, @RestHeader("If-Match") String ifMatch, MeetingRecord input) {
        return writing.change(
                RecordKind.meeting,
                id,
                ifMatch,
                record -> {
                    Writing.sameId(input.id(), record);
                    entry.replace(record.id(), input);
                },
                MeetingRepository.progress());
    }

    @PATCH
    @Allowed(Role.editor)
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(
            operationId = "patchMeeting",
            summary = "Change parts of a meeting, publish or retract it",
            description =
                    "JSON Merge Patch (RFC 7396): what is named is set, `null` removes, lists are replaced whole. `{\"status\": \"published\"}` publishes, `{\"status\": \"retracted\", \"retraction\": {\"reason\": \"…\"}}` takes back: the public reads the reason with a 410. A draft can be published or retracted, what is published retracted, what was retracted published again; other steps are refused (409). With `\"purge\": true` beside the reason every word of the meeting, of its directives and observations, and of the articles that only it cites is removed, from their history too; that cannot be undone.")
    public Response patch(@RestPath String id, @RestHeader("If-Match") String ifMatch, MergePatch patch) {
        return writing.patch(
                RecordKind.meeting,
                id,
                ifMatch,
                patch,
                MeetingRecord.class,
                (record, input) -> {
                    Writing.sameId(input.id(), record);
                    entry.replace(record.id(), input);
                },
                MeetingRepository.progress());
    }

    @DELETE
    @Allowed(Role.editor)
    @Path("/{id}")
    @Operation(
            operationId = "deleteMeeting",
            summary = "Delete a meeting",
            description = "Leaves a tombstone: the meeting, its directives and its observations answer 410 afterwards.")
    public Response delete(@RestPath String id, @RestHeader("If-Match") String ifMatch) {
        return writing.delete(RecordKind.meeting, id, ifMatch, record -> entry.delete(record.id()));
    }
}
