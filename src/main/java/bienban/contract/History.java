package bienban.contract;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The operations on versions: one description for the addresses of all kinds, and what they answer. */
final class History {
    private static final Pattern ADDRESS = Pattern.compile("/v1/([a-z]+)/\\{id}/versions(/.*)?");

    private static final String TAG = "History";

    private History() {}

    /** What stands at nine addresses is told once, with the kind as a parameter. */
    static void tellOnce(OpenAPI api) {
        var paths = api.getPaths();
        var addresses = new TreeMap<>(paths.getPathItems())
                .keySet().stream()
                        .map(ADDRESS::matcher)
                        .filter(Matcher::matches)
                        .toList();
        List<Object> kinds = addresses.stream()
                .map(a -> a.group(1))
                .distinct()
                .map(Object.class::cast)
                .toList();
        if (api.getTags() == null
                || api.getTags().stream().noneMatch(t -> t.getName().equals(TAG))) {
            api.addTag(OASFactory.createTag()
                    .name(TAG)
                    .description("What a record was before: its versions, and what changed between them"));
        }
        for (var address : addresses) {
            var item = paths.getPathItem(address.group());
            paths.removePathItem(address.group());
            // They are alike: the first stands for all.
            if (address.group(1).equals(kinds.get(0))) {
                var rest = address.group(2) == null ? "" : address.group(2);
                paths.addPathItem("/v1/{kind}/{id}/versions" + rest, named(item, rest, kinds));
            }
        }
    }

    private static PathItem named(PathItem item, String rest, List<Object> kinds) {
        var name = rest.isEmpty() ? "listVersions" : rest.endsWith("/diff") ? "compareVersions" : "getVersion";
        item.getGET()
                .operationId(name)
                .tags(List.of(TAG))
                .addParameter(inPath("kind").schema(text().enumeration(kinds)))
                // The address is the concrete kind's, the method the common one: the reader of the code does not see
                // them together.
                .addParameter(inPath("id")
                        .description("Id of the record; of a place or an indicator its code")
                        .schema(text()));
        return item;
    }

    private static Parameter inPath(String name) {
        return OASFactory.createParameter().name(name).in(Parameter.In.PATH).required(true);
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }

    static Map<String, APIResponse> version() {
        return Map.of(
                "200",
                Headers.versioned(Conventions.json(
                        "The record as it was",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.OBJECT)
                                .description("A record of the kind that the address names, as it stood then"))),
                "304",
                OASFactory.createAPIResponse().description("The version is the one whose ETag `If-None-Match` named"));
    }

    static Map<String, APIResponse> difference() {
        var operations = OASFactory.createSchema()
                .addType(Schema.SchemaType.ARRAY)
                .description("The operations in their order; none where the versions say the same")
                .items(OASFactory.createSchema().ref("PatchOperation"));
        return Map.of(
                "200",
                OASFactory.createAPIResponse()
                        .description("A JSON Patch (RFC 6902)")
                        .content(OASFactory.createContent()
                                .addMediaType(
                                        "application/json-patch+json",
                                        OASFactory.createMediaType().schema(operations))
                                .addMediaType(
                                        "application/json",
                                        OASFactory.createMediaType().schema(operations))));
    }
}
