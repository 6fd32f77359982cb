package bienban.federation;

import static io.restassured.RestAssured.given;

import bienban.Given;
import bienban.Stored;
import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.UUID;

/** What tests of following start from: the fake upstream, followed, and records that came from it. */
@ApplicationScoped
class GivenFollowed {
    private final Given given;
    private final Stored stored;

    GivenFollowed(Given given, Stored stored) {
        this.given = given;
        this.stored = stored;
    }

    /** A new place, and nothing that stands in the way. */
    String place() throws Exception {
        FakeUpstream.mode("open");
        Await.that("the first snapshot", () -> upstream().path("state"), "following");
        return given.place();
    }

    Response upstream() {
        return given().header("Authorization", Given.KEY).get("/v1/upstreams/fake");
    }

    String meeting(String place) {
        var indicator = given.indicator("count", "sum", null);
        return given.meeting(place, "2024-05-02", """
                "host": {"name": "Thường trực Thị ủy", "kind": "standing_body"}, "counterparts": [{"name": "Đảng ủy phường", "kind": "party_committee"}],
                "participations": [{"speaker": {"name": "Trần Thị Lan"}, "roles": ["chair"], "posts": ["Bí thư Thị ủy"]}, {"group": "Bí thư các phường", "roles": ["attendee"]}],
                "observations": [{"indicator": "%1$s", "label": "Tổng số", "value": 30, "unit": "count", "period": "2024-01/2024-04"},
                    {"label": "phần", "parent": "/observations/0", "value": 12.50, "whole": 30, "share": 41.7, "unit": "count", "period": "2024-01/2024-04", "estimated": true}],
                "findings": [{"kind": "limitation", "text": "Còn chậm.", "topics": ["land"]}],
                "decisions": [{"text": "Thông qua.", "outcome": "adopted", "composition": [{"bloc": "Khối Đảng", "seats": 3}]}],
                "directives": [{"text": "Đẩy nhanh tiến độ.", "issuer": {"name": "Trần Thị Lan"}, "addressees": [{"name": "Các phường"}], "dueOn": "2024-12",
                    "legalBasis": [{"type": "resolution", "number": "%2$s", "issuer": "Tỉnh ủy"}, {"text": "Nghị quyết của Thị ủy"}], "topics": ["land"]}],
                "proposals": [{"text": "Bổ sung vốn.", "proposer": "Đảng ủy phường", "answer": "Nhất trí."}],
                "documents": [{"type": "directive", "number": "%2$s", "title": "Về xây dựng Đảng", "issuer": "Bộ Chính trị", "issuedOn": "2016-05-15", "label": "Chỉ thị 05"}],
                "media": [{"kind": "photo", "caption": "Toàn cảnh"}],
                "sources": [{"title": "Hội nghị giao ban", "url": "https://example.org/%3$s", "authors": ["Minh Hà"], "publishedAt": "2024-05-03", "text": "Hội nghị giao ban tháng 5."}]""".formatted(indicator, "05-CT/" + place, place));
    }

    /** A meeting of another instance with everything around it, told in the worst order. */
    Foreign followed(String place) throws Exception {
        var meeting = meeting(place);
        given.post(
                "/v1/directives/" + given().get("/v1/meetings/" + meeting).<String>path("directives[0].id")
                        + "/progress",
                "{\"state\": \"in_progress\", \"text\": \"Đã bàn giao.\", \"reporter\": \"Văn phòng\", \"reportedOn\": \"2024-06-01\"}");
        var foreign = Foreign.of(stored, meeting);
        var backwards = new ArrayList<>(foreign.entries());
        Collections.reverse(backwards);
        new Foreign(backwards).tell();
        awaitEqual(foreign);
        return foreign;
    }

    void awaitEqual(Foreign foreign) throws Exception {
        for (var entry : foreign.entries()) {
            awaitEqual(entry.id(), entry.document());
        }
    }

    void awaitEqual(String id, String document) throws Exception {
        Await.that(
                "the copy of " + id,
                () -> stored.texts("select document_content(document) from record where key = '" + id + "'"),
                stored.texts("select document_content('" + document.replace("'", "''") + "')"));
    }

    String content(String id) {
        return stored.texts("select document_content(document) from record where key = '" + id + "'")
                .get(0);
    }

    /** Everything that was told until now has been taken over or parked. */
    void awaitSeen() throws Exception {
        var mark = UUID.randomUUID().toString();
        FakeUpstream.put("speakers", """
                {"id":"%s","version":1,"status":"published","createdAt":"2024-01-01T00:00:00.000Z","updatedAt":"2024-01-01T00:00:00.000Z","name":"Người Đánh Dấu","posts":[]}""".formatted(mark));
        Await.that("the mark", () -> given().get("/v1/speakers/" + mark).statusCode(), 200);
    }
}
