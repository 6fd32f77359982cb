package bienban.record;

import bienban.shared.ApiException;
import bienban.shared.InputError;
import bienban.shared.JsonBody;
import bienban.shared.MergePatch;
import bienban.shared.StrictJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.StringReader;
import java.net.URI;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Every write takes the same steps in one transaction: lock, compare {@code If-Match}, change, let the documents be made again, answer. */
@ApplicationScoped
@Transactional
public class Writing {
    private static final Pattern ETAGS = Pattern.compile("\\s*(\\*|(W/)?\"[^\"]*\"(\\s*,\\s*(W/)?\"[^\"]*\")*)\\s*");

    private final RecordRepository records;
    private final Reading reading;
    private final Idempotency idempotency;
    private final JsonBody bodies;
    private final UriInfo uri;
    private final Turn turn;
    private final Rules rules;

    Writing(
            RecordRepository records,
            Reading reading,
            Idempotency idempotency,
            JsonBody bodies,
            UriInfo uri,
            Turn turn,
            Rules rules) {
        this.rules = rules;
        this.turn = turn;
        this.records = records;
        this.reading = reading;
        this.idempotency = idempotency;
        this.bodies = bodies;
        this.uri = uri;
    }

    /** 201 with the new record, whose key the deed gives. */
    public Response create(RecordKind kind, String idempotencyKey, Object input, Supplier<?> deed) {
        return create(kind, idempotencyKey, input, deed, Derived.NOTHING);
    }

    public Response create(RecordKind kind, String idempotencyKey, Object input, Supplier<?> deed, Derived derived) {
        turn.take();
        return idempotency.once(idempotencyKey, uri.getPath(), input, () -> {
            var key = String.valueOf(deed.get());
            settle();
            return reading.written(201, kind, key, derived);
        });
    }

    /** 200 with the record that a deed on another record left behind. */
    public Response perform(RecordKind kind, String idempotencyKey, Object input, Supplier<?> deed, Derived derived) {
        turn.take();
        return idempotency.once(idempotencyKey, uri.getPath(), input, () -> {
            var key = String.valueOf(deed.get());
            settle();
            return reading.written(200, kind, key, derived);
        });
    }

    /** What the deed itself answers, with a text for its body; what it changed is settled by then. */
    public Response answer(String idempotencyKey, Object input, Supplier<Response> deed) {
        turn.take();
        return idempotency.once(idempotencyKey, uri.getPath(), input, () -> {
            var answer = deed.get();
            rules.mayHaveChanged();
            return answer;
        });
    }

    /** 201 with something that a record holds and that is no record itself. */
    public Response append(String idempotencyKey, Object input, Supplier<Appended> deed) {
        return idempotency.once(idempotencyKey, uri.getPath(), input, () -> {
            var appended = deed.get();
            settle();
            return Response.created(URI.create(appended.path()))
                    .entity(appended.body())
                    .type("application/json")
                    .build();
        });
    }

    public Response change(RecordKind kind, String key, String ifMatch, Consumer<StoredRecord> deed, Derived derived) {
        var record = lock(kind, key, ifMatch);
        deed.accept(record);
        settle();
        return reading.written(200, kind, key, derived);
    }

    public Response change(RecordKind kind, String key, String ifMatch, Consumer<StoredRecord> deed) {
        return change(kind, key, ifMatch, deed, Derived.NOTHING);
    }

    /** The stored document with the patch applied is read like any other input, so that a patch cannot do what a replacement could not. */
    public <T> Response patch(
            RecordKind kind,
            String key,
            String ifMatch,
            MergePatch patch,
            Class<T> type,
            BiConsumer<StoredRecord, T> deed,
            Derived derived) {
        var record = lock(kind, key, ifMatch);
        deed.accept(record, bodies.read(merge(record.document, patch), type));
        settle();
        return reading.written(200, kind, key, derived);
    }

    public <T> Response patch(
            RecordKind kind,
            String key,
            String ifMatch,
            MergePatch patch,
            Class<T> type,
            BiConsumer<StoredRecord, T> deed) {
        return patch(kind, key, ifMatch, patch, type, deed, Derived.NOTHING);
    }

    public Response delete(RecordKind kind, String key, String ifMatch, Consumer<StoredRecord> deed) {
        deed.accept(lock(kind, key, ifMatch));
        settle();
        return Response.noContent().build();
    }

    /** The record must be at the version that the caller has seen. The order of the refusals: unknown, gone, not theirs, no condition, stale. */
    // It changes nothing: whoever enters many records goes on with the next.
    @Transactional(dontRollbackOn = ApiException.class)
    public StoredRecord lock(RecordKind kind, String key, String ifMatch) {
        turn.take();
        var record = records.lock(kind, key).orElseThrow(() -> rules.notThere(kind, key));
        rules.mayChange(record);
        mustBeOneself(record);
        if (ifMatch == null) {
            throw ApiException.preconditionRequired();
        }
        if (!ETAGS.matcher(ifMatch).matches()) {
            throw ApiException.invalid(InputError.in("If-Match", "malformed_etag"));
        }
        var current = Pattern.compile("(^|,)\\s*\"" + record.version + "(\\.[0-9a-f]{8})?\"");
        if (!ifMatch.trim().equals("*") && !current.matcher(ifMatch).find()) {
            throw ApiException.preconditionFailed(record.version);
        }
        return record;
    }

    private void mustBeOneself(StoredRecord record) {
        if (record.status == RecordStatus.merged) {
            throw ApiException.conflict("merged-away", record.kind.name(), record.key, record.mergedInto);
        }
        if (record.originInstance != null) {
            throw ApiException.conflict("owned-elsewhere", record.kind.name(), record.key, record.originInstance);
        }
        records.mustNotBePurged(record);
    }

    private void settle() {
        records.settle();
        rules.mayHaveChanged();
    }

    /** A body may repeat the id of the record it is sent to, and no other. */
    public static void sameId(UUID stated, StoredRecord record) {
        if (stated != null && !stated.equals(record.id)) {
            throw ApiException.invalid(InputError.at("/id", "other_id", record.key));
        }
    }

    private static JsonNode merge(String document, MergePatch patch) {
        if (!patch.changes().isObject()) {
            throw ApiException.invalid(InputError.at(
                    "", "wrong_type", patch.changes().getNodeType().name().toLowerCase(java.util.Locale.ROOT)));
        }
        try {
            var merged =
                    Json.createMergePatch(parse(patch.changes().toString())).apply(parse(document));
            return StrictJson.READER.readTree(merged.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was appended: its address and its JSON. */
    public record Appended(String path, String body) {}

    private static JsonValue parse(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readValue();
        }
    }
}
