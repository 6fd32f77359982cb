package bienban.contract;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.restassured.OpenApiValidationFilter;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import java.nio.file.Path;

/** Holds every answer of every HTTP test against {@code openapi.yaml}: undocumented statuses, members and types fail the test. */
public class AnswersKeepTheContract implements QuarkusTestBeforeEachCallback {
    private static final OpenApiValidationFilter FILTER =
            new OpenApiValidationFilter(OpenApiInteractionValidator.createForSpecificationUrl(
                            Path.of("openapi.yaml").toUri().toString())
                    .withLevelResolver(LevelResolver.create()
                            // Tests send what is wrong on purpose; only the answers are judged.
                            .withLevel("validation.request", ValidationReport.Level.IGNORE)
                            .withLevel("validation.response", ValidationReport.Level.ERROR)
                            .build())
                    .build());

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        RestAssured.replaceFiltersWith(FILTER);
    }
}
