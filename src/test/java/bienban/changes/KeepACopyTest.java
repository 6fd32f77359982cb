package bienban.changes;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bienban.Given;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client that the README shows ends with an exact copy, and knows when it has none. */
@QuarkusTest
class KeepACopyTest {
    private static final Path SCRIPT = Path.of("src/test/resources/client/keep-a-copy.sh");

    @Inject
    Given given;

    @TempDir
    Path folder;

    @BeforeEach
    void needsItsTools() throws Exception {
        assumeTrue(Files.exists(Path.of("/bin/bash"))
                && run("bash", "-c", "command -v curl jq basenc xargs").success());
    }

    @Test
    void endsWithAnExactCopy() throws Exception {
        assumeTrue(given().get("/v1/exports/organizations.ndjson").statusCode() != 404, "no exports here");
        var place = given.place();
        var kept = organization(place, "Thị ủy");
        var gone = organization(place, "Ủy ban \\\"nhân dân\\\"\\t");
        assertThat(copy().output()).contains("exact");
        given.patch().body("{\"name\": \"Thành ủy\"}").patch("/v1/organizations/{id}", kept);
        given.editor().header("If-Match", "*").delete("/v1/organizations/{id}", gone);
        organization(place, "Huyện ủy");
        assertThat(copy().output()).contains("exact");
        assertThat(folder.resolve("organizations").resolve(gone)).doesNotExist();
        assertThat(folder.resolve("organizations").resolve(kept))
                .hasContent(given().get("/v1/organizations/{id}", kept).asString());

        Files.delete(folder.resolve("organizations").resolve(kept));
        var broken = copy();
        assertThat(broken.success()).as(broken.output()).isFalse();
        assertThat(broken.output()).contains("DIFFERENT");

        // Of another database: made anew.
        Files.writeString(folder.resolve("organizations.cursor"), foreign());
        assertThat(copy().output()).contains("exact");
    }

    @Test
    void appliesChangesFromThePositionThatItHas() throws Exception {
        Files.writeString(folder.resolve("organizations.cursor"), Follower.now());
        var place = given.place();
        var kept = organization(place, "Ủy ban \\\"nhân dân\\\"\\t");
        var gone = organization(place, "Thị ủy");
        given.editor().header("If-Match", "*").delete("/v1/organizations/{id}", gone);
        copy();
        assertThat(folder.resolve("organizations").toFile().list()).containsExactly(kept);
        assertThat(folder.resolve("organizations").resolve(kept))
                .hasContent(given().get("/v1/organizations/{id}", kept).asString());
    }

    private static String foreign() {
        var here = bienban.record.FeedPosition.read(Follower.now(), "since");
        return new bienban.record.FeedPosition(here.home() + 1, here.xact(), here.seq(), here.check()).toString();
    }

    private String organization(String place, String name) {
        return given.post("/v1/organizations", """
                {"name": "%s", "kind": "party_committee", "place": {"code": "%s"}, "status": "published"}""".formatted(name, place))
                .extract()
                .path("id");
    }

    private Result copy() throws Exception {
        return run(
                "bash", SCRIPT.toString(), "http://localhost:" + RestAssured.port, "organizations", folder.toString());
    }

    private record Result(boolean success, String output) {}

    private static Result run(String... command) throws Exception {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Result(process.exitValue() == 0, output);
    }
}
