package bienban.shared;

import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Checks the query parameters of every operation against what its method declares, before it is called: a name that is not
 * declared, a value that cannot be read and a bound that is passed are told all at once, with what {@link QueryFaults} adds.
 */
@Singleton
class QueryParameters {
    /** What stands in a value for bytes that are no text. */
    private static final char NOT_UTF_8 = '\ufffd';

    private final Map<Method, Map<String, Declared>> declared = new ConcurrentHashMap<>();
    private final Validator validator;

    QueryParameters(Validator validator) {
        this.validator = validator;
    }

    @ServerRequestFilter(priority = 4000)
    public void check(ContainerRequestContext request, ResourceInfo resource) {
        if (resource == null || resource.getResourceMethod() == null) {
            return;
        }
        var known = declared.computeIfAbsent(resource.getResourceMethod(), QueryParameters::declaredBy);
        var errors = new ArrayList<InputError>();
        request.getUriInfo().getQueryParameters().forEach((name, values) -> {
            var parameter = known.get(name);
            if (parameter == null) {
                errors.add(InputError.in(name, "unknown_parameter", known.keySet()));
            } else {
                check(name, parameter, values, errors);
            }
        });
        if (!errors.isEmpty()) {
            throw ApiException.invalid(errors);
        }
    }

    private void check(String name, Declared parameter, List<String> values, List<InputError> errors) {
        if (!parameter.repeatable() && values.size() > 1) {
            errors.add(InputError.in(name, "repeated_parameter"));
            return;
        }
        if (values.stream().anyMatch(String::isBlank)) {
            errors.add(InputError.in(name, "required"));
            return;
        }
        var read = new ArrayList<Object>();
        for (var value : values) {
            try {
                if (!StrictJson.isStorable(value) || value.indexOf(NOT_UTF_8) >= 0) {
                    throw new IllegalArgumentException(name);
                }
                read.add(read(value, parameter.type()));
            } catch (IllegalArgumentException | DateTimeParseException e) {
                errors.add(
                        parameter.type().isEnum()
                                ? InputError.in(
                                        name,
                                        "unknown_value",
                                        Arrays.toString(parameter.type().getEnumConstants()))
                                : InputError.in(name, "malformed_" + wordFor(parameter.type())));
                return;
            }
        }
        if (parameter.owner() != null) {
            for (var violation : validator.validateValue(
                    parameter.owner(), parameter.field(), parameter.repeatable() ? read : read.get(0))) {
                errors.add(Faults.ofParameter(name, violation));
            }
        }
    }

    /** All values of a parameter as its method takes them. */
    static Object read(List<String> values, Type type) {
        var declared = Declared.of(type, null, null);
        var read = values.stream().map(value -> read(value, declared.type())).toList();
        return declared.repeatable() ? read : read.get(0);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object read(String value, Class<?> type) {
        if (type.isEnum()) {
            return Enum.valueOf((Class<Enum>) type, value);
        } else if (type == UUID.class) {
            var id = UUID.fromString(value);
            if (!id.toString().equalsIgnoreCase(value)) {
                throw new IllegalArgumentException(value);
            }
            return id;
        } else if (type == Integer.class || type == int.class) {
            return Integer.valueOf(value);
        } else if (type == Long.class) {
            return Long.valueOf(value);
        } else if (type == Boolean.class || type == boolean.class) {
            if (!value.equals("true") && !value.equals("false")) {
                throw new IllegalArgumentException(value);
            }
            return Boolean.valueOf(value);
        } else if (type == LocalDate.class) {
            return day(value);
        }
        return value;
    }

    /** Java's calendar reaches further than the database's. */
    private static LocalDate day(String value) {
        var day = LocalDate.parse(value);
        if (day.getYear() < 1 || day.getYear() > 9999) {
            throw new IllegalArgumentException(value);
        }
        return day;
    }

    private static String wordFor(Class<?> type) {
        return type == UUID.class
                ? "id"
                : type == LocalDate.class
                        ? "day"
                        : type == Integer.class || type == Long.class
                                ? "number"
                                : type == Boolean.class ? "boolean" : "value";
    }

    private static Map<String, Declared> declaredBy(Method method) {
        var known = new TreeMap<String, Declared>();
        for (var parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (var field : parameter.getType().getDeclaredFields()) {
                    var query = field.getAnnotation(RestQuery.class);
                    if (query != null) {
                        known.put(
                                nameOf(query, field.getName()),
                                Declared.of(field.getGenericType(), parameter.getType(), field.getName()));
                    }
                }
            } else if (parameter.isAnnotationPresent(RestQuery.class)) {
                var query = parameter.getAnnotation(RestQuery.class);
                known.put(
                        nameOf(query, parameter.getName()), Declared.of(parameter.getParameterizedType(), null, null));
            }
        }
        return known;
    }

    static String nameOf(RestQuery query, String variable) {
        return query.value().isEmpty() ? variable : query.value();
    }

    private record Declared(Class<?> type, boolean repeatable, Class<?> owner, String field) {
        static Declared of(Type type, Class<?> owner, String field) {
            var list = type instanceof ParameterizedType;
            return new Declared(
                    (Class<?>) (list ? ((ParameterizedType) type).getActualTypeArguments()[0] : type),
                    list,
                    owner,
                    field);
        }
    }
}
