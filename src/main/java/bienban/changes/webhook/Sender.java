package bienban.changes.webhook;

import bienban.changes.webhook.Addresses.UncallableException;
import bienban.changes.webhook.WebhookRepository.Due;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends one ping: to the address that was checked, with a signature, following nobody anywhere. */
@Singleton
class Sender {
    private static final int CONNECT_MILLISECONDS = 5_000;
    private static final int ANSWER_SECONDS = 10;

    private final Addresses addresses;
    private final HttpClient client;

    Sender(Addresses addresses, Vertx vertx) {
        this.addresses = addresses;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLISECONDS)
                .setKeepAlive(false)
                .setMaxRedirects(0));
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /** Empty when it arrived. */
    Optional<WebhookFailure> send(Due hook, String cursor) {
        var uri = URI.create(hook.url());
        try {
            var status = post(uri, addresses.of(host(uri)), ping(hook, cursor))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(CONNECT_MILLISECONDS / 1000 + ANSWER_SECONDS, TimeUnit.SECONDS);
            return status >= 200 && status < 300 ? Optional.empty() : Optional.of(WebhookFailure.refused);
        } catch (UncallableException e) {
            return Optional.of(e.failure());
        } catch (TimeoutException e) {
            return Optional.of(WebhookFailure.timeout);
        } catch (ExecutionException e) {
            var late = e.getCause() instanceof TimeoutException
                    || String.valueOf(e.getCause().getMessage()).contains("timeout");
            return Optional.of(late ? WebhookFailure.timeout : WebhookFailure.unreachable);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(WebhookFailure.timeout);
        }
    }

    /** An IPv6 literal stands in brackets. */
    static String host(URI uri) {
        return uri.getHost().replace("[", "").replace("]", "");
    }

    private Future<Integer> post(URI uri, InetAddress address, Ping ping) {
        var secure = uri.getScheme().equalsIgnoreCase("https");
        var port = uri.getPort() >= 0 ? uri.getPort() : secure ? 443 : 80;
        var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        var options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, port)))
                .setHost(uri.getHost())
                .setPort(port)
                .setSsl(secure)
                .setURI(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery())
                .setFollowRedirects(false)
                .setTimeout(TimeUnit.SECONDS.toMillis(ANSWER_SECONDS))
                .putHeader("Content-Type", "application/json")
                .putHeader("User-Agent", "Bienban-Webhook/1")
                .putHeader("webhook-id", ping.id())
                .putHeader("webhook-timestamp", String.valueOf(ping.second()))
                .putHeader("webhook-signature", ping.signature());
        return client.request(options)
                .compose(request -> request.send(Buffer.buffer(ping.body())).map(answer -> {
                    // What it says beside its status is of no interest, however long it is; nor that it is cut off.
                    answer.exceptionHandler(cutOff -> {});
                    request.reset();
                    return answer.statusCode();
                }));
    }

    private static Ping ping(Due hook, String cursor) {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var body = "{\"type\":\"changes.available\",\"timestamp\":\"%s\",\"data\":{\"cursor\":\"%s\"}}"
                .formatted(now, cursor);
        // The same news bears the same name when it is told again.
        var id = hook.id() + "." + cursor;
        return new Ping(id, now.getEpochSecond(), body, Signature.of(hook.key(), id, now.getEpochSecond(), body));
    }

    private record Ping(String id, long second, String body, String signature) {}
}
