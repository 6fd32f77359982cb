package bienban.federation.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LinesTest {
    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void givesWholeLinesOnly() throws Exception {
        var lines = new Lines(bytes("{\"a\":\"ử\"}\n\n" + "x".repeat(200_000) + "\nbroken o"));
        assertThat(lines.next()).isEqualTo("{\"a\":\"ử\"}");
        assertThat(lines.next()).isEmpty();
        assertThat(lines.next()).hasSize(200_000);
        assertThat(lines.next()).isNull();
    }

    @Test
    void sumsWhatItWasTold() throws Exception {
        var lines = new Lines(bytes("a\nb\n{}\n"));
        lines.include(lines.next());
        lines.include(lines.next());
        assertThat(lines.count()).isEqualTo(2);
        // printf 'a\nb\n' | sha256sum
        assertThat(lines.sum()).isEqualTo("911169ddaaf146aff539f58c26c489af3b892dff0fe283c1c264c65ae5aa59a2");
    }
}
