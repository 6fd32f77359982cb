package bienban.contract;

import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The answers of the operations on versions. */
final class History {
    private History() {}

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
