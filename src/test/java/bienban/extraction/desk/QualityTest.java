package bienban.extraction.desk;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import bienban.Given;
import bienban.shared.StrictJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import org.junit.jupiter.api.Test;

@QuarkusTest
class QualityTest {
    @Inject
    Given given;

    @Inject
    GivenArticles articles;

    private JsonNode read(String path, Object... parameters) {
        try {
            return StrictJson.READER.readTree(given.editor()
                    .get(path, parameters)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void patch(String meeting, JsonNode patch) {
        given.patch()
                .contentType("application/merge-patch+json; charset=UTF-8")
                .body(patch.toString())
                .patch("/v1/meetings/{id}", meeting)
                .then()
                .statusCode(200);
    }

    private static String counts(JsonNode quality, String field) {
        for (var counts : quality.get("fields")) {
            if (counts.get("field").textValue().equals(field)) {
                return counts(counts);
            }
        }
        throw new AssertionError("no " + field);
    }

    private static String counts(JsonNode counts) {
        return counts.get("accepted") + " " + counts.get("corrected") + " " + counts.get("removed") + " "
                + counts.get("added");
    }

    @Test
    void countsWhatEditorsAcceptedCorrectedRemovedAndAdded() {
        var town = articles.town();
        String meeting = articles.post(town.report()).extract().path("meeting");
        var draft = (ObjectNode) read("/v1/meetings/{id}", meeting);
        assertThat(read("/v1/extractions/quality?place={code}", town.code())
                        .get("meetings")
                        .intValue())
                .as("drafts do not count before they are published")
                .isZero();

        var patch = StrictJson.READER.createObjectNode().put("heldOn", "2024-07-16");
        ((ObjectNode) draft.get("directives").get(0))
                .put("text", draft.at("/directives/0/text").textValue() + " Báo cáo.");
        patch.set("directives", draft.get("directives"));
        patch.putArray("documents");
        var findings = (ArrayNode) draft.get("findings").deepCopy();
        findings.addObject().put("kind", "limitation").put("text", "Một việc còn chậm, do biên tập viên thêm.");
        patch.set("findings", findings);
        patch.put("status", "published");
        patch(meeting, patch);

        var quality = read("/v1/extractions/quality?place={code}", town.code());
        assertThat(quality.get("meetings").intValue()).isEqualTo(1);
        assertThat(counts(quality, "header")).isEqualTo(headerOf(draft) - 1 + " 1 0 0");
        assertThat(counts(quality, "place")).isEqualTo("1 0 0 0");
        assertThat(counts(quality, "people")).isEqualTo("2 0 0 0");
        assertThat(counts(quality, "posts")).isEqualTo("3 0 0 0");
        assertThat(counts(quality, "observations")).isEqualTo("2 0 0 0");
        assertThat(counts(quality, "directives"))
                .isEqualTo(draft.get("directives").size() - 1 + " 1 0 0");
        assertThat(counts(quality, "documents")).isEqualTo("0 0 1 0");
        assertThat(counts(quality, "findings")).isEqualTo(draft.get("findings").size() + " 0 0 1");
        assertThat(counts(quality.get("total"))).endsWith(" 2 1 1");
        var total = quality.get("total");
        int accepted = total.get("accepted").intValue();
        assertThat(total.get("precision").doubleValue())
                .isEqualTo(Math.round(accepted * 1000.0 / (accepted + 3)) / 1000.0);
        assertThat(total.get("found").doubleValue())
                .isEqualTo(Math.round((accepted + 2) * 1000.0 / (accepted + 3)) / 1000.0);
    }

    private static int headerOf(JsonNode draft) {
        int stated = 0;
        for (var member : new String[] {
            "title", "kind", "extended", "ordinal", "term", "heldOn", "dayPart", "mode", "onlineLinks", "reviewPeriod"
        }) {
            stated += draft.has(member) ? 1 : 0;
        }
        return stated;
    }

    @Test
    void countsTheMembersOfAFigureOneByOne() {
        var town = articles.town();
        String meeting = articles.post(town.report()).extract().path("meeting");
        var figures = (ArrayNode) read("/v1/meetings/{id}", meeting).get("observations");
        var before = figures.deepCopy();
        ((ObjectNode) figures.get(0)).put("value", 4121).put("whole", 9000).remove("planShare");
        var patch = StrictJson.READER.createObjectNode().put("status", "published");
        patch.set("observations", figures);
        patch(meeting, patch);
        var quality = read("/v1/extractions/quality?place={code}", town.code());
        assertThat(counts(quality, "observations")).isEqualTo("1 1 0 0");
        int members = 0;
        for (var figure : before) {
            for (var name : figure.properties()) {
                members += switch (name.getKey()) {
                    case "id", "normalizedValue", "flags", "raw" -> 0;
                    default -> 1;
                };
            }
        }
        assertThat(counts(quality, "observation_attributes")).isEqualTo(members - 2 + " 1 1 1");
    }

    @Test
    void pairsPeopleByTheirNamesAndPostsByCount() {
        var town = articles.town();
        String meeting = articles.post(town.report()).extract().path("meeting");
        var people = StrictJson.READER.createObjectNode();
        var list = people.putArray("participations");
        list.addObject()
                .put("group", "Lãnh đạo các phường, xã")
                .putArray("roles")
                .add("attendee");
        var chair = list.addObject();
        chair.putObject("speaker").put("name", "Đặng Quốc Trung");
        chair.putArray("roles").add("chair");
        chair.putArray("posts").add("Bí thư Thị ủy").add("Chủ tịch Hội đồng nhân dân thị xã");
        people.put("status", "published");
        patch(meeting, people);
        var quality = read("/v1/extractions/quality?place={code}", town.code());
        assertThat(counts(quality, "people")).isEqualTo("1 0 1 0");
        assertThat(counts(quality, "groups")).isEqualTo("0 0 0 1");
        assertThat(counts(quality, "posts")).isEqualTo("1 1 1 0");
    }

    @Test
    void measuresTheDraftsOfATimeAndASubTreeForEditorsWithOneStatement() {
        var province = given.place();
        var town = articles.town(province);
        String meeting = articles.post(town.report()).extract().path("meeting");
        patch(meeting, StrictJson.READER.createObjectNode().put("status", "published"));
        var statements = given.statementsOf(
                () -> assertThat(read("/v1/extractions/quality?from=2020&place={p}&within=subtree", province)
                                .get("meetings")
                                .intValue())
                        .isEqualTo(1));
        assertThat(statements).isEqualTo(1);
        assertThat(read("/v1/extractions/quality?place={p}", province)
                        .get("meetings")
                        .intValue())
                .isZero();
        assertThat(read("/v1/extractions/quality?to=2020&place={p}&within=subtree", province)
                        .get("meetings")
                        .intValue())
                .isZero();
        when().get("/v1/extractions/quality").then().statusCode(401);
        given.editor()
                .get("/v1/extractions/quality?from=gestern")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("from"));
    }
}
