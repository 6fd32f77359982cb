package bienban.speaker;

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

@Path("/v1/speakers")
@Tag(name = "Speakers", description = "People who took part in meetings, and the posts they held on a day")
class SpeakerResource {
    private static final Shape SHAPE = new Shape(SpeakerRecord.class, Map.of());
    private static final Shape MEETING = new Shape(SpeakerMeeting.class, Map.of());

    private final SpeakerRepository speakers;
    private final SpeakerIdentity identity;
    private final Reading reading;
    private final Writing writing;
    private final Caller caller;

    SpeakerResource(
            SpeakerRepository speakers, SpeakerIdentity identity, Reading reading, Writing writing, Caller caller) {
        this.speakers = speakers;
        this.identity = identity;
        this.reading = reading;
        this.writing = writing;
        this.caller = caller;
    }

    @GET
    @Allowed
    @Operation(
            operationId = "listSpeakers",
            summary = "List people by their given names",
            description =
                    "In Vietnamese alphabetical order of the given name, which is the last word of the name. People who were merged into others are not listed. Sorts: `name`, `updatedAt`.")
    public Response list(@BeanParam @Valid SpeakerQuery query, @BeanParam @Valid Paging paging) {
        if (query.asksForUnpublished()) {
            caller.mustSeeDrafts();
        }
        return reading.page(speakers.list(query, caller.scope()), paging, SHAPE);
    }

    @GET
    @Allowed
    @Path("/{id}")
    @Operation(
            operationId = "getSpeaker",
            summary = "Get one person",
            description =
                    "With the timeline of their posts, as published meetings state them. The id of one who was merged answers 308 and leads to the survivor.")
    public Response get(@RestPath String id, @RestQuery String fields) {
        return reading.one(RecordKind.speaker, id, SHAPE, fields);
    }

    @GET
    @Allowed
    @Path("/{id}/meetings")
    @Operation(
            operationId = "listMeetingsOfSpeaker",
            summary = "List the meetings in which a person took part, newest first",
            description = "Each with the roles and posts that they had at that meeting. Sort: `heldOn`.")
    public Response meetings(@RestPath String id, @BeanParam @Valid Paging paging) {
        return reading.part(
                RecordKind.speaker,
                id,
                () -> reading.page(
                        speakers.meetings(id, caller.scope()), paging, MEETING, SpeakerRepository.tookPartAs()));
    }

    @POST
    @Allowed(Role.editor)
    @Operation(
            operationId = "createSpeaker",
            summary = "Add a person",
            description =
                    "Mostly people are made with the meetings that name them. Two people may have the same name, even in one place.")
    public Response create(@RestHeader("Idempotency-Key") String idempotencyKey, SpeakerRecord input) {
        return writing.create(RecordKind.speaker, idempotencyKey, input, () -> speakers.create(input));
    }

    @PUT
    @Allowed(Role.editor)
    @Path("/{id}")
    @Operation(
            operationId = "replaceSpeaker",
            summary = "Replace a person's name and place",
            description =
                    "What the body leaves out is removed. Meetings and directives show the new name at once. Read-only members are accepted and ignored.")
    public Response replace(@RestPath String id, @RestHeader("If-Match") String ifMatch, SpeakerRecord input) {
        return writing.change(RecordKind.speaker, id, ifMatch, record -> {
            Writing.sameId(input.id(), record);
            speakers.replace(record.id(), input);
        });
    }

    @PATCH
    @Allowed(Role.editor)
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(
            operationId = "patchSpeaker",
            summary = "Change a person's name or place",
            description = "JSON Merge Patch (RFC 7396): what is named is set, `null` removes.")
    public Response patch(@RestPath String id, @RestHeader("If-Match") String ifMatch, MergePatch patch) {
        return writing.patch(RecordKind.speaker, id, ifMatch, patch, SpeakerRecord.class, (record, input) -> {
            Writing.sameId(input.id(), record);
            speakers.replace(record.id(), input);
        });
    }

    @DELETE
    @Allowed(Role.editor)
    @Path("/{id}")
    @Operation(
            operationId = "deleteSpeaker",
            summary = "Delete a person",
            description =
                    "Leaves a tombstone: the address answers 410 afterwards. One who took part in a meeting, gave a directive, or into whom another was merged cannot be deleted (409).")
    public Response delete(@RestPath String id, @RestHeader("If-Match") String ifMatch) {
        return writing.delete(RecordKind.speaker, id, ifMatch, record -> speakers.delete(record.id()));
    }

    @POST
    @Allowed(Role.reviewer)
    @Path("/{id}/merge")
    @Operation(
            operationId = "mergeSpeaker",
            summary = "Merge a person into another",
            description =
                    "For two records of one person. All participations and directives go to the person named in `into`; where both are stated at one meeting the two participations become one, with the posts and roles of both. `If-Match` is the version of the one who is merged, whose id leads to the survivor from then on. Answers with the survivor.")
    public Response merge(
            @RestPath String id,
            @RestHeader("If-Match") String ifMatch,
            @RestHeader("Idempotency-Key") String idempotencyKey,
            SpeakerMerge input) {
        return identity.merge(id, ifMatch, idempotencyKey, input);
    }

    @POST
    @Allowed(Role.reviewer)
    @Path("/{id}/split")
    @Operation(
            operationId = "splitSpeaker",
            summary = "Split a person into two",
            description =
                    "For one record of two people. The other person takes over the participations and directives of the meetings that are named. With `id`, one who was merged into this person stands alone again under the old id, so that a merge can be undone.")
    public Response split(
            @RestPath String id,
            @RestHeader("If-Match") String ifMatch,
            @RestHeader("Idempotency-Key") String idempotencyKey,
            SpeakerSplit input) {
        return identity.split(id, ifMatch, idempotencyKey, input);
    }
}
