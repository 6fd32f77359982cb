package bienban.speaker;

import static io.restassured.RestAssured.when;

import bienban.Given;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** People, and meetings in which they take part. */
@ApplicationScoped
class GivenSpeakers {
    private final Given given;

    GivenSpeakers(Given given) {
        this.given = given;
    }

    String named(String name, String place) {
        return Given.text(given.post("/v1/speakers", """
                        {"name": "%s", "place": {"code": "%s"}}""".formatted(name, place)).extract(), "/id");
    }

    /** A published meeting with these participations, each as JSON members. */
    String meeting(String place, String heldOn, String... participations) {
        return given.meeting(place, heldOn, "\"participations\": [{" + String.join("}, {", participations) + "}]");
    }

    static String took(String speaker, String role, String... posts) {
        return """
                "speaker": {"id": "%s"}, "roles": ["%s"], "posts": [%s]""".formatted(
                speaker, role, List.of(posts).stream().map(p -> '"' + p + '"').collect(Collectors.joining(", ")));
    }

    ValidatableResponse merge(String gone, String into) {
        return given.editor()
                .header("If-Match", "*")
                .body("{\"into\": \"" + into + "\"}")
                .post("/v1/speakers/{id}/merge", gone)
                .then();
    }

    ValidatableResponse split(String id, String body) {
        return given.editor()
                .header("If-Match", "*")
                .body(body)
                .post("/v1/speakers/{id}/split", id)
                .then();
    }

    /** The posts of a person by meeting, as the list of their meetings gives them page by page. */
    Map<String, List<String>> postsByMeeting(String speaker) {
        var posts = new TreeMap<String, List<String>>();
        var next = "/v1/speakers/" + speaker + "/meetings?limit=3";
        while (next != null) {
            var page = when().get(next).then().statusCode(200).extract();
            List<String> meetings = page.path("items.id");
            List<List<String>> stated = page.path("items.posts");
            for (int i = 0; i < meetings.size(); i++) {
                var before = posts.put(meetings.get(i), new ArrayList<>(stated.get(i)));
                if (before != null) {
                    throw new AssertionError("listed twice: " + meetings.get(i));
                }
            }
            next = Given.text(page, "/next");
        }
        return posts;
    }
}
