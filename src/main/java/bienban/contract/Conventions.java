package bienban.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * Adds to every operation what its verb promises (see the conventions of the API): the first word of the operation id
 * ({@code list}, {@code get}, {@code create}, {@code replace}, {@code patch}, {@code delete}) decides.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class Conventions implements OASFilter {
    private static final String JSON = "application/json";
    private static final Map<String, String> SCHEMA_OF = Map.of(
            "meetings", "Meeting",
            "speakers", "Speaker",
            "directives", "Directive",
            "observations", "Observation",
            "organizations", "Organization",
            "documents", "LegalDocument",
            "places", "Place",
            "indicators", "Indicator",
            "articles", "Article");
    /** The statuses beside success that each verb can answer with. */
    private static final Map<String, List<Integer>> REFUSALS = Map.ofEntries(
            Map.entry("list", List.of(400, 401, 403)),
            Map.entry("get", List.of(400, 401, 404, 410)),
            Map.entry("create", List.of(400, 401, 403, 409, 410, 413, 415, 422)),
            Map.entry("replace", List.of(400, 401, 403, 404, 409, 410, 412, 413, 415, 428)),
            Map.entry("patch", List.of(400, 401, 403, 404, 409, 410, 412, 413, 415, 428)),
            Map.entry("delete", List.of(400, 401, 403, 404, 409, 410, 412, 428)),
            Map.entry("other", List.of(400, 401, 403, 404, 410)),
            Map.entry("export", List.of(400, 401, 403, 404)),
            Map.entry("extract", List.of(400, 401, 413, 415)),
            Map.entry("file", List.of(400, 401, 404, 410, 413, 415, 422, 429)),
            Map.entry("administer", List.of(400, 401, 403, 404, 409, 413, 415)),
            Map.entry("act", List.of(400, 401, 403, 404, 409, 410, 412, 413, 415, 422, 428)));

    private static final Set<String> WRITES = Set.of("create", "replace", "patch", "delete", "act", "administer");

    private final Examples examples = new Examples();

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getPaths() == null || api.getComponents() == null) {
            return;
        }
        api.setInfo(OASFactory.createInfo()
                .title("Biên Bản")
                .version("1.0.0")
                .description(description())
                .license(OASFactory.createLicense().name("Apache License 2.0").identifier("Apache-2.0")));
        api.setServers(List.of(OASFactory.createServer().url("/").description("This server")));
        api.getComponents().getSchemas().values().forEach(Conventions::withoutFractions);
        api.getComponents()
                .addSecurityScheme(
                        "key",
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description(
                                        "A key of this instance. Its role says what it may: `reader` reads within higher limits, `editor` writes drafts, `reviewer` publishes, `admin` does everything; editors and reviewers in the places of the key only. In development one for an administrator is made at start and logged."));
        Problems.addTo(api.getComponents());
        History.tellOnce(api);
        new TreeMap<>(api.getPaths().getPathItems())
                .forEach((path, item) ->
                        item.getOperations().forEach((method, operation) -> complete(api, path, method, operation)));
        examples.addTo(api);
        Components.removeUnused(api);
    }

    private static String description() {
        try (var file = Conventions.class.getResourceAsStream("/contract/description.md")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bounds on digits are told as multiples of small fractions, which binary arithmetic gets wrong; the reader checks them exactly. */
    private static void withoutFractions(Schema schema) {
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(p -> p.setMultipleOf(null));
        }
    }

    private void complete(OpenAPI api, String path, PathItem.HttpMethod method, Operation operation) {
        if (operation.getOperationId() == null || !path.startsWith("/v1/")) {
            return;
        }
        var verb = verbOf(path, method, operation.getOperationId());
        var answers = operation.getResponses() == null ? OASFactory.createAPIResponses() : operation.getResponses();
        operation.setResponses(answers);
        var success = success(api, path, verb, operation.getOperationId());
        if (!success.isEmpty()) {
            // A method that returns a plain response is taken to answer 200 with nothing to say about it.
            answers.removeAPIResponse("200");
            answers.removeAPIResponse("201");
        }
        success.forEach(answers::addAPIResponse);
        if (method == PathItem.HttpMethod.GET && path.startsWith("/v1/speakers/{id}")) {
            answers.addAPIResponse("308", Headers.moved());
        }
        if (answers.getAPIResponse("200") != null && Headers.namesStale(method, path, SCHEMA_OF.keySet())) {
            answers.getAPIResponse("200").addHeader("Bienban-Stale", Headers.stale());
        }
        REFUSALS.get(verb).forEach(status -> Problems.refer(answers, status));
        if (operation.getRequestBody() != null) {
            Problems.refer(answers, 408);
        }
        List.of(406, 414, 429, 431, 500, 503).forEach(status -> Problems.refer(answers, status));
        // In one order, whatever order the parts came in.
        answers.setAPIResponses(new TreeMap<>(answers.getAPIResponses()));
        if (WRITES.contains(verb)) {
            operation.addSecurityRequirement(
                    OASFactory.createSecurityRequirement().addScheme("key"));
        } else {
            operation.addSecurityRequirement(OASFactory.createSecurityRequirement());
            operation.addSecurityRequirement(
                    OASFactory.createSecurityRequirement().addScheme("key"));
        }
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(Parameters::describe);
        }
        if (verb.equals("create")
                || verb.equals("extract")
                || verb.equals("file")
                || verb.equals("act")
                || verb.equals("replace")
                || verb.equals("patch")
                || (verb.equals("administer") && operation.getRequestBody() != null)) {
            operation.getRequestBody().setRequired(true);
        }
        if (verb.equals("patch")) {
            Patches.describe(api, operation, SCHEMA_OF.get(path.split("/")[2]));
        }
    }

    private static String verbOf(String path, PathItem.HttpMethod method, String operationId) {
        var first = operationId.replaceAll("[A-Z].*", "");
        if (path.startsWith("/v1/keys") || path.startsWith("/v1/webhooks")) {
            return "administer";
        }
        var onRecords = SCHEMA_OF.containsKey(path.split("/")[2]) && path.split("/").length <= 4;
        return switch (method) {
            case GET ->
                first.equals("export") || (onRecords && (first.equals("list") || first.equals("get")))
                        ? first
                        : "other";
            case POST ->
                first.equals("extract") || first.equals("file")
                        ? first
                        : onRecords && path.split("/").length == 3 && first.equals("create") ? "create" : "act";
            case PUT -> "replace";
            case PATCH -> "patch";
            case DELETE -> "delete";
            default -> "other";
        };
    }

    private static Map<String, APIResponse> success(OpenAPI api, String path, String verb, String operationId) {
        var schema = SCHEMA_OF.get(path.split("/")[2]);
        return switch (verb) {
            case "list" -> Map.of("200", json("One page", page(api, schema)).addHeader("Link", Headers.next()));
            case "get" ->
                Map.of(
                        "200",
                                Headers.versioned(
                                        json("The record; with `fields`, only those members", part(api, schema))),
                        "304",
                                OASFactory.createAPIResponse()
                                        .description("The record is still the one whose ETag `If-None-Match` named"));
            case "create" ->
                Map.of(
                        "201",
                        Headers.versioned(json("Made; the record as it is now", reference(schema)))
                                .addHeader("Location", Headers.location()));
            case "replace", "patch" ->
                Map.of(
                        "200",
                        Headers.versioned(json("Changed; the record as it is now", reference(schema))),
                        "204",
                        OASFactory.createAPIResponse()
                                .description("Purged; there is nothing left to be answered, and a tombstone stays"));
            case "delete" -> Map.of("204", OASFactory.createAPIResponse().description("Deleted; a tombstone stays"));
            case "export" -> Map.of("200", Files.answer(operationId));
            default -> Parts.success(api, operationId);
        };
    }

    static Schema page(OpenAPI api, String schema) {
        var name = schema + "Page";
        api.getComponents()
                .addSchema(
                        name,
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.OBJECT)
                                .description("One page of a list")
                                .addRequired("items")
                                .addProperty(
                                        "items",
                                        OASFactory.createSchema()
                                                .addType(Schema.SchemaType.ARRAY)
                                                .description(
                                                        "The records of this page; with `fields`, only those members")
                                                .items(OASFactory.createSchema().ref(schema + "Item")))
                                .addProperty(
                                        "total",
                                        OASFactory.createSchema()
                                                .addType(Schema.SchemaType.INTEGER)
                                                .description("How many records fit in all; only with `count=true`"))
                                .addProperty(
                                        "next",
                                        OASFactory.createSchema()
                                                .addType(Schema.SchemaType.STRING)
                                                .description("Path of the next page; absent on the last")));
        part(api, schema);
        return reference(name);
    }

    private static Schema part(OpenAPI api, String schema) {
        api.getComponents().addSchema(schema + "Item", item(api, schema));
        return reference(schema + "Item");
    }

    /** The record's schema without required members: lists leave parts out, and {@code fields} leaves out more. */
    private static Schema item(OpenAPI api, String schema) {
        var whole = api.getComponents().getSchemas().get(schema);
        var item = OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description(whole == null ? null : whole.getDescription());
        if (whole != null && whole.getProperties() != null) {
            whole.getProperties().forEach(item::addProperty);
        }
        return item;
    }

    private static Schema reference(String schema) {
        return OASFactory.createSchema().ref(schema);
    }

    static APIResponse json(String description, Schema schema) {
        return OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent()
                        .addMediaType(JSON, OASFactory.createMediaType().schema(schema)));
    }
}
