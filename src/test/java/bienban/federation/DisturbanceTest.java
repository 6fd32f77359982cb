package bienban.federation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import bienban.Given;
import bienban.Stored;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes that should not, what does not come, and what comes from another past. */
@QuarkusTest
@TestProfile(FollowsFake.class)
class DisturbanceTest {
    @Inject
    Given given;

    @Inject
    GivenFollowed followed;

    @Inject
    Stored stored;

    private String place;

    @BeforeEach
    void follow() throws Exception {
        place = followed.place();
    }

    @AfterEach
    void restore() {
        FakeUpstream.mode("open");
    }

    @Test
    void parksWhatCannotBeTakenOverAndGoesOn() throws Exception {
        var foreign = followed.followed(place);
        var meeting = foreign.of("meetings");
        var bad = Foreign.changed(meeting.document(), 9, "\"kind\":\"conference\"", "\"kind\":\"séance\"");
        FakeUpstream.put("meetings", bad);
        followed.awaitSeen();
        assertThat(followed.upstream().<Integer>path("parked")).isEqualTo(1);
        assertThat(followed.upstream().<String>path("inside.parkedRecords[0].id"))
                .isEqualTo(meeting.id());
        assertThat(followed.upstream().<String>path("inside.parkedRecords[0].faults[0].pointer"))
                .isEqualTo("/kind");
        assertThat(given().get("/v1/upstreams/fake").<Object>path("inside"))
                .as("not for all")
                .isNull();
        assertThat(followed.content(meeting.id())).as("the earlier stays").contains("Hội nghị thử nghiệm");
        FakeUpstream.put("meetings", Foreign.changed(meeting.document(), 10, "Hội nghị thử nghiệm", "Hội nghị đúng"));
        Await.that("nothing waits", () -> followed.upstream().path("parked"), 0);
        assertThat(followed.content(meeting.id())).contains("Hội nghị đúng");
    }

    @Test
    void takesNothingThatIsItsOwnOrClaimsToBe() throws Exception {
        var meeting = followed.meeting(place);
        var document = stored.texts("select document from record where key = '" + meeting + "'")
                .get(0);
        var instance = stored.texts("select cast(id as text) from instance").get(0);
        FakeUpstream.put(
                "meetings",
                Foreign.changed(document, 9, "Hội nghị thử nghiệm", "Hội nghị lạ")
                        .replaceFirst(
                                ",\"title\"",
                                ",\"origin\":{\"instance\":\"" + instance + "\",\"version\":1},\"title\""));
        followed.awaitSeen();
        assertThat(followed.upstream().<Integer>path("parked")).isZero();
        FakeUpstream.put("meetings", Foreign.changed(document, 9, "Hội nghị thử nghiệm", "Hội nghị lạ"));
        followed.awaitSeen();
        assertThat(followed.upstream().<String>path("inside.parkedRecords[0].error"))
                .isEqualTo("owned-elsewhere");
        assertThat(given().get("/v1/meetings/" + meeting).<Integer>path("version"))
                .isEqualTo(1);
        FakeUpstream.gone("meetings", meeting, 10, "deleted");
        followed.awaitSeen();
        assertThat(given().get("/v1/meetings/" + meeting).statusCode()).isEqualTo(200);
        given.sql("delete from mirror_parked where key = '" + meeting + "'");
    }

    @Test
    void namesTheUpstreamInListsWhileItIsStale() throws Exception {
        Await.that("not stale", () -> given().get("/v1/meetings?limit=1").header("Bienban-Stale") == null, true);
        FakeUpstream.mode("away");
        // From here on nothing reaches it; before, a slow machine may have called it stale for a moment.
        Await.that("not reachable", () -> given().get("/v1/upstreams/fake").path("reachable"), false);
        Await.that("stale", () -> given().get("/v1/upstreams/fake").path("state"), "stale");
        Await.that(
                "stale",
                () -> String.valueOf(given().get("/v1/meetings?limit=1").header("Bienban-Stale"))
                        .matches("fake;since=\"[0-9TZ:-]+\""),
                true);
        assertThat(given().get("/v1/directives/summary").header("Bienban-Stale"))
                .startsWith("fake;");
        assertThat(followed.upstream().<String>path("inside.lastError")).startsWith("unreachable");
        assertThat(given().get("/q/health/ready").statusCode()).isEqualTo(200);
        FakeUpstream.mode("open");
        Await.that("not stale", () -> given().get("/v1/meetings?limit=1").header("Bienban-Stale") == null, true);
    }

    @Test
    void takesASnapshotWhenTheCursorIsNoLongerGood() throws Exception {
        var foreign = followed.followed(place);
        place = given.place();
        var lost = followed.followed(place);
        var meeting = foreign.of("meetings");
        var older = meeting.document()
                .replaceFirst("\"version\":\\d+", "\"version\":1")
                .replace("thử nghiệm", "cũ hơn");
        FakeUpstream.keep("meetings", older);
        lost.entries().forEach(e -> FakeUpstream.forget(e.plural(), e.id()));
        FakeUpstream.mode("damaged");
        FakeUpstream.newEpoch();
        Await.that(
                "a damaged download is noticed",
                () -> String.valueOf(followed.upstream().<String>path("inside.lastError"))
                        .startsWith("broken"),
                true);
        assertThat(given().get("/v1/meetings/" + lost.of("meetings").id()).statusCode())
                .isEqualTo(200);
        FakeUpstream.mode("open");
        Await.that("following again", () -> followed.upstream().path("state"), "following");
        followed.awaitEqual(meeting.id(), older);
        for (var entry : lost.entries()) {
            assertThat(given().get("/v1/" + entry.plural() + "/" + entry.id()).statusCode())
                    .as(entry.plural())
                    .isEqualTo(410);
        }
        assertThat(stored.contradictions()).isEmpty();
    }
}
