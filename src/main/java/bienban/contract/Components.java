package bienban.contract;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Finds the schemas that some operation leads to, so that the others, inner types of the code, can be left out. */
final class Components {
    private static final String PREFIX = "#/components/schemas/";

    private final Map<String, Schema> schemas;
    private final Set<String> used = new HashSet<>();

    private Components(Map<String, Schema> schemas) {
        this.schemas = schemas;
    }

    static void removeUnused(OpenAPI api) {
        var components = api.getComponents();
        var search = new Components(components.getSchemas());
        each(components.getResponses()).forEach(search::visit);
        api.getPaths()
                .getPathItems()
                .values()
                .forEach(path -> path.getOperations().values().forEach(search::visit));
        List.copyOf(components.getSchemas().keySet()).stream()
                .filter(name -> !search.used.contains(name))
                .forEach(components::removeSchema);
    }

    private void visit(Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(parameter -> visit(parameter.getSchema()));
        }
        if (operation.getRequestBody() != null) {
            visit(operation.getRequestBody().getContent());
        }
        each(operation.getResponses().getAPIResponses()).forEach(this::visit);
    }

    private void visit(APIResponse answer) {
        visit(answer.getContent());
        each(answer.getHeaders()).stream().map(Header::getSchema).forEach(this::visit);
    }

    private void visit(Content content) {
        if (content != null) {
            content.getMediaTypes().values().forEach(type -> visit(type.getSchema()));
        }
    }

    private void visit(Schema schema) {
        if (schema == null) {
            return;
        }
        if (schema.getRef() != null && schema.getRef().startsWith(PREFIX)) {
            var name = schema.getRef().substring(PREFIX.length());
            if (used.add(name)) {
                visit(schemas.get(name));
            }
        }
        visit(schema.getItems());
        visit(schema.getNot());
        visit(schema.getAdditionalPropertiesSchema());
        each(schema.getProperties()).forEach(this::visit);
        for (var parts : new List<?>[] {schema.getAllOf(), schema.getAnyOf(), schema.getOneOf()}) {
            if (parts != null) {
                parts.stream().map(Schema.class::cast).forEach(this::visit);
            }
        }
    }

    private static <T> Collection<T> each(Map<String, T> map) {
        return map == null
                ? List.of()
                : map.values().stream().filter(Objects::nonNull).toList();
    }
}
