package bienban.directive;

import bienban.record.Reading;
import bienban.record.RecordKind;
import bienban.record.Shape;
import bienban.security.Allowed;
import bienban.security.Caller;
import bienban.security.Role;
import bienban.security.Scope;
import bienban.shared.ApiException;
import bienban.shared.MergePatch;
import bienban.shared.Paging;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/directives")
@Tag(name = "Directives", description = "What was instructed to whom, and what became of it")
class DirectiveResource {
    private static final Shape SHAPE = new Shape(DirectiveRecord.class, Map.of("updates", "updates"));
    private static final Shape REPORT = new Shape(ProgressReport.class, Map.of());

    private final DirectiveRepository directives;
    private final DirectiveChange change;
    private final Summaries summaries;
    private final Reading reading;
    private final Caller caller;

    DirectiveResource(
            DirectiveRepository directives,
            DirectiveChange change,
            Summaries summaries,
            Reading reading,
            Caller caller) {
        this.directives = directives;
        this.change = change;
        this.summaries = summaries;
        this.reading = reading;
        this.caller = caller;
    }

    @GET
    @Allowed
    @Operation(
            operationId = "listDirectives",
            summary = "List directives over all meetings, newest first",
            description =
                    "Each with its state and timeliness on the day of `asOf`, computed at every answer; `include=updates` brings the progress reports. Sorts: `heldOn` (of the meeting), `dueOn` (the day on which the deadline ends; without one last), `updatedAt`. A directive is given and withdrawn through its meeting.")
    public Response list(@BeanParam @Valid DirectiveQuery query, @BeanParam @Valid Paging paging) {
        if (query.asksForUnpublished()) {
            caller.mustSeeDrafts();
        }
        return reading.page(
                directives.list(query, caller.scope()), paging, SHAPE, DirectiveRepository.progress(query.asOf()));
    }

    @GET
    @Allowed
    @Path("/summary")
    @Operation(
            operationId = "summarizeDirectives",
            summary = "Count directives by completion and deadline",
            description =
                    "The classes of Decision 42/2014/QĐ-TTg (amended by 23/2018/QĐ-TTg), over all directives that fit and for each place, addressee or month. By addressee a directive counts for each addressee that leads it; by month for the month in which its deadline ends; without one under `none`. Drafts count only when `status` asks for them. Groups come in Vietnamese alphabetical order, months in theirs.")
    public DirectiveSummary summary(@BeanParam @Valid DirectiveQuery query, @BeanParam @Valid SummaryQuery grouping) {
        if (query.asksForUnpublished()) {
            caller.mustSeeDrafts();
        }
        var scope = query.asksForUnpublished() ? caller.scope() : Scope.NOTHING;
        return summaries.summary(grouping.by(), query, scope, grouping.most());
    }

    @GET
    @Allowed
    @Path("/{id}")
    @Operation(
            operationId = "getDirective",
            summary = "Get one directive",
            description = "With all its progress reports, and its state and timeliness on the day of `asOf`.")
    public Response get(
            @RestPath String id,
            @RestQuery String fields,
            @Parameter(
                            description =
                                    "The day on which state and timeliness are judged; today in Viet Nam unless stated",
                            example = "2022-12-31")
                    @RestQuery
                    LocalDate asOf) {
        return reading.one(RecordKind.directive, id, SHAPE, fields, DirectiveRepository.progress(asOf));
    }

    @PUT
    @Allowed(Role.editor)
    @Path("/{id}")
    @Operation(
            operationId = "replaceDirective",
            summary = "Replace what a directive says",
            description =
                    "Corrects one directive without sending its meeting, which changes with it. What the body leaves out is removed, but the ordinal stays unless stated. Read-only members are accepted and ignored; progress is appended, never replaced.")
    public Response replace(@RestPath String id, @RestHeader("If-Match") String ifMatch, DirectiveRecord input) {
        return change.replace(id, ifMatch, input);
    }

    @PATCH
    @Allowed(Role.editor)
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(
            operationId = "patchDirective",
            summary = "Correct parts of a directive",
            description =
                    "JSON Merge Patch (RFC 7396): what is named is set, `null` removes, lists are replaced whole. Its meeting changes with it.")
    public Response patch(@RestPath String id, @RestHeader("If-Match") String ifMatch, MergePatch patch) {
        return change.patch(id, ifMatch, patch);
    }

    @GET
    @Allowed
    @Path("/{id}/progress")
    @Operation(
            operationId = "listProgressReports",
            summary = "List the progress reports of a directive, latest first",
            description = "Sort: `reportedOn`; `sort=reportedOn` gives them in the order of time.")
    public Response reports(@RestPath String id, @BeanParam @Valid Paging paging) {
        return reading.part(RecordKind.directive, id, () -> reading.page(directives.reports(id), paging, REPORT));
    }

    @GET
    @Allowed
    @Path("/{id}/progress/{report}")
    @Operation(
            operationId = "getProgressReport",
            summary = "Get one progress report",
            description = "As it was appended; it is never rewritten.")
    public Response report(@RestPath String id, @RestPath UUID report) {
        return reading.part(
                RecordKind.directive,
                id,
                () -> Response.ok(directives
                                .report(id, report)
                                .orElseThrow(() -> ApiException.notFound("progress report", report)))
                        .type("application/json")
                        .build());
    }

    @POST
    @Allowed(Role.editor)
    @Path("/{id}/progress")
    @Operation(
            operationId = "appendProgressReport",
            summary = "Report on the progress of a directive",
            description =
                    "Appends to the timeline, which is never rewritten: an error is corrected by a further report. The directive gets a new version. No `If-Match` is needed, because nothing is replaced.")
    public Response append(
            @RestPath String id, @RestHeader("Idempotency-Key") String idempotencyKey, ProgressReport input) {
        return change.append(id, idempotencyKey, input);
    }
}
