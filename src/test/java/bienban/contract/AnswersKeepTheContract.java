package bienban.contract;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.restassured.OpenApiValidationFilter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.config.LogConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Holds every answer of every HTTP test against {@code openapi.yaml}: undocumented statuses, members and types fail the test. */
public class AnswersKeepTheContract implements QuarkusTestBeforeEachCallback {
    private static final OpenApiValidationFilter FILTER =
            new OpenApiValidationFilter(OpenApiInteractionValidator.createForInlineApiSpecification(contract())
                    .withLevelResolver(LevelResolver.create()
                            // Tests send what is wrong on purpose; only the answers are judged.
                            .withLevel("validation.request", ValidationReport.Level.IGNORE)
                            .withLevel("validation.response", ValidationReport.Level.ERROR)
                            .build())
                    .build());

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        RestAssured.replaceFiltersWith(FILTER);
        // Every call is noted, for the case that it fails; laying the notes out took longer than the calls.
        RestAssured.config = RestAssured.config()
                .logConfig(LogConfig.logConfig()
                        .enableLoggingOfRequestAndResponseIfValidationFails()
                        .enablePrettyPrinting(false));
    }

    /** With the shared refusals in their places: the validator's parser reads the whole document again for each reference to one. */
    private static String contract() {
        try {
            var api = new YAMLMapper().readTree(Path.of("openapi.yaml").toFile());
            var shared = ((ObjectNode) api.get("components")).remove("responses");
            for (var path : api.get("paths")) {
                for (var operation : path) {
                    inline(operation.path("responses"), shared);
                }
            }
            return api.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void inline(JsonNode answers, JsonNode shared) {
        for (var status : answers.properties()) {
            var reference = status.getValue().path("$ref").asText("");
            if (!reference.isEmpty()) {
                status.setValue(shared.get(reference.substring(reference.lastIndexOf('/') + 1)));
            }
        }
    }
}
