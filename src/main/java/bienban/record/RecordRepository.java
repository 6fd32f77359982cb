package bienban.record;

import bienban.security.Scope;
import bienban.shared.ApiException;
import bienban.shared.StrictJson;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads records as documents, and lets the database make them again after a change. */
@ApplicationScoped
public class RecordRepository implements PanacheRepositoryBase<StoredRecord, UUID> {

    /** A record with what its kind's derived part adds, in one statement. */
    Optional<Found> find(RecordKind kind, String key, Scope scope, Derived derived) {
        if (!StrictJson.isStorable(key)) {
            return Optional.empty();
        }
        var query = getSession()
                .createNativeQuery(
                        "select r.version, r.status, r.document, cast(extract(epoch from r.updated_at) as bigint) as updated_at,"
                                + " cast(r.merged_into as text) as merged_into, cast(" + derived.sql()
                                + " as text) as derived, coalesce(" + scope.holds("r.home_code")
                                + ", false) as kept_here, r.published_once"
                                + " from record r where r.kind = :kind and r.key = :key",
                        Tuple.class)
                .setParameter("kind", kind.name())
                .setParameter("key", key);
        derived.parameters().forEach(query::setParameter);
        scope.parameters().forEach(query::setParameter);
        return query.getResultList().stream().findFirst().map(Found::of);
    }

    /** Locks the record until the transaction ends. */
    Optional<StoredRecord> lock(RecordKind kind, String key) {
        return StrictJson.isStorable(key)
                ? find("kind = ?1 and key = ?2", kind, key)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .firstResultOptional()
                : Optional.empty();
    }

    /** As {@link Standing#mustBeSeen}; whoever comes too late for what was taken back is told why. */
    public void mustSee(Standing standing, RecordKind kind, String key) {
        if (standing.status() == RecordStatus.retracted && !standing.isKeptHere() && standing.wasPublic()) {
            throw retracted(kind, key);
        }
        standing.mustBeSeen(kind, key);
    }

    private ApiException retracted(RecordKind kind, String key) {
        return getSession()
                .createNativeQuery(
                        "select coalesce(retraction_reason(r.id), '') from record r where r.kind = :kind and r.key = :key",
                        String.class)
                .setParameter("kind", kind.name())
                .setParameter("key", key)
                .getResultStream()
                .filter(reason -> !reason.isEmpty())
                .findFirst()
                .map(reason -> ApiException.retracted(kind.name(), key, reason))
                .orElseGet(() -> ApiException.gone(kind.name(), key));
    }

    /** Of what is purged nothing is left that could be changed. */
    void mustNotBePurged(StoredRecord record) {
        if (record.status == RecordStatus.retracted && isPurged(record.kind, record.key)) {
            throw retracted(record.kind, record.key);
        }
    }

    boolean isPurged(RecordKind kind, String key) {
        return getSession()
                .createNativeQuery(
                        "select exists (select 1 from record r join retraction x on x.record_id = r.id"
                                + " where r.kind = :kind and r.key = :key and x.purged)",
                        Boolean.class)
                .setParameter("kind", kind.name())
                .setParameter("key", key)
                .getSingleResult();
    }

    /** Makes the documents of all that this transaction changed, and checks the rules that wait for the end of a change. */
    public void settle() {
        flush();
        getEntityManager().createNativeQuery("set constraints all immediate").executeUpdate();
        getEntityManager().createNativeQuery("set constraints all deferred").executeUpdate();
        getEntityManager().clear();
    }

    List<Tuple> rows(String sql, Map<String, Object> parameters) {
        var query = getSession().createNativeQuery(sql, Tuple.class);
        parameters.forEach(query::setParameter);
        return query.getResultList();
    }

    record Found(
            int version, String document, Instant updatedAt, String mergedInto, String derived, Standing standing) {

        static Found of(Tuple row) {
            return new Found(
                    row.get(0, Integer.class),
                    row.get(2, String.class),
                    Instant.ofEpochSecond(row.get(3, Long.class)),
                    row.get(4, String.class),
                    row.get(5, String.class),
                    new Standing(
                            RecordStatus.valueOf(row.get(1, String.class)),
                            row.get(6, Boolean.class),
                            row.get(7, Boolean.class)));
        }
    }
}
