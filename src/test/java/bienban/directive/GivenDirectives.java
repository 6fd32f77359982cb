package bienban.directive;

import static io.restassured.RestAssured.when;

import bienban.Given;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Meetings with directives, and reports on them. */
@ApplicationScoped
class GivenDirectives {
    private final Given given;

    GivenDirectives(Given given) {
        this.given = given;
    }

    /** The ids of the directives of a new published meeting; each is given by its JSON members beside the text. */
    List<String> in(String place, String heldOn, String... directives) {
        var list = new StringBuilder();
        for (var members : directives) {
            list.append(list.isEmpty() ? "" : ", ")
                    .append("{\"text\": \"Đẩy nhanh tiến độ.\"")
                    .append(members.isEmpty() ? "" : ", ")
                    .append(members)
                    .append('}');
        }
        var meeting = given.meeting(place, heldOn, "\"directives\": [" + list + "]");
        return when().get("/v1/meetings/{id}", meeting).then().extract().path("directives.id");
    }

    /** The id of the only directive of a new published meeting. */
    String one(String place, String heldOn, String members) {
        return in(place, heldOn, members).get(0);
    }

    ValidatableResponse report(String directive, String state, String reportedOn) {
        return given.post("/v1/directives/" + directive + "/progress", report(state, reportedOn));
    }

    static String report(String state, String reportedOn) {
        return """
                {"state": "%s", "text": "Đã làm.", "reporter": "Phòng Tài chính", "reportedOn": "%s"}""".formatted(state, reportedOn);
    }
}
