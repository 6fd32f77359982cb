package bienban.changes;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import bienban.Given;
import bienban.Refusal;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A copy that holds all gets the digest that the service tells, and no other copy does. */
@QuarkusTest
class DigestTest {
    @Inject
    Given given;

    @Test
    void isWhatAClientComputesFromSingleReads() throws Exception {
        var place = given.place();
        var documents = new TreeMap<String, String>();
        for (int day = 1; day <= 5; day++) {
            var id = given.meeting(place, "2024-01-0" + day);
            documents.put(id, given().get("/v1/meetings/{id}", id).asString());
        }
        given.post(
                "/v1/meetings",
                "{\"title\": \"a\", \"kind\": \"other\", \"place\": {\"code\": \"%s\"}}".formatted(place));
        var answer = digest("?type=meetings&place=" + place);
        assertThat(answer.<Integer>path("groups[0].count")).isEqualTo(5);
        assertThat(answer.<String>path("groups[0].digest")).isEqualTo(digestOf(documents.values()));
        assertThat(answer.<String>path("type")).isEqualTo("meetings");
        assertThat(answer.header("Feed-Cursor")).isEqualTo(answer.path("at"));
    }

    @Test
    void groupsByPlaceAndMonth() throws Exception {
        var province = given.place();
        var places = Stream.of(given.placeIn(province), given.placeIn(province))
                .sorted()
                .toList();
        for (var place : places) {
            given.meeting(place, "2024-01-01");
        }
        var month = given().get("/v1/meetings?place=" + places.get(0))
                .<String>path("items[0].createdAt")
                .substring(0, 7);
        var both = digest("?type=meetings&by=place,month&place=" + province);
        assertThat(both.<List<String>>path("groups.place")).isEqualTo(places);
        assertThat(both.<List<String>>path("groups.month")).containsOnly(month);
        assertThat(digest("?type=meetings&by=place&by=month&place=" + province).<Object>path("groups"))
                .isEqualTo(both.path("groups"));
        var byMonth = digest("?type=meetings&by=month&place=" + province);
        assertThat(byMonth.<List<Integer>>path("groups.count")).containsExactly(2);
        assertThat(byMonth.<List<String>>path("groups.place")).containsOnlyNulls();
        assertThat(digest("?type=meetings&within=place&place=" + province).<List<?>>path("groups"))
                .isEmpty();
    }

    @Test
    void tellsWhatACopyMustHoldAtItsOwnPosition() {
        var place = given.place();
        var kept = given.meeting(place, "2024-01-01");
        var gone = given.meeting(place, "2024-01-02");
        var then = Follower.now();
        var before = digest("?type=meetings&place=" + place);
        given.patch().body("{\"title\": \"b\"}").patch("/v1/meetings/{id}", kept);
        given.patch().body("{\"title\": \"c\"}").patch("/v1/meetings/{id}", kept);
        given.editor().header("If-Match", "*").delete("/v1/meetings/{id}", gone);
        given.meeting(place, "2024-01-03");
        var now = digest("?type=meetings&place=" + place);
        assertThat(now.<String>path("groups[0].digest")).isNotEqualTo(before.path("groups[0].digest"));
        assertThat(digest("?type=meetings&place=" + place + "&at=" + then).<Object>path("groups"))
                .isEqualTo(before.path("groups"));
        given.editor().header("If-Match", "*").delete("/v1/meetings/{id}", kept);
        assertThat(digest("?type=meetings&place=" + place + "&at=" + now.path("at"))
                        .<Object>path("groups"))
                .isEqualTo(now.path("groups"));
    }

    @Test
    void isThatOfTheCopyThatFollowsTheFeed() throws Exception {
        var place = given.place();
        var follower = new Follower(() -> given(), Follower.now(), "&types=directives&place=" + place);
        given.meeting(
                place, "2024-01-01", "\"directives\": [{\"text\": \"a\", \"dueOn\": \"2025-06\"}, {\"text\": \"b\"}]");
        follower.readAll(1);
        assertThat(follower.documents()).hasSize(2);
        assertThat(digest("?type=directives&place=" + place + "&at=" + follower.position())
                        .<String>path("groups[0].digest"))
                .isEqualTo(digestOf(new TreeMap<>(follower.documents()).values()));
    }

    @Test
    void takesTwoStatements() {
        var place = given.place();
        given.meeting(place, "2024-01-01");
        digest("?type=meetings&place=" + place);
        assertThat(given.statementsOf(() -> digest("?type=meetings&by=place,month&place=" + place)))
                .isEqualTo(2);
    }

    @Test
    void refusesWhatItCannotSumUp() {
        for (var query : new String[] {
            "type=meeting type unknown_name",
            "by=month type required",
            "type=meetings&by=year by unknown_name",
            "type=meetings&at=x at malformed_position"
        }) {
            var parts = query.split(" ");
            assertThat(Refusal.of(given().get("/v1/digest?" + parts[0]), 400, "invalid-request")
                            .faults())
                    .as(query)
                    .containsExactly(parts[1] + " " + parts[2]);
        }
    }

    private static Response digest(String query) {
        var answer = given().get("/v1/digest" + query);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer;
    }

    /** As the description says: the hash of the hashes, in the order of the ids. */
    private static String digestOf(Collection<String> documentsInOrder) throws Exception {
        var sha = MessageDigest.getInstance("SHA-256");
        var hashes = new ByteArrayOutputStream();
        for (var document : documentsInOrder) {
            hashes.write(sha.digest(document.getBytes(StandardCharsets.UTF_8)));
        }
        return HexFormat.of().formatHex(sha.digest(hashes.toByteArray()));
    }
}
