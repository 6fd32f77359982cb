package bienban.exchange.export;

import bienban.directive.DirectiveQuery;
import bienban.directive.DirectiveRepository;
import bienban.indicator.ObservationQuery;
import bienban.indicator.ObservationRepository;
import bienban.meeting.MeetingQuery;
import bienban.meeting.MeetingRepository;
import bienban.security.Allowed;
import bienban.speaker.SpeakerQuery;
import bienban.speaker.SpeakerRepository;
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
class ExportResource {
    private final Exports exports;
    private final MeetingRepository meetings;
    private final SpeakerRepository speakers;
    private final DirectiveRepository directives;
    private final ObservationRepository observations;

    ExportResource(
            Exports exports,
            MeetingRepository meetings,
            SpeakerRepository speakers,
            DirectiveRepository directives,
            ObservationRepository observations) {
        this.exports = exports;
        this.meetings = meetings;
        this.speakers = speakers;
        this.directives = directives;
        this.observations = observations;
    }

    @GET
    @Allowed
    @Path("/meetings.{form}")
    @Produces({Exports.JSON_LINES, Exports.TABLE})
    @Operation(
            operationId = "exportMeetings",
            summary = "Export all meetings",
            description =
                    "All meetings, whole." + Forms.OF_ALL
                            + "id, version, updatedAt, title, kind, extended, ordinal, termNumber, termYears, heldOn, dayPart, mode, host, hostName, place, placeName, reviewPeriod.")
    public Response meetings(
            @Parameter(description = Forms.FORM) @RestPath ExportForm form,
            @BeanParam @Valid MeetingQuery query,
            @Parameter(description = Forms.AFTER) @RestQuery UUID after) {
        return exports.file(form, meetings.list(query, exports.scope(query.asksForUnpublished())), after);
    }

    @GET
    @Allowed
    @Path("/speakers.{form}")
    @Produces({Exports.JSON_LINES, Exports.TABLE})
    @Operation(
            operationId = "exportSpeakers",
            summary = "Export all people",
            description = "All people, with the timelines of their posts." + Forms.OF_ALL
                    + "id, version, updatedAt, name, place, placeName.")
    public Response speakers(
            @Parameter(description = Forms.FORM) @RestPath ExportForm form,
            @BeanParam @Valid SpeakerQuery query,
            @Parameter(description = Forms.AFTER) @RestQuery UUID after) {
        return exports.file(form, speakers.list(query, exports.scope(query.asksForUnpublished())), after);
    }

    @GET
    @Allowed
    @Path("/directives.{form}")
    @Produces({Exports.JSON_LINES, Exports.TABLE})
    @Operation(
            operationId = "exportDirectives",
            summary = "Export all directives",
            description =
                    "All directives, with the reports on their progress; what depends on the day of asking is not in them."
                            + Forms.OF_ALL
                            + "id, version, updatedAt, meeting, meetingTitle, heldOn, place, placeName, ordinal, text, issuerType, issuer, issuerName, addressees, legalBasis, dueOn, dueText, topics.")
    public Response directives(
            @Parameter(description = Forms.FORM) @RestPath ExportForm form,
            @BeanParam @Valid DirectiveQuery query,
            @Parameter(description = Forms.AFTER) @RestQuery UUID after) {
        return exports.file(form, directives.list(query, exports.scope(query.asksForUnpublished())), after);
    }

    @GET
    @Allowed
    @Path("/observations.{form}")
    @Produces({Exports.JSON_LINES, Exports.TABLE})
    @Operation(
            operationId = "exportObservations",
            summary = "Export all observations",
            description =
                    "All observations." + Forms.OF_ALL
                            + "id, version, updatedAt, place, placeName, placeLevel, indicator, label, parent, value, rangeTo, unit, unitMultiplier, unitLabel, normalizedValue, comparator, estimated, kind, period, periodFrom, periodTo, planShare, yearOnYear, yearOnYearAbsolute, yearOnYearFactor, whole, share, flags, meeting, meetingTitle, heldOn, sourceTitle, sourceUrl, raw.")
    public Response observations(
            @Parameter(description = Forms.FORM) @RestPath ExportForm form,
            @BeanParam @Valid ObservationQuery query,
            @Parameter(description = Forms.AFTER) @RestQuery UUID after) {
        return exports.file(form, observations.list(query, exports.scope(query.asksForUnpublished())), after);
    }

    @GET
    @Allowed
    @Path("/observations.xlsx")
    @Produces(Exports.WORKBOOK)
    @Operation(
            operationId = "exportObservationsAsWorkbook",
            summary = "Export all observations as a workbook",
            description =
                    "The columns of the CSV, with headings in the language of `Accept-Language`, for people in offices. Numbers are numbers; one with more than fifteen digits, which a spreadsheet would round, is text. At most 1 048 575 rows: more are refused (400 `too-many-rows`) before anything is sent. A workbook that was cut off cannot be opened.")
    public Response workbook(
            @BeanParam @Valid ObservationQuery query, @Parameter(description = Forms.AFTER) @RestQuery UUID after) {
        return exports.workbook(observations.list(query, exports.scope(query.asksForUnpublished())), after);
    }
}
