package bienban.shared;

import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.postgresql.util.PSQLException;

/** Every failure leaves as {@code application/problem+json}; what is no refusal is a bug: logged once, told to nobody. */
@Singleton
class ProblemMapper {
    static final String MEDIA_TYPE = "application/problem+json";
    private static final int RETRY_SECONDS = 5;
    private static final Set<String> UNIQUE = Set.of("23505", "23P01");

    private final Methods methods;
    private final QueryFaults faults;

    ProblemMapper(Methods methods, QueryFaults faults) {
        this.methods = methods;
        this.faults = faults;
    }

    /** What an operation itself has against its query may hide more of the same. */
    @ServerExceptionMapper
    public Response refused(ApiException e, ResourceInfo resource, UriInfo uri, HttpHeaders headers) {
        var ofQuery = e.status() == 400
                && !e.errors().isEmpty()
                && e.errors().stream().allMatch(error -> error.parameter() != null);
        return ofQuery && resource != null && resource.getResourceMethod() != null
                ? refused(ApiException.invalid(faults.all(e.errors(), resource, uri)), uri, headers)
                : refused(e, uri, headers);
    }

    private static Response refused(ApiException e, UriInfo uri, HttpHeaders headers) {
        var answer = respond(e.status(), e.code(), e.arguments(), e.errors(), uri, headers);
        e.headers().forEach(answer::header);
        return answer.build();
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException e, UriInfo uri, HttpHeaders headers) {
        var errors = e.getConstraintViolations().stream().map(Faults::of).toList();
        return respond(400, "invalid-request", List.of(errors.size()), errors, uri, headers)
                .build();
    }

    @ServerExceptionMapper
    public Response framework(WebApplicationException e, UriInfo uri, HttpHeaders headers, Request request) {
        if (e.getCause() instanceof ApiException refusal) {
            return refused(refusal, uri, headers);
        }
        var allowed = methods.of(uri.getPath());
        var status = statusOf(e, !allowed.isEmpty() && !allowed.contains(request.getMethod()));
        var answer = respond(status, codeOf(status), List.of(uri.getPath()), List.of(), uri, headers);
        if (status == 405) {
            answer.header(HttpHeaders.ALLOW, String.join(", ", allowed));
        }
        return answer.build();
    }

    /**
     * A parameter that cannot be read is answered 404 by Jakarta REST; for a part of the path that is right. Where an address lies
     * below that of another resource class, it answers 404 for methods too: of classes it tries one after the other.
     */
    private static int statusOf(WebApplicationException e, boolean isOtherMethod) {
        return isOtherMethod
                ? 405
                : e instanceof NotFoundException ? 404 : e.getResponse().getStatus();
    }

    /** The problem that a status means when nothing more is known. */
    static String codeOf(int status) {
        return switch (status) {
            case 404 -> "unknown-path";
            case 405 -> "method-not-allowed";
            case 406 -> "not-acceptable";
            case 408 -> "too-slow";
            case 413 -> "too-large";
            case 415 -> "unsupported-media-type";
            default -> status < 500 ? "bad-request" : "internal-error";
        };
    }

    @ServerExceptionMapper
    public Response persistence(PersistenceException e, UriInfo uri, HttpHeaders headers) {
        return unexpected(e, uri, headers);
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable e, UriInfo uri, HttpHeaders headers) {
        for (var cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ApiException refusal) {
                return refused(refusal, uri, headers);
            }
            if (cause instanceof PSQLException database && isConstraint(database)) {
                return constraint(database, uri, headers);
            }
            if (cause instanceof SQLException database && isUnavailable(database)) {
                Log.warnf("The database does not answer: %s", database.getMessage());
                return respond(503, "database-unavailable", List.of(), List.of(), uri, headers)
                        .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                        .build();
            }
        }
        Log.error("Request failed", e);
        return respond(500, "internal-error", List.of(), List.of(), uri, headers)
                .build();
    }

    private static boolean isConstraint(PSQLException e) {
        return e.getSQLState() != null && e.getSQLState().startsWith("23") && e.getServerErrorMessage() != null;
    }

    /** The database's own rules are named after what they say; the name is the code. */
    private Response constraint(PSQLException e, UriInfo uri, HttpHeaders headers) {
        var rule = String.valueOf(e.getServerErrorMessage().getConstraint());
        var conflict = UNIQUE.contains(e.getSQLState()) || e.getSQLState().equals("23503");
        return respond(
                        conflict ? 409 : 400,
                        conflict ? "conflicts-with-record" : "invalid-request",
                        List.of(1),
                        List.of(InputError.at("", "rule", rule)),
                        uri,
                        headers)
                .build();
    }

    /** No connection (08), not enough resources (53), shut down (57P), canceled by a timeout (57014), lock not had (55P03), idle for too long (25P03), deadlock and serialization (40). */
    private static boolean isUnavailable(SQLException e) {
        var state = e.getSQLState();
        return state == null
                ? e.getClass().getName().contains("Timeout")
                        || String.valueOf(e.getMessage()).contains("timeout")
                : state.startsWith("08")
                        || state.startsWith("53")
                        || state.startsWith("57")
                        || state.startsWith("40")
                        || state.equals("55P03")
                        || state.equals("25P03");
    }

    private static Response.ResponseBuilder respond(
            int status, String code, List<?> arguments, List<InputError> errors, UriInfo uri, HttpHeaders headers) {
        var language = Messages.language(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        return Response.status(status)
                .type(MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag().toLowerCase(Locale.ROOT))
                .entity(problem(
                        status,
                        code,
                        arguments,
                        errors,
                        language,
                        uri.getRequestUri().getRawPath()));
    }

    static Problem problem(
            int status, String code, List<?> arguments, List<InputError> errors, Locale language, String instance) {
        var told = errors.stream()
                .map(e -> new Problem.Fault(
                        e.pointer(),
                        e.parameter(),
                        e.code(),
                        Messages.text(language, "error." + e.code(), e.arguments())))
                .toList();
        return new Problem(
                "urn:bienban:problem:" + code,
                Messages.text(language, "problem." + code + ".title", arguments),
                status,
                Messages.text(language, "problem." + code + ".detail", arguments),
                instance,
                told.isEmpty() ? null : told,
                code.equals(ApiException.RETRACTED) ? String.valueOf(arguments.get(2)) : null);
    }
}
