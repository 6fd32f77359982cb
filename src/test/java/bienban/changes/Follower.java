package bienban.changes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Keeps a copy from the feed as anyone would, and notes what the feed promises never to do. */
final class Follower {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Supplier<RequestSpecification> caller;
    private final String filter;
    private final Map<String, String> documents = new HashMap<>();
    private final Map<String, Integer> versions = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final List<String> faults = new ArrayList<>();
    private String position;

    /** One who begins at a position and follows what a query such as {@code &types=meetings} lets through. */
    Follower(Supplier<RequestSpecification> caller, String position, String filter) {
        this.caller = caller;
        this.position = position;
        this.filter = filter;
    }

    /** The position of the present. */
    static String now() {
        var answer = RestAssured.get("/v1/changes?since=now");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.path("next");
    }

    /** One page; whether there is more. */
    boolean read(int limit) {
        var answer = caller.get().get("/v1/changes?include=record&since=" + position + "&limit=" + limit + filter);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        var page = tree(answer.asString());
        assertThat(page.get("items").size()).isLessThanOrEqualTo(limit);
        answer.asString().lines().filter(line -> line.startsWith("{\"id\"")).forEach(this::take);
        position = page.get("next").textValue();
        return page.get("hasMore").booleanValue();
    }

    /** The document is taken as it stands in its line, byte by byte. */
    private void take(String line) {
        var text = line.endsWith(",") ? line.substring(0, line.length() - 1) : line;
        var item = tree(text);
        var key = item.get("type").textValue() + "/" + item.get("recordId").textValue();
        var version = item.get("version").intValue();
        if (!seen.add(item.get("id").textValue())) {
            faults.add("twice: " + key + " " + version);
        }
        if (version <= versions.getOrDefault(key, 0)) {
            faults.add("backwards: " + key + " " + versions.get(key) + " then " + version);
        }
        versions.put(key, version);
        if (item.has("record")) {
            var raw = text.substring(text.indexOf("\"record\":") + 9, text.length() - 1);
            documents.put(key, raw);
            if (tree(raw).get("version").intValue() < version) {
                faults.add("old document: " + key + " " + version);
            }
        } else {
            documents.remove(key);
        }
    }

    void readAll(int limit) {
        var more = true;
        while (more) {
            more = read(limit);
        }
    }

    /** By {@code meetings/ID}. */
    Map<String, String> documents() {
        return documents;
    }

    Map<String, Integer> versions() {
        return versions;
    }

    List<String> faults() {
        return faults;
    }

    String position() {
        return position;
    }

    static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new IllegalStateException(json, e);
        }
    }
}
