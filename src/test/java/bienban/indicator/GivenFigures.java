package bienban.indicator;

import bienban.Given;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;

/** Figures that tests start from. */
@ApplicationScoped
public class GivenFigures {
    private final Given given;

    GivenFigures(Given given) {
        this.given = given;
    }

    /** A figure from a source of its own; its id. The members of {@code more} are added. */
    public String figure(String place, String indicator, String period, String value, String... more) {
        return Given.text(
                given.post("/v1/observations", body(place, indicator, period, value, more))
                        .extract(),
                "/id");
    }

    public static String body(String place, String indicator, String period, String value, String... more) {
        return """
                {"place": {"code": "%s"}, "indicator": "%s", "label": "Số liệu thử nghiệm", "period": "%s", "value": %s%s}""".formatted(place, indicator, period, value, more.length == 0 ? "" : ", " + String.join(", ", more));
    }

    /** A published meeting that states one figure; the figure's id. */
    public String stated(String place, String heldOn, String indicator, String period, String value, String... more) {
        var members = """
                {"indicator": "%s", "label": "Số liệu thử nghiệm", "period": "%s", "value": %s%s}""".formatted(indicator, period, value, more.length == 0 ? "" : ", " + String.join(", ", more));
        var meeting = given.meeting(place, heldOn, "\"observations\": [" + members + "]");
        return json("/v1/meetings/" + meeting).getString("observations[0].id");
    }

    public JsonPath json(String path) {
        return given.editor().get(path).then().statusCode(200).extract().jsonPath();
    }

    public ValidatableResponse change(String id, String patch) {
        return given.patch().body(patch).patch("/v1/observations/" + id).then();
    }

    public java.util.List<String> flagsOf(String id) {
        return json("/v1/observations/" + id).getList("flags");
    }
}
