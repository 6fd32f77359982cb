package bienban.changes.webhook;

import bienban.record.Listing;
import bienban.record.SortType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.hibernate.Session;

/** Keeps webhooks, and who is at work for them. */
@ApplicationScoped
@Transactional
class WebhookRepository {
    private static final String TAKE = """
            update webhook w set taken_until = now() + interval '1 minute'
            where w.id in (
                select id from webhook where status = 'active' and position <> :end and next_try_at <= now()
                and (taken_until is null or taken_until < now()) order by next_try_at limit :most for update skip locked)
            returning w.id, w.url, w.secret, w.types, w.place_code, w.position, w.failures""";

    private final Session database;

    WebhookRepository(Session database) {
        this.database = database;
    }

    Listing list() {
        return new Listing("webhook t join webhook_document r on r.id = t.id")
                .sort("createdAt", SortType.moment, "t.created_at", true);
    }

    /** What is told of a webhook, as JSON. */
    Optional<String> find(UUID id) {
        return database.createNativeQuery("select document from webhook_document where id = :id", String.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    void add(UUID id, WebhookInput input, SecretKeySpec key, Start start) {
        var types = input.types() == null ? List.<String>of() : input.types();
        database.createNativeMutationQuery(
                        "insert into webhook (id, url, secret, types, place_code, position, created_by)"
                                + " values (:id, :url, :key, cast(:types as text[]), :place, :position, :maker)")
                .setParameter("id", id)
                .setParameter("url", input.url())
                .setParameter("key", key.getEncoded())
                .setParameter("types", types.stream().distinct().toArray(String[]::new))
                .setParameter("place", input.place())
                .setParameter("position", start.position())
                .setParameter("maker", start.maker())
                .executeUpdate();
    }

    /** From where on it is told, and who made it. */
    record Start(String position, String maker) {}

    boolean delete(UUID id) {
        return database.createNativeMutationQuery("delete from webhook where id = :id")
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
    }

    /** One that goes on is tried at once. */
    void set(UUID id, WebhookStatus status) {
        database.createNativeMutationQuery("update webhook set status = :status, next_try_at = now() where id = :id")
                .setParameter("status", status.name())
                .setParameter("id", id)
                .executeUpdate();
    }

    /** Those who have not been told of the feed's end and may be tried now, so that nobody else does for a minute. */
    List<Due> take(String end, int most) {
        return database
                .createNativeQuery(TAKE, Tuple.class)
                .setParameter("end", end)
                .setParameter("most", most)
                .getResultList()
                .stream()
                .map(Due::of)
                .toList();
    }

    /** Nothing up to there concerned it. */
    void passed(UUID id, String position) {
        database.createNativeMutationQuery("update webhook set position = :position, taken_until = null where id = :id")
                .setParameter("position", position)
                .setParameter("id", id)
                .executeUpdate();
    }

    void told(UUID id, String position) {
        database.createNativeMutationQuery(
                        "update webhook set position = :position, taken_until = null, failures = 0,"
                                + " last_success_at = date_trunc('milliseconds', clock_timestamp()), next_try_at = now() where id = :id")
                .setParameter("position", position)
                .setParameter("id", id)
                .executeUpdate();
    }

    void failed(UUID id, WebhookFailure failure, Duration pause) {
        database.createNativeMutationQuery(
                        "update webhook set taken_until = null, failures = failures + 1, last_error = :error,"
                                + " last_error_at = date_trunc('milliseconds', clock_timestamp()),"
                                + " next_try_at = date_trunc('milliseconds', clock_timestamp()) + make_interval(secs => :pause) where id = :id")
                .setParameter("error", failure.name())
                .setParameter("pause", pause.toMillis() / 1000.0)
                .setParameter("id", id)
                .executeUpdate();
    }

    /** A webhook whose turn it is. */
    record Due(
            UUID id,
            String url,
            SecretKeySpec key,
            List<String> types,
            Optional<String> place,
            String position,
            int failures) {
        static Due of(Tuple row) {
            return new Due(
                    row.get(0, UUID.class),
                    row.get(1, String.class),
                    Signature.key(row.get(2, byte[].class)),
                    Arrays.asList(row.get(3, String[].class)),
                    Optional.ofNullable(row.get(4, String.class)),
                    row.get(5, String.class),
                    row.get(6, Integer.class));
        }
    }
}
