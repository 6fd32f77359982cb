package bienban.changes;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bienban.Audited;
import bienban.Given;
import bienban.Refusal;
import bienban.Stored;
import bienban.record.FeedPosition;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Old changes are taken away from the beginning, a restored database begins anew, and whoever missed something is told. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RetentionTest {
    private static final String OLD =
            "insert into record_change (xact, kind, record_id, key, version, action, status, is_public, changed_at)"
                    + " select '1', 'meeting', gen_random_uuid(), cast(n as text), 1, 'created', 'published', true, now() - interval '%d days'"
                    + " from generate_series(1, %d) n";

    @Inject
    Given given;

    @Inject
    Stored stored;

    @Inject
    Retention retention;

    @Inject
    Feed feed;

    @Inject
    Listeners listeners;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String username;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @ConfigProperty(name = "quarkus.flyway.username")
    Optional<String> owner;

    @Test
    @Order(1)
    void takesOldChangesAwayAndTellsWhoMissedThem() {
        assertThat(given().get("/v1/changes?limit=1").statusCode()).isEqualTo(200);
        given.sql(OLD.formatted(101, 3));
        given.sql(OLD.formatted(99, 2));
        var old = given().get("/v1/changes?limit=4").<List<String>>path("items.id");
        var kept = given().get("/v1/changes?limit=10&since=" + old.get(3)).<List<String>>path("items.id");
        try (var audited = new Audited()) {
            retention.prune();
            assertThat(audited.of("pruneChanges"))
                    .extracting(line -> line.path("subject").asText() + " "
                            + line.path("changed").asInt())
                    .containsExactly("system:retention 3");
        }

        assertThat(stored.number("select count(*) from record_change where changed_at < now() - interval '100 days'"))
                .isZero();
        assertThat(stored.number("select count(*) from record_change where changed_at < now() - interval '98 days'"))
                .isEqualTo(2);
        assertGone("/v1/changes?types=meetings");
        assertGone("/v1/changes?types=meetings&since=" + old.get(0));
        assertGone("/v1/changes?types=meetings&since=" + old.get(1));
        assertThat(given().get("/v1/changes?limit=1&since=" + old.get(2)).<List<String>>path("items.id"))
                .as("the last one taken away is where the feed begins")
                .containsExactly(old.get(3));
        assertThat(given().get("/v1/changes?limit=10&since=" + old.get(3)).<List<String>>path("items.id"))
                .isEqualTo(kept);
        try (var audited = new Audited()) {
            retention.prune();
            assertThat(audited.lines()).as("nothing was taken away").isEmpty();
        }
        assertThat(given().get("/v1/changes?limit=1&since=" + old.get(2)).statusCode())
                .isEqualTo(200);
    }

    @Test
    @Order(2)
    void keepsAnsweringForWhatWasDeleted() {
        var id = given.meeting(given.place(), "2024-01-01");
        given.editor().header("If-Match", "*").delete("/v1/meetings/{id}", id);
        given.sql(OLD.formatted(120, 1));
        retention.prune();
        Refusal.of(given().get("/v1/meetings/{id}", id), 410, "gone");
    }

    @Test
    @Order(3)
    void beginsANewFeedAfterARestore() throws SQLException {
        var place = given.place();
        var id = given.meeting(place, "2024-01-01");
        given.patch().body("{\"title\": \"b\"}").patch("/v1/meetings/{id}", id);
        var before = Follower.now();
        // What a dump brings along: the name of another cluster, and its transaction numbers, far ahead of ours.
        asRestored();
        var stuck = FeedPosition.read(Follower.now(), "since");
        assertThat(stuck.xact()).isLessThan(1_000_000_000_000L);
        feed.started(new StartupEvent());

        var position = FeedPosition.read(Follower.now(), "since");
        assertThat(position.home()).isEqualTo(FeedPosition.read(before, "since").home());
        assertGone("/v1/changes?types=meetings&since=" + before);
        given.patch().body("{\"title\": \"c\"}").patch("/v1/meetings/{id}", id);
        assertThat(stored.texts("select version || '' from record_change where key = '" + id + "' order by xact, seq"))
                .containsExactly("1", "2", "3");
        assertThat(stored.number(
                        "select count(*) from record_change where xact >= pg_snapshot_xmin(pg_current_snapshot())"))
                .isZero();
    }

    private void asRestored() throws SQLException {
        // The history is the owner's.
        try (var connection = DriverManager.getConnection(url, owner.orElse(username), password);
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('bienban.history', 'open', true)");
            statement.execute("update feed_beginning set home = 'another/7000000000000000000/1'");
            statement.execute("update record_change set xact = (xact::text::bigint + 1000000000000)::text::xid8");
            statement.execute("update record set xact = (xact::text::bigint + 1000000000000)::text::xid8");
            connection.commit();
        }
    }

    @Test
    @Order(4)
    void doesNotStartWithLessThanWasPromised() {
        assertThatThrownBy(() -> new Retention(null, Optional.of(Duration.ofDays(89))).started(new StartupEvent()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("90 days");
        new Retention(null, Optional.of(Duration.ofDays(90))).started(new StartupEvent());
        new Retention(null, Optional.empty()).started(new StartupEvent());
    }

    @Test
    @Order(5)
    void boundsHowManyListen() throws Exception {
        try (var one = new Ear("?since=now", null);
                var two = new Ear("?since=now", null)) {
            assertThat(List.of(one.answer().statusCode(), two.answer().statusCode()))
                    .containsOnly(200);
            var refused = given().accept("text/event-stream").get("/v1/changes?since=now");
            Refusal.of(refused, 503, "too-many-streams");
            assertThat(refused.header("Retry-After")).isNotBlank();
            assertThat(given().get("/v1/changes?since=now").statusCode()).isEqualTo(200);
        }
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void endsStreamsWhenItStops() throws Exception {
        // Those who listened before are forgotten soon after they went.
        var end = System.nanoTime() + 30_000_000_000L;
        var free = false;
        while (!free && System.nanoTime() < end) {
            try (var ear = new Ear("?since=now", null)) {
                free = ear.answer().statusCode() == 200;
            }
        }
        try (var ear = new Ear("?since=now", null)) {
            assertThat(ear.hasEnded(1)).isFalse();
            listeners.stop(new ShutdownEvent());
            assertThat(ear.hasEnded(10)).isTrue();
        }
    }

    private static void assertGone(String path) {
        Refusal.of(given().get(path), 410, "resync-needed");
    }
}
