package bienban.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A province that follows three communes, each a process with a database of its own: the copy converges whatever happens on the
 * way, and is called stale for as long as it lacks something. Needs the packaged service.
 */
@Tag("load")
class TwoLevelsTest {
    private static final List<String> PLACES = List.of("292", "328", "480");
    private static final Duration LONGEST = Duration.ofMinutes(3);

    @TempDir
    Path directory;

    private final List<Instance> communes = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private Instance province;

    @BeforeEach
    void start() throws Exception {
        province = new Instance("province", directory);
        for (var place : PLACES) {
            var commune = new Instance("commune-" + place, directory).start();
            communes.add(commune);
            for (int day = 1; day <= 3; day++) {
                meeting(commune, day);
            }
            var link = new Link(commune.port);
            links.add(link);
            province.follows(commune, link.url());
        }
        province.start();
    }

    @AfterEach
    void end() throws Exception {
        province.end();
        for (var link : links) {
            link.close();
        }
        for (var commune : communes) {
            commune.end();
        }
    }

    private static String place(Instance commune) {
        return commune.name.substring("commune-".length());
    }

    private static String meeting(Instance commune, int day) throws Exception {
        return commune.post("/v1/meetings", """
                {"status": "published", "title": "Hội nghị ngày %1$d", "kind": "briefing", "heldOn": "2024-03-%1$02d", "place": {"code": "%2$s"},
                 "host": {"name": "Thường trực Đảng ủy", "kind": "standing_body"},
                 "participations": [{"speaker": {"name": "Nguyễn Văn An"}, "roles": ["chair"], "posts": ["Bí thư"]},
                    {"speaker": {"name": "Trần Thị Bình %1$d"}, "roles": ["attendee"], "posts": ["Phó Bí thư"]}],
                 "observations": [{"indicator": "budget_revenue", "label": "Thu ngân sách", "value": %1$d12.5, "unit": "VND", "unitMultiplier": 9, "period": "2024-0%3$d"}],
                 "directives": [{"text": "Đẩy nhanh tiến độ.", "issuer": {"name": "Nguyễn Văn An"}, "addressees": [{"name": "Các thôn"}], "dueOn": "2024-12",
                    "legalBasis": [{"type": "resolution", "number": "%1$d-NQ/ĐU", "issuer": "Đảng ủy %2$s"}]}],
                 "documents": [{"type": "directive", "number": "05-CT/TW", "issuer": "Bộ Chính trị"}],
                 "sources": [{"title": "Tin ngày %1$d", "url": "https://example.org/%1$d", "text": "Hội nghị."}]}""".formatted(day, place(commune), 1 + day % 9));
    }

    private static String id(Instance instance, String path) throws Exception {
        return instance.get(path).path("items").path(0).path("id").asText();
    }

    private void awaitConverged() throws Exception {
        for (var commune : communes) {
            var owner = commune.instanceId();
            Await.that(
                    "the copy of " + commune.name,
                    LONGEST,
                    () -> differences(commune.records(null), province.records(owner)),
                    List.of());
            Await.that(commune.name + " is not stale", LONGEST, () -> province.saysStale(commune), false);
            assertThat(province.get("/v1/upstreams/" + commune.name)
                            .path("parked")
                            .asInt())
                    .as(String.valueOf(province.inside("/v1/upstreams/" + commune.name)))
                    .isZero();
        }
    }

    static List<String> differences(Map<String, JsonNode> truth, Map<String, JsonNode> copy) {
        var differences = new ArrayList<String>();
        var all = new TreeMap<>(copy);
        all.putAll(truth);
        all.keySet().forEach(key -> {
            if (!String.valueOf(truth.get(key)).equals(String.valueOf(copy.get(key)))) {
                differences.add(key + "\n  there " + truth.get(key) + "\n  here  " + copy.get(key));
            }
        });
        return differences;
    }

    @Test
    void convergesAndSaysStaleMeanwhile() throws Exception {
        awaitConverged();
        editsAreFollowed();
        cutLinksAreCalledStale();
        crashesInTheMiddleLoseNothing();
        anUpstreamThatWasPutBackIsFollowedBack();
    }

    private void editsAreFollowed() throws Exception {
        for (var commune : communes) {
            var first = id(commune, "/v1/meetings?sort=heldOn");
            commune.change("PATCH", "/v1/meetings/" + first, "{\"title\": \"Đã sửa\", \"heldOn\": \"2024-03\"}");
            commune.change("DELETE", "/v1/meetings/" + id(commune, "/v1/meetings?sort=-heldOn"), null);
            commune.post(
                    "/v1/directives/" + id(commune, "/v1/directives") + "/progress",
                    "{\"state\": \"completed\", \"text\": \"Xong.\", \"reporter\": \"Văn phòng\", \"reportedOn\": \"2024-06-01\"}");
            var kept = id(commune, "/v1/speakers?name=Nguyen%20Van%20An");
            var gone = id(commune, "/v1/speakers?name=Tran%20Thi%20Binh%201");
            commune.post("/v1/speakers/" + gone + "/merge", "{\"into\": \"" + kept + "\"}");
            Await.that(
                    "the merged one leads to the survivor",
                    LONGEST,
                    () -> province.send("GET", "/v1/speakers/" + gone, null, Map.of())
                            .statusCode(),
                    308);
            assertThat(province.send("PATCH", "/v1/meetings/" + first, "{\"title\": \"a\"}", Map.of())
                            .statusCode())
                    .isEqualTo(409);
        }
        awaitConverged();
    }

    private void cutLinksAreCalledStale() throws Exception {
        var cut = communes.get(1);
        links.get(1).cut();
        Await.that("it says stale", LONGEST, () -> province.saysStale(cut), true);
        assertThat(province.saysStale(communes.get(0))).isFalse();
        meeting(cut, 10);
        cut.change(
                "PATCH",
                "/v1/speakers/" + id(cut, "/v1/speakers?name=Nguyen%20Van%20An"),
                "{\"name\": \"Nguyễn Văn Ân\"}");
        meeting(communes.get(0), 11);
        Await.that(
                "the others are followed",
                LONGEST,
                () -> differences(
                        communes.get(0).records(null),
                        province.records(communes.get(0).instanceId())),
                List.of());
        assertThat(differences(cut.records(null), province.records(cut.instanceId())))
                .isNotEmpty();
        links.get(1).restore();
        awaitConverged();
    }

    private void crashesInTheMiddleLoseNothing() throws Exception {
        var busy = communes.get(0);
        var owner = busy.instanceId();
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 10; i++) {
                meeting(busy, 12 + (round * 10 + i) % 15);
            }
            var before = province.records(owner).size();
            for (int i = 0; i < 15; i++) {
                meeting(busy, 12 + i);
            }
            Await.that(
                    "it is in the middle",
                    LONGEST,
                    () -> province.records(owner).size() > before,
                    true);
            province.kill();
            province.start();
        }
        awaitConverged();
    }

    private void anUpstreamThatWasPutBackIsFollowedBack() throws Exception {
        var restored = communes.get(2);
        var backup = directory.resolve("backup");
        restored.stop();
        restored.copyDataTo(backup);
        restored.start();
        var edited = id(restored, "/v1/meetings");
        restored.change("PATCH", "/v1/meetings/" + edited, "{\"title\": \"Sửa sau bản sao lưu\"}");
        var lost = meeting(restored, 20);
        awaitConverged();
        restored.stop();
        Await.that("it says stale", LONGEST, () -> province.saysStale(restored), true);
        restored.putBack(backup);
        restored.start();
        restored.change("PATCH", "/v1/meetings/" + edited, "{\"title\": \"Sửa khác\"}");
        meeting(restored, 21);
        awaitConverged();
        assertThat(province.send("GET", "/v1/meetings/" + lost, null, Map.of()).statusCode())
                .isEqualTo(410);
    }

    @Test
    void twoWhoFollowEachOtherDoNotEcho() throws Exception {
        awaitConverged();
        var commune = communes.get(0);
        commune.stop();
        commune.follows(province, "http://127.0.0.1:" + province.port).start();
        province.post("/v1/speakers", "{\"name\": \"Người Của Tỉnh\", \"place\": {\"code\": \"30\"}}");
        Await.that(
                "the commune has it",
                LONGEST,
                () -> commune.get("/v1/speakers?name=Nguoi%20Cua%20Tinh")
                        .path("items")
                        .size(),
                1);
        awaitConverged();
        var before = versions();
        meeting(commune, 25);
        awaitConverged();
        var after = versions();
        before.forEach((key, version) -> {
            // The person who took part again is a change; nothing else is.
            if (!key.contains("speakers/")) {
                assertThat(after.get(key)).as(key).isEqualTo(version);
            }
        });
        var parked = commune.get("/v1/upstreams/province").path("parked").asInt();
        assertThat(parked).isZero();
    }

    private Map<String, Integer> versions() throws Exception {
        var versions = new TreeMap<String, Integer>();
        for (var instance : List.of(province, communes.get(0))) {
            for (var kind : Instance.KINDS) {
                for (var line : instance.send("GET", "/v1/exports/" + kind + ".ndjson", null, Map.of())
                        .body()
                        .split("\n")) {
                    var record = bienban.shared.StrictJson.READER.readTree(line);
                    versions.put(
                            instance.name + " " + kind + "/" + record.path("id").asText(),
                            record.path("version").asInt());
                }
            }
        }
        return versions;
    }
}
