package bienban.record;

import bienban.security.Caller;
import bienban.shared.ApiException;
import bienban.shared.InputError;
import bienban.shared.StrictJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.function.Supplier;
import org.hibernate.Session;

/** The same {@code Idempotency-Key} of the same caller with the same body gives the first answer again, for a day. */
@ApplicationScoped
class Idempotency {
    private static final int LONGEST_KEY = 200;
    /** What a purge leaves of an answer that held the words of the record. */
    private static final int GONE = 410;

    private final Session database;
    private final HttpHeaders headers;
    private final Caller caller;

    Idempotency(Session database, HttpHeaders headers, Caller caller) {
        this.caller = caller;
        this.database = database;
        this.headers = headers;
    }

    Response once(String key, String path, Object input, Supplier<Response> deed) {
        // An empty header is told as none; who sends one believes to be protected.
        if (key == null && headers.getHeaderString("Idempotency-Key") == null) {
            return deed.get();
        }
        if (key == null || key.isBlank() || key.length() > LONGEST_KEY || !StrictJson.isStorable(key)) {
            throw ApiException.invalid(InputError.in("Idempotency-Key", "too_long", 1, LONGEST_KEY));
        }
        if (!StrictJson.isStorable(path)) {
            // Nothing is there, and the deed says so; it leaves nothing that could be repeated.
            return deed.get();
        }
        var hash = hash(input);
        // A second call waits here until the first has committed, and then finds its answer; a failed one leaves
        // nothing.
        forgetOld();
        var first = database.createNativeMutationQuery(
                                "insert into idempotency (caller, key, path, body_hash) values (:caller, :key, :path, :hash)"
                                        + " on conflict (caller, key, path) do update set body_hash = excluded.body_hash, status = null, created_at = now()"
                                        + " where idempotency.created_at < now() - interval '1 day'")
                        .setParameter("caller", caller.subject())
                        .setParameter("key", key)
                        .setParameter("path", path)
                        .setParameter("hash", hash)
                        .executeUpdate()
                == 1;
        return first ? perform(key, path, deed) : replay(key, path, hash);
    }

    /** A few at each call, and none that another call is busy with, so that the table stays as small as a day's calls. */
    private void forgetOld() {
        database.createNativeMutationQuery(
                        "delete from idempotency where (caller, key, path) in (select caller, key, path from idempotency"
                                + " where created_at < now() - interval '1 day' order by created_at limit 100 for update skip locked)")
                .executeUpdate();
    }

    private Response perform(String key, String path, Supplier<Response> deed) {
        var answer = deed.get();
        database.createNativeMutationQuery(
                        "update idempotency set status = :status, location = :location, etag = :etag, body = :body where caller = :caller and key = :key and path = :path")
                .setParameter("status", answer.getStatus())
                .setParameter("location", answer.getHeaderString(HttpHeaders.LOCATION))
                .setParameter("etag", answer.getHeaderString(HttpHeaders.ETAG))
                .setParameter("body", answer.getEntity())
                .setParameter("caller", caller.subject())
                .setParameter("key", key)
                .setParameter("path", path)
                .executeUpdate();
        return answer;
    }

    private Response replay(String key, String path, byte[] hash) {
        var row = database.createNativeQuery(
                        "select body_hash, status, location, etag, body from idempotency where caller = :caller and key = :key and path = :path",
                        Tuple.class)
                .setParameter("caller", caller.subject())
                .setParameter("key", key)
                .setParameter("path", path)
                .getSingleResult();
        if (!MessageDigest.isEqual(hash, row.get(0, byte[].class))) {
            throw ApiException.idempotencyMismatch();
        }
        if (row.get(1, Integer.class) == GONE) {
            throw ApiException.gone("record", path);
        }
        var answer = Response.status(row.get(1, Integer.class))
                .entity(row.get(4, String.class))
                .type("application/json")
                .header(HttpHeaders.ETAG, row.get(3, String.class));
        var location = row.get(2, String.class);
        return (location == null ? answer : answer.location(URI.create(location))).build();
    }

    private static byte[] hash(Object input) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(StrictJson.READER.writeValueAsString(input).getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
