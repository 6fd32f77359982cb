package bienban.changes.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import bienban.Given;
import bienban.changes.OwnDatabase;
import bienban.changes.webhook.WebhookRepository.Due;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Pings arrive, signed; what fails is tried again, and nobody is led to where they did not ask to be called. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class DeliveryTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwQ2VtZ8Jx";

    @Inject
    Given given;

    @Inject
    Vertx vertx;

    @Test
    void pingsWithASignatureAndNothingElse() throws Exception {
        var place = given.place();
        try (var receiver = new Receiver()) {
            var id = hook(receiver.url("/hook?a=b"), place);
            var title = "Hội nghị thử nghiệm";
            given.meeting(place, "2024-01-01");
            var call = receiver.call(20);
            assertThat(call).isNotNull();
            assertThat(call.path()).isEqualTo("/hook?a=b");
            assertThat(call.signature())
                    .isEqualTo(Signature.of(
                            Signature.key(SECRET), call.id(), Long.parseLong(call.timestamp()), call.body()));
            assertThat(Long.parseLong(call.timestamp()))
                    .isCloseTo(Instant.now().getEpochSecond(), org.assertj.core.data.Offset.offset(60L));
            assertThat(call.body())
                    .startsWith("{\"type\":\"changes.available\",")
                    .doesNotContain(title, place);
            var cursor = io.restassured.path.json.JsonPath.from(call.body()).getString("data.cursor");
            assertThat(given().get("/v1/changes?since=" + cursor).statusCode()).isEqualTo(200);
            var told = await(id, hook -> hook.path("lastSuccessAt") != null);
            assertThat(told.<Integer>path("failures")).isZero();
            assertThat(told.<String>path("position")).isEqualTo(cursor);
        }
    }

    @Test
    void saysNothingOfDraftsAndOtherPlaces() throws Exception {
        var place = given.place();
        try (var receiver = new Receiver()) {
            var id = hook(receiver.url("/"), place);
            var start = given.editor().get("/v1/webhooks/{id}", id).<String>path("position");
            given.meeting(given.place(), "2024-01-01");
            given.post(
                    "/v1/meetings",
                    "{\"title\": \"a\", \"kind\": \"other\", \"place\": {\"code\": \"%s\"}}".formatted(place));
            await(id, hook -> !hook.<String>path("position").equals(start) || hook.path("lastSuccessAt") != null);
            assertThat(receiver.call(3)).isNull();
        }
    }

    @Test
    void triesAgainUntilItArrivesAndFollowsNobody() throws Exception {
        var place = given.place();
        try (var receiver = new Receiver()) {
            receiver.willAnswer(302);
            var id = hook(receiver.url("/hook"), place);
            given.meeting(place, "2024-01-01");
            var first = receiver.call(20);
            var failed = await(id, hook -> hook.<Integer>path("failures") > 0);
            assertThat(failed.<String>path("lastError")).isEqualTo("refused");
            assertThat(failed.<String>path("nextTryAt")).isNotBlank();
            given.editor().post("/v1/webhooks/{id}/resume", id);
            var second = receiver.call(20);
            assertThat(second.path()).as("not where the redirect led").isEqualTo("/hook");
            assertThat(second.id()).as("the same news").isEqualTo(first.id());
            assertThat(await(id, hook -> hook.<Integer>path("failures") == 0).<String>path("lastSuccessAt"))
                    .isNotBlank();
        }
    }

    @Test
    void callsOneAtATimeHoweverMuchHappens() throws Exception {
        var place = given.place();
        try (var receiver = new Receiver()) {
            receiver.takesItsTime(2_500);
            hook(receiver.url("/"), place);
            for (int day = 1; day <= 9; day++) {
                given.meeting(place, "2024-01-0" + day);
            }
            assertThat(receiver.call(20)).isNotNull();
            for (var call = receiver.call(6); call != null; call = receiver.call(6)) {
                assertThat(call.id()).isNotBlank();
            }
            assertThat(receiver.mostAtOnce()).isEqualTo(1);
        }
    }

    @Test
    void connectsToTheAddressThatWasChecked() throws Exception {
        try (var receiver = new Receiver()) {
            var asked = new AtomicInteger();
            // A name that would lead elsewhere the second time it is asked for.
            var addresses = new Addresses(
                    host -> new InetAddress[] {
                        asked.getAndIncrement() == 0
                                ? InetAddress.getLoopbackAddress()
                                : InetAddress.getByName("192.0.2.1")
                    },
                    true);
            var sender = new Sender(addresses, vertx);
            var hook = due("http://hooks.example.org:" + receiver.port() + "/x");
            assertThat(sender.send(hook, "here")).isEmpty();
            assertThat(asked).hasValue(1);
            assertThat(receiver.call(5).host()).isEqualTo("hooks.example.org:" + receiver.port());
            sender.close();
        }
    }

    @Test
    void neverCallsAPrivateAddress() throws Exception {
        try (var receiver = new Receiver()) {
            var sender = new Sender(new Addresses(InetAddress::getAllByName, false), vertx);
            assertThat(sender.send(due(receiver.url("/")), "here")).contains(WebhookFailure.private_address);
            assertThat(receiver.call(1)).isNull();
            sender.close();
        }
    }

    private static Due due(String url) {
        return new Due(UUID.randomUUID(), url, Signature.key(SECRET), List.of(), Optional.empty(), "", 0);
    }

    private String hook(String url, String place) {
        return given.post("/v1/webhooks", """
                {"url": "%s", "place": "%s", "types": ["meetings"], "secret": "%s"}""".formatted(url, place, SECRET))
                .extract()
                .path("id");
    }

    private Response await(String id, Predicate<Response> condition) {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (true) {
            var hook = given.editor().get("/v1/webhooks/{id}", id);
            if (condition.test(hook)) {
                return hook;
            }
            assertThat(System.nanoTime()).as(hook.asString()).isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
    }
}
