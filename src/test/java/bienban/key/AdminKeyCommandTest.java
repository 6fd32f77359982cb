package bienban.key;

import static org.assertj.core.api.Assertions.assertThat;

import bienban.Audited;
import bienban.Given;
import bienban.Stored;
import bienban.security.Caller;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AdminKeyCommandTest {
    @Inject
    Given given;

    @Inject
    Stored stored;

    @Inject
    Keys keys;

    @Inject
    Caller caller;

    @Test
    void printsAKeyThatMayDoEverything() {
        var output = new ByteArrayOutputStream();
        var console = System.out;
        System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
        int code;
        var audited = new Audited();
        try (audited) {
            code = new AdminKeyCommand(keys, caller).run("create-admin-key", "--name", "Sở Nội vụ");
        } finally {
            System.setOut(console);
        }
        assertThat(code).isZero();
        var key = output.toString(StandardCharsets.UTF_8).strip();
        assertThat(key).matches("bb_[0-9A-Za-z]{48}");
        assertThat(audited.lines()).hasSize(1).noneMatch(line -> line.contains(key.substring(3, 15)));
        var noted = audited.of("createKey").get(0);
        assertThat(noted.path("subject").asText()).isEqualTo("system:create-admin-key");
        assertThat(noted.path("event").asText()).isEqualTo("job");
        var listed = given.as("Bearer " + key).get("/v1/keys?limit=1");
        assertThat(listed.statusCode()).isEqualTo(200);
        assertThat(listed.<String>path("items[0].id"))
                .isEqualTo(noted.path("record").asText());
        assertThat(listed.<String>path("items[0].name")).isEqualTo("Sở Nội vụ");
        assertThat(listed.<String>path("items[0].createdBy")).isEqualTo("system:create-admin-key");
    }

    @Test
    void tellsHowItIsUsed() {
        var before = stored.number("select count(*) from access_key");
        assertThat(new AdminKeyCommand(keys, caller).run("create-admin-key", "--nam", "x"))
                .isEqualTo(2);
        assertThat(stored.number("select count(*) from access_key")).isEqualTo(before);
    }
}
