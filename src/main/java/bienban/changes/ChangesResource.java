package bienban.changes;

import bienban.changes.ChangeRepository.Portion;
import bienban.changes.Listener.Connection;
import bienban.security.Allowed;
import bienban.security.Caller;
import io.quarkus.vertx.http.Uncompressed;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerResponse;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;

@Path("/v1/changes")
@Tag(name = "Changes", description = "What changed: for whoever keeps a copy")
class ChangesResource {
    /** A page of a thousand whole meetings would be larger than anybody wants to read at once. */
    private static final int HEAVIEST = 8 * 1024 * 1024;

    private final Feed feed;
    private final Listeners listeners;
    private final Caller caller;

    ChangesResource(Feed feed, Listeners listeners, Caller caller) {
        this.feed = feed;
        this.listeners = listeners;
        this.caller = caller;
    }

    @GET
    @Allowed
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "listChanges", summary = "What changed since a position", description = """
                    Every committed change, whoever made it, in one order that never grows an entry behind what has been handed out, also while slow \
                    transactions are open. Send the last answer's `next` as `since`; ask again at once while `hasMore`, and else when you like. Items may come \
                    twice: apply one when its `version` is higher than yours. What is deleted or taken back is an item too.

                    A position of another database, of one that was set back to an earlier state, or from before the retention is refused with 410 \
                    (`resync-needed`): take an export (`Link`) and go on from its `Feed-Cursor`.

                    With `Accept: text/event-stream` the connection stays open and each change is sent as an event: `id` is its position, `event` its \
                    action, `data` the item. It resumes from `Last-Event-ID`, sends a comment when nothing happens for 15 seconds, and ends after a quarter of an hour; \
                    an `EventSource` comes again by itself.""")
    @APIResponse(
            responseCode = "200",
            description = "A stretch of the feed; or, as `text/event-stream`, the feed as it grows",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ChangePage.class)),
                @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = String.class))
            })
    public Response list(@BeanParam @Valid ChangesQuery query) {
        var portion = new Portion(query.pageSize(), query.withRecords(), HEAVIEST);
        return Response.ok(feed.page(query.since(), filter(query), portion).json())
                .header(HttpHeaders.VARY, "Accept, Authorization")
                .build();
    }

    @GET
    @Allowed
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS + ";qs=0.5")
    @Uncompressed
    @Operation(hidden = true)
    public void listen(
            @BeanParam @Valid ChangesQuery query,
            @RestHeader("Last-Event-ID") String lastEventId,
            @Context SseEventSink sink,
            @Context Sse sse,
            @Context HttpServerResponse response) {
        // It is what was sent last; the address still says where the first connection began.
        var since = lastEventId == null ? query.since() : lastEventId;
        listeners.add(new Connection(sse, sink, response), since, filter(query), query.withRecords());
    }

    private ChangeFilter filter(ChangesQuery query) {
        return new ChangeFilter(
                query.kinds(), query.place() == null ? List.of() : query.place(), query.within(), caller.scope());
    }
}
