package bienban.changes.webhook;

import bienban.record.Derived;
import bienban.record.Reading;
import bienban.record.Shape;
import bienban.security.Allowed;
import bienban.security.Role;
import bienban.shared.ApiException;
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

@Path("/v1/webhooks")
@Tag(name = "Webhooks", description = "Who is told that the feed has grown; for administrators")
class WebhookResource {
    private static final Shape SHAPE = new Shape(WebhookRecord.class, Map.of());

    private final Webhooks webhooks;
    private final WebhookRepository repository;
    private final Reading reading;

    WebhookResource(Webhooks webhooks, WebhookRepository repository, Reading reading) {
        this.webhooks = webhooks;
        this.repository = repository;
        this.reading = reading;
    }

    @GET
    @Allowed(Role.admin)
    @Operation(
            operationId = "listWebhooks",
            summary = "List webhooks, newest first",
            description = "With how the last calls went; never with their secrets. Sort: `createdAt`.")
    public Response list(@BeanParam @Valid Paging paging) {
        return reading.page(repository.list(), paging, SHAPE, Derived.NOTHING);
    }

    @GET
    @Path("/{id}")
    @Allowed(Role.admin)
    @Operation(
            operationId = "getWebhook",
            summary = "Get one webhook",
            description =
                    "How far it has been told, when that last worked, why it last failed and when it is tried again.")
    public Response get(@RestPath UUID id) {
        return answer(Response.ok(document(id)));
    }

    @POST
    @Allowed(Role.admin)
    @Operation(operationId = "createWebhook", summary = "Be told when the feed grows", description = """
                    Soon after a public change that fits, `POST`s `{"type":"changes.available","timestamp":…,"data":{"cursor":…}}` to the address: a hint, without content, after \
                    which one reads the feed from one's own position. It is signed as Standard Webhooks are: `webhook-signature` is `v1,` and the base64 of the HMAC-SHA256, with the \
                    bytes of the secret behind `whsec_`, of `webhook-id`, `webhook-timestamp` and the body with dots between. Any status of 2xx within 10 seconds is taken for arrived; else it is tried again \
                    after 5 seconds, then twice as long each time up to an hour. One call at a time; what happens between two is one call. \
                    The answer holds the secret, this once.""")
    public Response create(WebhookInput input) {
        var made = webhooks.create(input);
        var document = document(made.id());
        var whole = document.substring(0, document.length() - 1) + ",\"secret\":\"" + made.secret() + "\"}";
        return answer(Response.created(URI.create("/v1/webhooks/" + made.id())).entity(whole));
    }

    @POST
    @Path("/{id}/pause")
    @Allowed(Role.admin)
    @Operation(
            operationId = "pauseWebhook",
            summary = "Pause a webhook",
            description = "It is not called until it is resumed. Pausing it again changes nothing.")
    public Response pause(@RestPath UUID id) {
        return set(id, WebhookStatus.paused);
    }

    @POST
    @Path("/{id}/resume")
    @Allowed(Role.admin)
    @Operation(
            operationId = "resumeWebhook",
            summary = "Resume a webhook",
            description = "It is told of what has happened meanwhile, with one call; one that failed is tried at once.")
    public Response resume(@RestPath UUID id) {
        return set(id, WebhookStatus.active);
    }

    @DELETE
    @Path("/{id}")
    @Allowed(Role.admin)
    @Operation(
            operationId = "deleteWebhook",
            summary = "Delete a webhook",
            description = "It is not called any more, and forgotten.")
    public Response delete(@RestPath UUID id) {
        if (!repository.delete(id)) {
            throw ApiException.notFound("webhook", id);
        }
        return Response.noContent().build();
    }

    private Response set(UUID id, WebhookStatus status) {
        repository.set(id, status);
        return answer(Response.ok(document(id)));
    }

    private String document(UUID id) {
        return repository.find(id).orElseThrow(() -> ApiException.notFound("webhook", id));
    }

    private static Response answer(Response.ResponseBuilder answer) {
        return answer.type("application/json")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
