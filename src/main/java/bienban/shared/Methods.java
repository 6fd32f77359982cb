package bienban.shared;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Which methods an address takes, and in which form it answers; the framework knows both too roughly. */
@Singleton
class Methods {
    private final Map<String, Set<String>> byPath = new TreeMap<>();

    Methods(BeanManager beans) {
        for (var bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            var path = bean.getBeanClass().getAnnotation(Path.class);
            if (path != null) {
                Arrays.stream(bean.getBeanClass().getMethods()).forEach(m -> add(path.value(), m));
            }
        }
    }

    private void add(String root, Method method) {
        Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .map(a -> a.getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .forEach(verb -> byPath.computeIfAbsent(pattern(root, method), p -> new TreeSet<>())
                        .add(verb.value()));
    }

    private static String pattern(String root, Method method) {
        var path = method.getAnnotation(Path.class);
        var whole = (root + "/" + (path == null ? "" : path.value())).replaceAll("/+", "/");
        var trimmed = whole.endsWith("/") ? whole.substring(0, whole.length() - 1) : whole;
        return Arrays.stream(trimmed.split("\\{[^}]*}", -1)).map(Pattern::quote).collect(Collectors.joining("[^/]+"));
    }

    Set<String> of(String path) {
        var allowed = new TreeSet<String>();
        byPath.forEach((pattern, verbs) -> {
            if (path.matches(pattern + "/?")) {
                allowed.addAll(verbs);
            }
        });
        if (allowed.contains("GET")) {
            allowed.add("HEAD");
        }
        if (!allowed.isEmpty()) {
            allowed.add("OPTIONS");
        }
        return allowed;
    }

    @ServerRequestFilter(preMatching = true)
    public Response options(ContainerRequestContext request) {
        var allowed = of(request.getUriInfo().getPath());
        return request.getMethod().equals("OPTIONS") && !allowed.isEmpty()
                ? Response.noContent()
                        .header(HttpHeaders.ALLOW, String.join(", ", allowed))
                        .build()
                : null;
    }

    /** An operation that states no other form answers in JSON, and says so to whoever takes none. */
    @ServerRequestFilter(priority = 3000)
    public void form(ContainerRequestContext request, ResourceInfo resource) {
        if (resource == null
                || resource.getResourceMethod() == null
                || statesOtherForm(resource.getResourceMethod().getAnnotation(Produces.class))
                || statesOtherForm(resource.getResourceClass().getAnnotation(Produces.class))) {
            return;
        }
        if (!takesJson(request)) {
            throw new NotAcceptableException();
        }
    }

    /** Where an address answers in two forms, the framework lets JSON stand for any third. */
    private static boolean statesOtherForm(Produces stated) {
        return stated != null && !List.of(stated.value()).equals(List.of(MediaType.APPLICATION_JSON));
    }

    /** A header that names no media type at all names none that is to be had. */
    private static boolean takesJson(ContainerRequestContext request) {
        try {
            return request.getAcceptableMediaTypes().stream().anyMatch(MediaType.APPLICATION_JSON_TYPE::isCompatible);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
