package bienban.exchange.export;

import static org.assertj.core.api.Assertions.assertThat;

import bienban.Given;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WorkbookTest {
    @Inject
    Given given;

    @Test
    void holdsNumbersAsNumbersAndTextAsText() throws IOException {
        var place = given.place();
        figure(place, "=1+1", "31167.5");
        figure(place, "Số lớn & <b>\\u0001😀", "12345678901234567.25");
        var sheet = sheet(Download.of("/v1/exports/observations.xlsx?place=" + place));

        assertThat(sheet)
                .contains("<v>31167.5</v>", "<is><t>12345678901234567.25</t></is>", "<is><t>=1+1</t></is>")
                .contains("&amp; &lt;b&gt;&#x1f600;")
                .contains("<is><t>Gi&#xe1; tr&#x1ecb;</t></is>")
                .doesNotContain("<f>");
        assertThat(sheet.split("<row ", -1)).as("a heading and two figures").hasSize(4);
    }

    @Test
    void namesItsColumnsInTheLanguageAskedFor() throws IOException {
        var export = Download.of("/v1/exports/observations.xlsx?place=" + given.place(), "Accept-Language", "en");
        assertThat(sheet(export)).contains("<is><t>Normalized value</t></is>");
        assertThat(export.headers().get("Content-Disposition")).contains("observations.xlsx");
        assertThat(export.trailers().get("Row-Count")).isEqualTo("0");
        assertThat(export.trailers().get("Content-SHA256")).isEqualTo(Download.sum(export.body()));
    }

    private void figure(String place, String label, String value) {
        given.post("/v1/observations", """
                {"place": {"code": "%s"}, "label": "%s", "value": %s}""".formatted(place, label, value));
    }

    private static String sheet(Download export) throws IOException {
        assertThat(export.status()).isEqualTo(200);
        var file = Files.createTempFile("observations", ".xlsx");
        try {
            Files.write(file, export.body());
            try (var zip = new ZipFile(file.toFile())) {
                return new String(
                        zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))
                                .readAllBytes(),
                        StandardCharsets.UTF_8);
            }
        } finally {
            Files.delete(file);
        }
    }
}
