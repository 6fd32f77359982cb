package bienban.changes;

import bienban.security.Allowed;
import bienban.security.Scope;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/digest")
@Tag(name = "Changes")
class DigestResource {
    private final Feed feed;
    private final DigestRepository digests;

    DigestResource(Feed feed, DigestRepository digests) {
        this.feed = feed;
        this.digests = digests;
    }

    @GET
    @Allowed
    @Transactional
    @Operation(operationId = "getDigest", summary = "What a whole copy must come to", description = """
                    Count and SHA-256 of all published records of one type, or of each place and month, at one position of the feed: a copy can show that it is whole, or find \
                    the month in which it is not. The hash of a record is the SHA-256 of its canonical JSON, the bytes that exports and `include=record` hold. With the records \
                    of a group as lines of a file, the digest is that of

                    `LC_ALL=C sort FILE | while IFS= read -r d; do printf %s "$d" | sha256sum; done | cut -c1-64 | tr a-f A-F | basenc -d --base16 -w0 | sha256sum`

                    Pass your own position as `at` to compare with what your copy must hold by then, whatever was written since.""")
    @APIResponse(
            responseCode = "200",
            description = "Count and digest of each group",
            headers =
                    @Header(
                            name = "Feed-Cursor",
                            description = "The position whose state this is",
                            schema = @Schema(implementation = String.class)),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Digest.class)))
    public Response get(@BeanParam @Valid DigestQuery query) {
        var kind = query.kind();
        var filter = new ChangeFilter(
                List.of(kind), query.place() == null ? List.of() : query.place(), query.within(), Scope.NOTHING);
        var at = query.at() == null ? feed.end() : feed.start("at", query.at(), filter);
        var parts = digests.parts(kind, at, query.groups(), filter);
        return Response.ok(new Digest(kind.plural(), at.toString(), parts))
                .header("Feed-Cursor", at)
                .build();
    }
}
