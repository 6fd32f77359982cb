package bienban.shared;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;

/** A refusal that the caller can act on. Its words come from the message files, in the caller's language. */
public final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The problem whose third argument is the reason that callers are told on its own too. */
    static final String RETRACTED = "retracted";

    private final int status;
    private final String code;
    private final transient List<Object> arguments;
    private final transient List<InputError> errors;
    private final transient Map<String, String> headers;

    private ApiException(
            int status, String code, List<Object> arguments, List<InputError> errors, Map<String, String> headers) {
        super(code + " " + arguments + (errors.isEmpty() ? "" : " " + errors));
        this.status = status;
        this.code = code;
        this.arguments = List.copyOf(arguments);
        this.errors = List.copyOf(errors);
        this.headers = headers;
    }

    private static ApiException of(int status, String code, Object... arguments) {
        return new ApiException(status, code, List.of(arguments), List.of(), Map.of());
    }

    /** The input has faults: all of them are told at once. */
    public static ApiException invalid(List<InputError> errors) {
        return new ApiException(400, "invalid-request", List.of(errors.size()), errors, Map.of());
    }

    public static ApiException invalid(InputError error) {
        return invalid(List.of(error));
    }

    public static ApiException unauthorized() {
        return new ApiException(401, "credentials-needed", List.of(), List.of(), Map.of("WWW-Authenticate", "Bearer"));
    }

    public static ApiException writesClosed() {
        return of(403, "writes-closed");
    }

    /** The caller is known, but not for this. */
    public static ApiException notAllowed() {
        return of(403, "not-allowed");
    }

    /** Known for this, but elsewhere. */
    public static ApiException outsideScope() {
        return of(403, "outside-scope");
    }

    public static ApiException notFound(String kind, Object key) {
        return of(404, "not-found", kind, key);
    }

    public static ApiException gone(String kind, Object key) {
        return of(410, "gone", kind, key);
    }

    /** Why a record was taken back is told to whoever asks for it. */
    public static ApiException retracted(String kind, Object key, String reason) {
        return of(410, RETRACTED, kind, key, reason);
    }

    /** A copy can only be made anew: why, and from which addresses. */
    public static ApiException resyncNeeded(InputError why, List<String> exports) {
        var links = exports.stream()
                .map(path -> "<" + path + ">; rel=\"alternate\"")
                .collect(joining(", "));
        return new ApiException(410, "resync-needed", List.of(), List.of(why), Map.of("Link", links));
    }

    public static ApiException conflict(String reason, Object... arguments) {
        return of(409, reason, arguments);
    }

    public static ApiException preconditionRequired() {
        return of(428, "precondition-required");
    }

    public static ApiException preconditionFailed(int current) {
        return of(412, "precondition-failed", current);
    }

    public static ApiException tooLarge(long limit) {
        return of(413, "too-large", limit);
    }

    /** The body is packed in a way that is not taken; which ones are. */
    public static ApiException unsupportedCoding(List<String> taken) {
        var names = String.join(", ", taken);
        return new ApiException(415, "unsupported-coding", List.of(names), List.of(), Map.of("Accept-Encoding", names));
    }

    /** The body is not what its coding says, or ends too early. */
    public static ApiException malformedPacking(String coding) {
        return of(400, "malformed-packing", coding);
    }

    public static ApiException idempotencyMismatch() {
        return of(422, "idempotency-key-reused");
    }

    /** More was filed than is taken; the code says of what. */
    public static ApiException tooMany(String code, Object limit, int retrySeconds) {
        return new ApiException(
                429, code, List.of(limit), List.of(), Map.of("Retry-After", String.valueOf(retrySeconds)));
    }

    /** Too many are writing just now. */
    public static ApiException busy() {
        return new ApiException(503, "busy", List.of(), List.of(), Map.of("Retry-After", "5"));
    }

    /** As many keep a connection open as may. */
    public static ApiException tooManyStreams(int most) {
        return new ApiException(503, "too-many-streams", List.of(most), List.of(), Map.of("Retry-After", "30"));
    }

    /** As many exports are running as may. */
    public static ApiException exportsBusy(int most) {
        return new ApiException(503, "exports-busy", List.of(most), List.of(), Map.of("Retry-After", "30"));
    }

    public static ApiException tooManyRows(int most) {
        return of(400, "too-many-rows", most);
    }

    /** The caller has asked for all that the window holds. */
    public static ApiException tooManyRequests(long seconds) {
        return new ApiException(
                429, "too-many-requests", List.of(seconds), List.of(), Map.of("Retry-After", String.valueOf(seconds)));
    }

    /** Whoever vouches for the caller does not answer. */
    public static ApiException issuerUnavailable() {
        return new ApiException(503, "issuer-unavailable", List.of(), List.of(), Map.of("Retry-After", "10"));
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public List<Object> arguments() {
        return arguments;
    }

    public List<InputError> errors() {
        return errors;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
