package bienban.federation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import bienban.Given;
import bienban.Refusal;
import bienban.changes.OwnDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** An upstream that nobody answers for. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class UpstreamResourceTest {
    @Inject
    Given given;

    private void awaitFirstTry() throws Exception {
        Await.that("it was tried", () -> given().get("/v1/upstreams/nobody").path("reachable"), false);
    }

    @Test
    void tellsAllHowFarTheCopyGoesAndAdministratorsWhy() throws Exception {
        awaitFirstTry();
        var open = given().get("/v1/upstreams");
        assertThat(open.<String>path("items[0].name")).isEqualTo("nobody");
        assertThat(open.<Boolean>path("items[0].stale")).isTrue();
        assertThat(open.<String>path("items[0].state")).isEqualTo("snapshot");
        assertThat(open.asString()).doesNotContain("127.0.0.1", "place=292");
        var inside = given().header("Authorization", Given.KEY).get("/v1/upstreams/nobody");
        assertThat(inside.<String>path("inside.url")).isEqualTo("http://127.0.0.1:9");
        assertThat(inside.<String>path("inside.filter")).isEqualTo("place=292&within=subtree");
        assertThat(inside.<String>path("inside.lastError")).startsWith("unreachable");
    }

    @Test
    void refusesNamesThatAreNotConfigured() {
        Refusal.of(given().header("Accept-Language", "en").get("/v1/upstreams/other"), 404, "not-found");
    }

    @Test
    void answersWithFewStatements() throws Exception {
        awaitFirstTry();
        assertThat(fewest(() -> given().get("/v1/upstreams"))).isEqualTo(1);
        assertThat(fewest(() -> given().get("/v1/upstreams/nobody"))).isEqualTo(1);
        assertThat(fewest(() -> given().header("Authorization", Given.KEY).get("/v1/upstreams/nobody")))
                .isEqualTo(2);
    }

    /** Of several times, because another thread looks now and then how far the copies go. */
    private long fewest(Runnable deed) {
        return LongStream.generate(() -> given.statementsOf(deed))
                .limit(5)
                .min()
                .orElseThrow();
    }
}
