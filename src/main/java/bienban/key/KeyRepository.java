package bienban.key;

import bienban.record.Listing;
import bienban.record.SortType;
import bienban.security.Identity;
import bienban.security.Role;
import bienban.security.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Keeps keys: what they may do, and the hashes of their secrets, of which a rotated key has two for a time. */
@ApplicationScoped
class KeyRepository {
    private final Session database;

    KeyRepository(Session database) {
        this.database = database;
    }

    Listing list(KeyQuery query) {
        return new Listing("access_key t join access_key_document r on r.id = t.id")
                .sort("createdAt", SortType.moment, "t.created_at", true)
                .and("t.role = any(:role)", "role", query.role())
                .and("t.places && cast(:place as text[])", "place", query.place())
                .and("access_key_is_valid(t) = :valid", "valid", query.valid());
    }

    /** What is told of a key, as JSON. */
    Optional<String> find(UUID id) {
        return database.createNativeQuery("select document from access_key_document where id = :id", String.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    void add(UUID id, KeyInput input, String maker) {
        database.createNativeMutationQuery("insert into access_key (id, name, role, places, created_by, expires_at)"
                        + " values (:id, :name, :role, cast(:places as text[]), :maker, cast(:ends as timestamptz))")
                .setParameter("id", id)
                .setParameter("name", input.name().strip())
                .setParameter("role", input.role().name())
                .setParameter("places", places(input).toArray(String[]::new))
                .setParameter("maker", maker)
                .setParameter(
                        "ends",
                        input.expiresAt() == null ? null : input.expiresAt().toString())
                .executeUpdate();
    }

    static List<String> places(KeyInput input) {
        return input.places() == null
                ? List.of()
                : input.places().stream().distinct().toList();
    }

    void addSecret(UUID id, KeyText key) {
        var kept = KeyHash.of(key.secret());
        database.createNativeMutationQuery(
                        "insert into access_key_secret (public_part, key_id, salt, hash) values (:public, :id, :salt, :hash)")
                .setParameter("public", key.publicPart())
                .setParameter("id", id)
                .setParameter("salt", kept.salt())
                .setParameter("hash", kept.hash())
                .executeUpdate();
    }

    /** Locks the key until the transaction ends, and tells whether it could still be used; empty when there is none. */
    Optional<Boolean> lock(UUID id) {
        return database.createNativeQuery(
                        "select access_key_is_valid(t) from access_key t where id = :id for update", Boolean.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** The secrets that are valid now are so for some hours more, and no longer than they were to be. */
    void endSecrets(UUID id, int hours) {
        database.createNativeMutationQuery(
                        "update access_key_secret set valid_until = least(valid_until, now() + make_interval(hours => :hours))"
                                + " where key_id = :id")
                .setParameter("id", id)
                .setParameter("hours", hours)
                .executeUpdate();
    }

    /** One that was revoked before stays revoked since then. */
    void revoke(UUID id, String revoker) {
        database.createNativeMutationQuery(
                        "update access_key set revoked_at = now(), revoked_by = :revoker where id = :id and revoked_at is null")
                .setParameter("id", id)
                .setParameter("revoker", revoker)
                .executeUpdate();
    }

    /** Whether anybody could write with a key. */
    @Transactional
    boolean hasAny() {
        return database.createNativeQuery(
                        "select exists (select 1 from access_key k join access_key_secret s on s.key_id = k.id"
                                + " where access_key_is_valid(k) and k.role <> 'reader' and coalesce(s.valid_until > now(), true))",
                        Boolean.class)
                .getSingleResult();
    }

    /** One look-up by primary keys. Whether it is still valid is for the moment of asking to say. */
    @Transactional
    Optional<Known> known(String publicPart) {
        return database.createNativeQuery(
                        "select k.id, k.role, k.places, s.salt, s.hash, least(k.expires_at, k.revoked_at, s.valid_until) as ends"
                                + " from access_key_secret s join access_key k on k.id = s.key_id where s.public_part = :public",
                        Tuple.class)
                .setParameter("public", publicPart)
                .getResultStream()
                .findFirst()
                .map(Known::of);
    }

    /** What is known of a public part: whose it is, and how its secret is told. */
    record Known(Identity identity, KeyHash hash, Instant ends) {
        static Known of(Tuple row) {
            var places = Arrays.asList(row.get(2, String[].class));
            return new Known(
                    new Identity(
                            "key:" + row.get(0, UUID.class), Role.valueOf(row.get(1, String.class)), Scope.of(places)),
                    new KeyHash(row.get(3, byte[].class), row.get(4, byte[].class)),
                    row.get(5, Instant.class));
        }

        boolean isValid(Instant now) {
            return ends == null || now.isBefore(ends);
        }
    }
}
