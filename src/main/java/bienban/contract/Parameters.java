package bienban.contract;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** The parameters that mean the same everywhere. */
final class Parameters {
    private Parameters() {}

    static void describe(Parameter parameter) {
        illustrate(parameter);
        switch (parameter.getName()) {
            case "Idempotency-Key" ->
                parameter
                        .description(
                                "Any text of 1 to 200 characters. The same key with the same body gives the first answer again, for a day")
                        .schema(text().minLength(1).maxLength(200));
            case "If-Match" ->
                parameter
                        .description(
                                "The ETag of your last reading, or `*` for whatever version there is. Needed: without it the answer is 428")
                        .schema(text())
                        .required(true)
                        .example("*");
            case "id" -> {
                if (parameter.getDescription() == null) {
                    parameter.description("Id of the record").schema(text().format("uuid"));
                }
            }
            case "kind" -> parameter.description("What sort of record");
            case "version" -> parameter.description("Number of the version").schema(number());
            case "report" -> parameter.description("Id of the progress report");
            case "code" -> parameter.description("Code of the record");
            case "fields" -> parameter.description("Only these members, separated by commas");
            default -> {}
        }
    }

    /** An example in the parameter itself would fill in every filter at once when someone tries the operation out. */
    private static void illustrate(Parameter parameter) {
        if (parameter.getExample() != null && parameter.getIn() == Parameter.In.QUERY) {
            parameter.setDescription(parameter.getDescription() + ". For example `" + parameter.getExample() + "`");
            parameter.setExample(null);
        }
    }

    private static Schema number() {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.INTEGER)
                .format("int32")
                .minimum(BigDecimal.ONE);
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }
}
