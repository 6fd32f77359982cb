package bienban.contract;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** What a merge patch may hold: any part of the record that can be written, and {@code null} for what is not required. */
final class Patches {
    private Patches() {}

    static void describe(OpenAPI api, Operation operation, String schema) {
        var whole = api.getComponents().getSchemas().get(schema);
        if (whole == null || whole.getProperties() == null) {
            return;
        }
        var patch = OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("The parts to change (RFC 7396); `null` removes one, a list is replaced whole");
        whole.getProperties().forEach((name, member) -> {
            if (!Boolean.TRUE.equals(member.getReadOnly())) {
                var required =
                        whole.getRequired() != null && whole.getRequired().contains(name);
                patch.addProperty(name, required ? member : orNull(member));
            }
        });
        api.getComponents().addSchema(schema + "Patch", patch);
        operation
                .getRequestBody()
                .getContent()
                .getMediaTypes()
                .values()
                .forEach(type -> type.setSchema(OASFactory.createSchema().ref(schema + "Patch")));
    }

    private static Schema orNull(Schema member) {
        return OASFactory.createSchema()
                .addAnyOf(member)
                .addAnyOf(OASFactory.createSchema().addType(Schema.SchemaType.NULL));
    }
}
