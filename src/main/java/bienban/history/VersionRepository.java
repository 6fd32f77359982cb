package bienban.history;

import bienban.record.Derived;
import bienban.record.Listing;
import bienban.record.RecordKind;
import bienban.record.SortType;
import bienban.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.Session;

/** Reads the versions of records, those that the caller may see. */
@ApplicationScoped
class VersionRepository {
    private static final String FROM = "record_history t join record k on k.id = t.id";
    private static final String ENTRY = " cross join lateral (select cast(t.id as text) as key,"
            + " cast(json_strip_nulls(json_build_object('version', t.version, 'status', t.status, 'changedAt', instant_text(t.changed_at),"
            + " 'size', octet_length(t.document), 'hash', encode(t.hash, 'hex'))) as text) as document) r";

    private final Session database;
    private final Caller caller;

    VersionRepository(Session database, Caller caller) {
        this.database = database;
        this.caller = caller;
    }

    /** A record may have moved: those who keep it now see the versions that were theirs too. */
    private String kept() {
        var scope = caller.scope();
        return "(" + scope.holds("k.home_code") + " and " + scope.holds("t.place_code") + ")";
    }

    private String visible() {
        return caller.scope().isEverything() ? "true" : "(t.status = 'published' or " + kept() + ")";
    }

    Listing list(RecordKind kind, String key) {
        return new Listing(FROM + ENTRY)
                .sort("version", SortType.number, "t.version", true)
                .with(caller.scope().parameters())
                .and("k.kind = :kind", "kind", kind.name())
                .and("k.key = :key", "key", key)
                .and(visible());
    }

    /** Who wrote a version may name a person. */
    Derived actor() {
        return new Derived(
                "case when " + kept() + " then to_json(t.actor) end",
                caller.scope().parameters(),
                (document, added) -> document.set("actor", added));
    }

    /** The version, unless it is not to be seen. */
    Optional<Version> find(RecordKind kind, String key, int version) {
        return one(kind, key, version, "t.version = :version");
    }

    /** The last version before that one which the caller sees. */
    Optional<Version> before(RecordKind kind, String key, int version) {
        return one(kind, key, version, "t.version < :version");
    }

    private Optional<Version> one(RecordKind kind, String key, int version, String which) {
        var query = database.createNativeQuery(
                        "select t.version, t.document, cast(extract(epoch from t.changed_at) as bigint) from " + FROM
                                + " where k.kind = :kind and k.key = :key and " + visible() + " and " + which
                                + " order by t.version desc limit 1",
                        Tuple.class)
                .setParameter("kind", kind.name())
                .setParameter("key", key)
                .setParameter("version", version);
        if (!caller.scope().isEverything()) {
            caller.scope().parameters().forEach(query::setParameter);
        }
        return query.getResultStream()
                .findFirst()
                .map(row -> new Version(
                        row.get(0, Integer.class),
                        row.get(1, String.class),
                        Instant.ofEpochSecond(row.get(2, Long.class))));
    }

    record Version(int number, String document, Instant changedAt) {}
}
