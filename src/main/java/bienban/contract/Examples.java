package bienban.contract;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;

/**
 * Examples that work on a fresh start, from {@code contract/examples.json}: for each operation id its parameters and its body.
 * They use the ids of the sample records.
 */
final class Examples {
    private final Map<String, Example> byOperation;

    record Example(Map<String, Object> parameters, Object body) {}

    Examples() {
        try (var file = Examples.class.getResourceAsStream("/contract/examples.json")) {
            byOperation = JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build()
                    .readValue(file, new TypeReference<Map<String, Example>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void addTo(OpenAPI api) {
        api.getPaths()
                .getPathItems()
                .values()
                .forEach(item -> item.getOperations().values().forEach(this::addTo));
    }

    private void addTo(Operation operation) {
        var example = byOperation.get(operation.getOperationId());
        if (example == null) {
            return;
        }
        if (example.parameters() != null && operation.getParameters() != null) {
            operation.getParameters().stream()
                    .filter(p -> example.parameters().containsKey(p.getName()))
                    .forEach(p -> p.setExample(example.parameters().get(p.getName())));
        }
        if (example.body() != null && operation.getRequestBody() != null) {
            operation
                    .getRequestBody()
                    .getContent()
                    .getMediaTypes()
                    .values()
                    .forEach(type -> type.setExample(example.body()));
        }
    }
}
