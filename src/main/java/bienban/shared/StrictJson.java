package bienban.shared;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/** Reads JSON without forgiving anything, and collects the faults instead of stopping at the first. */
public final class StrictJson {
    private static final int MOST_FAULTS = 100;
    private static final int DEEPEST = 32;

    /** For reading only: every leniency of Jackson is off. */
    public static final ObjectMapper READER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .defaultLeniency(false)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .withCoercionConfig(
                    LogicalType.Textual,
                    c -> c.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    static {
        READER.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxNumberLength(64)
                        .maxStringLength(2_000_000)
                        .build());
    }

    private StrictJson() {}

    /** The document as a tree, its texts in NFC. */
    public static JsonNode tree(byte[] body) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return normalized(parse(text));
        } catch (CharacterCodingException e) {
            throw ApiException.invalid(InputError.at("", "not_utf8"));
        }
    }

    /** The tree with its texts in NFC; those that cannot be stored are refused. */
    public static JsonNode normalized(JsonNode tree) {
        var errors = new ArrayList<InputError>();
        var normalized = normalize(tree, "", errors);
        if (!errors.isEmpty()) {
            throw ApiException.invalid(errors);
        }
        return normalized;
    }

    private static JsonNode parse(String text) {
        try (var parser = READER.createParser(text)) {
            try {
                JsonNode tree = READER.readTree(parser);
                if (tree == null || tree.isMissingNode()) {
                    throw ApiException.invalid(InputError.at("", "empty_body"));
                }
                if (parser.nextToken() != null) {
                    throw malformed("malformed_json", parser.currentLocation());
                }
                return tree;
            } catch (JsonProcessingException e) {
                var place = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
                throw malformed(codeOf(e), place);
            } catch (NumberFormatException e) {
                // The exponent has more digits than the reader takes.
                throw malformed("number_too_long", parser.currentLocation());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String codeOf(JsonProcessingException e) {
        var message = String.valueOf(e.getMessage());
        if (e instanceof StreamConstraintsException) {
            return message.contains("nesting depth")
                    ? "too_deep"
                    : message.startsWith("Number") ? "number_too_long" : "text_too_long";
        }
        return message.startsWith("Duplicate") ? "duplicate_key" : "malformed_json";
    }

    private static ApiException malformed(String code, JsonLocation place) {
        return ApiException.invalid(InputError.at("", code, place.getLineNr(), place.getColumnNr()));
    }

    /** The tree as a value; its faults are added to {@code errors} and left out of the value. */
    public static <T> T bind(JsonNode tree, Class<T> type, List<InputError> errors) {
        var rest = tree.deepCopy();
        while (errors.size() < MOST_FAULTS) {
            try {
                return READER.treeToValue(rest, type);
            } catch (JsonMappingException e) {
                var pointer = pointer(e);
                errors.add(fault(pointer, rest, e));
                if (pointer.isEmpty()) {
                    return null;
                }
                remove(rest, pointer);
            } catch (JsonProcessingException e) {
                errors.add(InputError.at("", "malformed_json", 0, 0));
                return null;
            }
        }
        return null;
    }

    private static InputError fault(String pointer, JsonNode tree, JsonMappingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return InputError.at(
                    pointer,
                    "unknown_property",
                    new TreeSet<>(unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .toList()));
        }
        var node = tree.at(pointer);
        if (e instanceof InvalidFormatException wrong && node.isTextual()) {
            return wrong.getTargetType().isEnum()
                    ? InputError.at(
                            pointer,
                            "unknown_value",
                            Arrays.toString(wrong.getTargetType().getEnumConstants()))
                    : InputError.at(
                            pointer,
                            "malformed_"
                                    + (wrong.getTargetType().getSimpleName().equals("UUID") ? "id" : "value"));
        }
        if (node.isNumber() && isWhole(e)) {
            return node.isIntegralNumber()
                    ? InputError.at(pointer, "out_of_range", Integer.MIN_VALUE, Integer.MAX_VALUE)
                    : InputError.at(pointer, "malformed_number");
        }
        return InputError.at(pointer, "wrong_type", node.getNodeType().name().toLowerCase(java.util.Locale.ROOT));
    }

    private static boolean isWhole(JsonMappingException e) {
        return e.getCause() instanceof InputCoercionException
                || (e instanceof MismatchedInputException wrong && wrong.getTargetType() == Integer.class);
    }

    private static String pointer(JsonMappingException e) {
        var pointer = new StringBuilder();
        for (var step : e.getPath()) {
            pointer.append('/')
                    .append(
                            step.getFieldName() == null
                                    ? String.valueOf(step.getIndex())
                                    : escape(step.getFieldName()));
        }
        return pointer.toString();
    }

    private static void remove(JsonNode tree, String pointer) {
        var last = pointer.lastIndexOf('/');
        var parent = tree.at(pointer.substring(0, last));
        var name = pointer.substring(last + 1);
        if (parent instanceof ObjectNode object) {
            object.remove(name.replace("~1", "/").replace("~0", "~"));
        } else if (parent instanceof ArrayNode array) {
            array.setNull(Integer.parseInt(name));
        }
    }

    /** One segment of a JSON pointer, RFC 6901. */
    public static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static JsonNode normalize(JsonNode node, String pointer, List<InputError> errors) {
        if (node instanceof ObjectNode object) {
            for (var member : object.properties()) {
                member.setValue(normalize(member.getValue(), pointer + "/" + escape(member.getKey()), errors));
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, normalize(array.get(i), pointer + "/" + i, errors));
            }
        } else if (node.isTextual()) {
            var text = node.textValue();
            if (!isStorable(text)) {
                errors.add(InputError.at(pointer, "forbidden_character"));
            }
            return READER.getNodeFactory().textNode(Normalizer.normalize(text, Normalizer.Form.NFC));
        }
        return node;
    }

    /** PostgreSQL's text holds every character but NUL; half a surrogate pair is no character. */
    public static boolean isStorable(String text) {
        return text.indexOf('\0') < 0
                && text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
