package bienban.extraction.desk;

import bienban.shared.StrictJson;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Type;
import java.util.function.BiFunction;

/** Writes drafts: what is absent is left out, numbers are plain, and the checks of input records are no members. */
public final class DeskJson implements BiFunction<ObjectMapper, Type, ObjectWriter> {
    private static final ObjectMapper MAPPER = StrictJson.READER
            .copy()
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL)
            .setVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .configure(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN, true);

    public static ObjectNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    public static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public ObjectWriter apply(ObjectMapper ignored, Type type) {
        return MAPPER.writer();
    }
}
