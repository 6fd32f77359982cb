package bienban.key;

import bienban.record.Derived;
import bienban.record.Reading;
import bienban.record.Shape;
import bienban.security.Allowed;
import bienban.security.Role;
import bienban.shared.ApiException;
import bienban.shared.InputError;
import bienban.shared.Paging;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/keys")
@Tag(name = "Keys", description = "Who may write, where; for administrators")
class KeyResource {
    private static final String PATH = "/v1/keys/";
    private static final Shape SHAPE = new Shape(KeyRecord.class, Map.of());

    private final Keys keys;
    private final KeyRepository repository;
    private final Reading reading;
    private final HttpHeaders headers;

    KeyResource(Keys keys, KeyRepository repository, Reading reading, HttpHeaders headers) {
        this.keys = keys;
        this.repository = repository;
        this.reading = reading;
        this.headers = headers;
    }

    @GET
    @Allowed(Role.admin)
    @Operation(
            operationId = "listKeys",
            summary = "List keys, newest first",
            description = "Never the keys themselves. Sort: `createdAt`.")
    public Response list(@BeanParam @Valid KeyQuery query, @BeanParam @Valid Paging paging) {
        return reading.page(repository.list(query), paging, SHAPE, Derived.NOTHING);
    }

    @GET
    @Path("/{id}")
    @Allowed(Role.admin)
    @Operation(
            operationId = "getKey",
            summary = "Get what is known of one key",
            description = "Whose it is, what it may do and until when; never the key itself.")
    public Response get(@RestPath UUID id) {
        return secret(Response.ok(keys.get(id)));
    }

    @POST
    @Allowed(Role.admin)
    @Operation(
            operationId = "createKey",
            summary = "Make a key",
            description =
                    "The answer holds the key, this once: only a hash of it is kept. Because no answer with a key is kept either, `Idempotency-Key` is refused here; a key whose answer was lost is revoked, and another one made.")
    public Response create(KeyInput input) {
        mustNotRepeat();
        return made(keys.create(input));
    }

    @POST
    @Path("/{id}/rotate")
    @Allowed(Role.admin)
    @Operation(
            operationId = "rotateKey",
            summary = "Replace a key by a new one",
            description =
                    "The answer holds the new key, this once. The old one stays valid beside it for `overlapHours`, until `previousValidUntil`; id, role, places and end stay the same. A key that was revoked or has ended is not rotated (409).")
    public Response rotate(@RestPath UUID id, KeyRotation input) {
        mustNotRepeat();
        return made(keys.rotate(id, input));
    }

    @DELETE
    @Path("/{id}")
    @Allowed(Role.admin)
    @Operation(
            operationId = "revokeKey",
            summary = "Revoke a key",
            description =
                    "It is refused at once by this process, and within three seconds by others on the same database. What is known of it stays, because history names it. Revoking it again changes nothing.")
    public Response revoke(@RestPath UUID id) {
        keys.revoke(id);
        return Response.noContent().build();
    }

    private void mustNotRepeat() {
        if (headers.getHeaderString("Idempotency-Key") != null) {
            throw ApiException.invalid(InputError.in("Idempotency-Key", "not_repeatable"));
        }
    }

    private static Response made(Keys.Made made) {
        var whole = made.document().substring(0, made.document().length() - 1) + ",\"key\":\"" + made.key() + "\"}";
        return secret(Response.created(URI.create(PATH + made.id())).entity(whole));
    }

    private static Response secret(Response.ResponseBuilder answer) {
        return answer.type("application/json")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
