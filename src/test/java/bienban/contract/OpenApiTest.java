package bienban.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiTest {
    @Test
    void openapiYamlSaysWhatTheCodeServes() {
        assertThat(Path.of("openapi.yaml"))
                .as("copy target/openapi/openapi.yaml to openapi.yaml and review the difference")
                .hasSameTextualContentAs(Path.of("target/openapi/openapi.yaml"));
    }
}
