package bienban.extraction.desk;

import static org.assertj.core.api.Assertions.assertThat;

import bienban.Given;
import bienban.extraction.desk.command.Commands;
import bienban.shared.StrictJson;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class CommandsTest {
    private static final String KEY = Given.KEY.substring("Bearer ".length());

    @Inject
    GivenArticles articles;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    private int run(String... arguments) {
        told.reset();
        return new Commands(new PrintStream(told, true, StandardCharsets.UTF_8)).run(arguments);
    }

    private String told() {
        return told.toString(StandardCharsets.UTF_8);
    }

    private static String server() {
        return "http://localhost:" + RestAssured.port + "/";
    }

    @Test
    void readsAFolderIntoDraftsAndLoadsThemOnce() throws IOException {
        Files.writeString(folder.resolve("a.txt"), articles.town().report());
        Files.writeString(
                folder.resolve("b.html"),
                "<html><body><p>" + articles.town().report().replace("\n", "</p><p>") + "</p></body></html>");
        Files.writeString(folder.resolve("c.md"), "no article");
        var out = folder.resolve("drafts.ndjson");
        assertThat(run("extract", folder.toString(), "--out", out.toString())).isZero();
        assertThat(told()).contains("] 2/2").contains("2 articles read, 0 not readable");
        var lines = Files.readAllLines(out);
        assertThat(lines).hasSize(2);
        assertThat(StrictJson.READER.readTree(lines.get(1)).get("file").textValue())
                .isEqualTo("b.html");
        var first = StrictJson.READER.readTree(lines.get(0));
        assertThat(first.get("file").textValue()).isEqualTo("a.txt");
        assertThat(first.at("/draft/heldOn").textValue()).isEqualTo("2024-07-15");
        assertThat(first.get("evidence")).isNotEmpty();

        assertThat(run("load", out.toString(), "--url", server(), "--key", KEY)).isZero();
        assertThat(told()).contains("2 made (0 of them without a meeting), 0 already there, 0 refused");
        assertThat(run("load", out.toString(), "--url", server(), "--key", KEY)).isZero();
        assertThat(told()).contains("0 made (0 of them without a meeting), 2 already there, 0 refused");
    }

    @Test
    void tellsByLineWhatWasRefused() throws IOException {
        var report = articles.town().report();
        Files.writeString(folder.resolve("a.txt"), report.replace("thị xã", "thị xã Không Có"));
        Files.write(folder.resolve("b.txt"), new byte[] {(byte) 0xC3, 0x28});
        Files.writeString(folder.resolve("c.txt"), report);
        var out = folder.resolve("drafts.ndjson");
        assertThat(run("extract", folder.toString(), "--out", out.toString(), "--load", server(), "--key", KEY))
                .isEqualTo(1);
        var lines = Files.readAllLines(out);
        assertThat(lines).hasSize(3);
        assertThat(StrictJson.READER.readTree(lines.get(1)).get("error").textValue())
                .startsWith("Not a file in UTF-8");
        assertThat(StrictJson.READER.readTree(lines.get(2)).has("draft")).isTrue();
        assertThat(told())
                .contains("2 articles read, 1 not readable")
                .contains("1 made")
                .contains("2 refused")
                .contains("line 1 a.txt: 400")
                .contains("/place")
                .contains("line 2 b.txt: Not a file in UTF-8");
        var broken = Files.writeString(folder.resolve("broken.ndjson"), "{\n{}\n");
        assertThat(run("load", broken.toString(), "--url", server(), "--key", KEY))
                .isEqualTo(1);
        assertThat(told()).contains("line 1: not JSON").contains("line 2 : no text");
        assertThat(run("extract", folder.toString(), "--load", server(), "--key", "wrong", "--place", "292"))
                .isEqualTo(1);
        assertThat(told()).contains("line 3 c.txt: 401");
    }

    @Test
    void explainsItselfWhenMisused() {
        assertThat(Commands.isOne()).isFalse();
        assertThat(Commands.isOne("-Dquarkus.http.port=0")).isFalse();
        assertThat(Commands.isOne("extract")).isTrue();
        for (var wrong : new String[][] {
            {"extract"}, {"extract", "."}, {"extract", ".", "--out"}, {"extract", ".", "--colour", "red"}, {"load", "x"}
        }) {
            assertThat(run(wrong)).isEqualTo(2);
            assertThat(told()).startsWith("usage: extract DIR");
        }
        assertThat(run("load", folder.resolve("none").toString(), "--url", server()))
                .isEqualTo(1);
        assertThat(told()).contains("Failed:");
    }
}
