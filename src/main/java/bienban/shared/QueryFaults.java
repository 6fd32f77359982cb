package bienban.shared;

import io.quarkus.arc.Arc;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * All that a reading operation has against its query. Some faults only the operation itself knows: which names {@code fields},
 * {@code include} and {@code sort} may hold, and what two parameters say together. So it is called again without the parameters
 * that were refused, until it refuses no more, just as JSON bodies are bound again without the part that failed.
 */
@Singleton
class QueryFaults {

    /** The faults that are known, and those that they hid. */
    List<InputError> all(List<InputError> known, ResourceInfo resource, UriInfo uri) {
        var method = resource.getResourceMethod();
        var errors = new ArrayList<>(known);
        if (!isShaped(method)) {
            return errors;
        }
        var refused = new HashSet<String>();
        var more = known;
        while (refused.addAll(more.stream().map(InputError::parameter).toList())) {
            more = refusals(resource, uri, refused);
            errors.addAll(more);
        }
        return errors;
    }

    /** Only what reads, and lets its caller name members, is asked twice. */
    private static boolean isShaped(Method method) {
        return method.isAnnotationPresent(jakarta.ws.rs.GET.class)
                && Arrays.stream(method.getParameters())
                        .anyMatch(
                                p -> p.getType() == Paging.class || p.getName().equals("fields"));
    }

    private static List<InputError> refusals(ResourceInfo resource, UriInfo uri, Set<String> refused) {
        var method = resource.getResourceMethod();
        method.setAccessible(true);
        try (var bean = Arc.container().instance(resource.getResourceClass())) {
            var arguments = Arrays.stream(method.getParameters())
                    .map(p -> argument(p, uri, refused))
                    .toArray();
            method.invoke(bean.get(), arguments);
            return List.of();
        } catch (InvocationTargetException e) {
            return e.getCause() instanceof ApiException refusal
                    ? refusal.errors().stream()
                            .filter(error -> error.parameter() != null && !refused.contains(error.parameter()))
                            .toList()
                    : List.of();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object argument(Parameter parameter, UriInfo uri, Set<String> refused) {
        if (parameter.isAnnotationPresent(BeanParam.class)) {
            return bean(parameter.getType(), uri.getQueryParameters(), refused);
        }
        if (parameter.isAnnotationPresent(RestPath.class)) {
            return uri.getPathParameters().getFirst(parameter.getName());
        }
        return parameter.isAnnotationPresent(RestQuery.class)
                ? value(
                        parameter.getAnnotation(RestQuery.class),
                        parameter.getName(),
                        parameter.getParameterizedType(),
                        uri.getQueryParameters(),
                        refused)
                : null;
    }

    private static Object bean(Class<?> type, MultivaluedMap<String, String> query, Set<String> refused) {
        var components = type.getRecordComponents();
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var values = Arrays.stream(type.getDeclaredFields())
                .filter(f -> f.isAnnotationPresent(RestQuery.class))
                .map(f -> value(f.getAnnotation(RestQuery.class), f.getName(), f.getGenericType(), query, refused))
                .toArray();
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(
            RestQuery query, String variable, Type type, MultivaluedMap<String, String> given, Set<String> refused) {
        var name = QueryParameters.nameOf(query, variable);
        return refused.contains(name) || !given.containsKey(name) ? null : QueryParameters.read(given.get(name), type);
    }
}
