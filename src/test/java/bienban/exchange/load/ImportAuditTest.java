package bienban.exchange.load;

import static bienban.exchange.load.GivenImports.figure;
import static org.assertj.core.api.Assertions.assertThat;

import bienban.Audited;
import bienban.Given;
import bienban.security.Role;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A job is noted when it is over, with what it wrote and for whom, long after its request was answered. */
@QuarkusTest
class ImportAuditTest {
    @Inject
    Given given;

    @Inject
    GivenImports imports;

    @Test
    void notesWhoseJobWroteHowMuch() {
        var place = given.place();
        try (var audited = new Audited()) {
            var sent = imports.send(
                    given.key(Role.reviewer, place),
                    "type=observations",
                    "application/x-ndjson",
                    (figure(place, "1") + "\n" + figure(place, "2") + "\n").getBytes(StandardCharsets.UTF_8));
            var job = imports.over(sent.statusCode(202).extract().path("id"));
            assertThat(audited.of("import")).hasSize(1);
            var line = audited.of("import").get(0);
            assertThat(line.path("event").asText()).isEqualTo("job");
            assertThat(line.path("outcome").asText()).isEqualTo("done");
            assertThat(line.path("subject").asText()).startsWith("key:");
            assertThat(line.path("record").asText()).isEqualTo(job.getString("id"));
            assertThat(line.path("changed").asInt()).isEqualTo(2);
        }
    }

    @Test
    void notesThatNothingWasWritten() {
        var place = given.place();
        try (var audited = new Audited()) {
            imports.ndjson("type=observations&dryRun=true", figure(place, "1"));
            imports.ndjson("type=observations", figure(place, "1"), "{\"label\": \"a\"}");
            assertThat(audited.of("import"))
                    .extracting(line -> line.path("outcome").asText() + " "
                            + line.path("changed").asInt())
                    .containsExactly("done 0", "failed 0");
        }
    }
}
