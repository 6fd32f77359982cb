package bienban.shared;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads request bodies: strict UTF-8, strict JSON, all faults of form and of value in one answer. */
@Provider
@Singleton
@Consumes({MediaType.APPLICATION_JSON, MergePatch.MEDIA_TYPE})
public class JsonBody implements MessageBodyReader<Input> {
    private final Validator validator;
    private final int largest;

    JsonBody(
            Validator validator, @ConfigProperty(name = "bienban.largest-body", defaultValue = "2097152") int largest) {
        this.validator = validator;
        this.largest = largest;
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return Input.class.isAssignableFrom(type);
    }

    @Override
    public Input readFrom(
            Class<Input> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream stream)
            throws IOException {
        var body = stream.readNBytes(largest + 1);
        if (body.length > largest) {
            throw ApiException.tooLarge(largest);
        }
        var tree = StrictJson.tree(body);
        return type.equals(MergePatch.class) ? type.cast(new MergePatch(tree)) : read(tree, type);
    }

    /** The tree as valid input, or one refusal with every fault. */
    public <T> T read(JsonNode tree, Class<T> type) {
        var errors = new ArrayList<InputError>();
        var input = StrictJson.bind(tree, type, errors);
        if (input != null) {
            var unread = List.copyOf(errors);
            for (var violation : validator.validate(input)) {
                var error = Faults.of(violation);
                // What could not be read was left out: do not report it as missing too.
                if (unread.stream().noneMatch(e -> (error.pointer() + "/").startsWith(e.pointer() + "/"))) {
                    errors.add(error);
                }
            }
        }
        if (input == null && errors.isEmpty()) {
            errors.add(InputError.at("", "wrong_type", "null"));
        }
        if (!errors.isEmpty()) {
            throw ApiException.invalid(errors);
        }
        return input;
    }
}
