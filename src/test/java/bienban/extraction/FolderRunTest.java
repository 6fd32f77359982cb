package bienban.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderRunTest {
    private final ByteArrayOutputStream bar = new ByteArrayOutputStream();
    private final FolderRun run = new FolderRun(new PrintStream(bar, true, StandardCharsets.UTF_8));

    @TempDir
    Path folder;

    @Test
    void writesOneDraftALineInTheOrderOfTheFiles() throws IOException {
        Files.writeString(
                folder.resolve("b.html"),
                "<p>Ngày 6/3/2021, UBND xã Phú Lộc họp phiên thường kỳ bàn nhiệm vụ tháng tới.</p>");
        Files.writeString(
                folder.resolve("a.txt"),
                "Ngày 5/3/2021, UBND huyện Phú Lộc họp phiên thường kỳ bàn nhiệm vụ tháng tới.");
        Files.writeString(folder.resolve("c.pdf"), "no article");
        var out = folder.resolve("drafts.ndjson");

        assertThat(run.run(folder, out)).isZero();

        var lines = Files.readAllLines(out);
        assertThat(lines).hasSize(2);
        var first = new ObjectMapper().readTree(lines.get(0));
        assertThat(first.path("file").asText()).isEqualTo("a.txt");
        assertThat(first.path("draft").path("heldOn").asText()).isEqualTo("2021-03-05");
        assertThat(new ObjectMapper()
                        .readTree(lines.get(1))
                        .path("draft")
                        .path("heldOn")
                        .asText())
                .isEqualTo("2021-03-06");
        assertThat(bar.toString(StandardCharsets.UTF_8)).contains("2/2").contains("2 articles read, 0 failed");
    }

    @Test
    void goesOnAfterAFileThatIsNoText() throws IOException {
        Files.write(folder.resolve("a.txt"), new byte[] {(byte) 0xc3, (byte) 0x28});
        Files.writeString(
                folder.resolve("b.txt"),
                "Ngày 5/3/2021, UBND huyện Phú Lộc họp phiên thường kỳ bàn nhiệm vụ tháng tới.");
        var out = folder.resolve("drafts.ndjson");

        assertThat(run.run(folder, out)).isEqualTo(1);

        assertThat(Files.readAllLines(out).get(0)).contains("Not UTF-8 text");
        assertThat(Files.readAllLines(out)).hasSize(2);
    }
}
