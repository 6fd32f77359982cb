package bienban.federation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Keeps how far following each upstream has come. */
@ApplicationScoped
@Transactional
class ProgressRepository {
    /** What a process that follows an upstream holds it for, and prolongs as long as it lives. */
    private static final String HOLD = "interval '15 seconds'";

    private static final String COLUMNS =
            "u.name, u.instance, u.state, u.cursor, instant_text(u.followed_since), instant_text(u.tried_at), instant_text(u.current_at), u.error, instant_text(u.error_at),"
                    + " case when u.state <> 'following' then (select count(*) from mirror_staged s where s.upstream = u.name and not s.taken) end,"
                    + " (select count(*) from mirror_parked p where p.upstream = u.name)";

    private final Session database;

    ProgressRepository(Session database) {
        this.database = database;
    }

    /** An upstream whose address, filter or types have changed is another one: its copy starts anew, and what it no longer covers goes. */
    void prepare(Upstream upstream) {
        var isAnother = database.createNativeMutationQuery(
                        "insert into upstream (name, subject) values (:name, :subject)"
                                + " on conflict (name) do update set subject = excluded.subject where upstream.subject <> excluded.subject")
                .setParameter("name", upstream.name())
                .setParameter("subject", upstream.subject())
                .executeUpdate();
        if (isAnother == 1) {
            resync(upstream.name());
        }
    }

    List<Progress> all() {
        return database
                .createNativeQuery("select " + COLUMNS + " from upstream u order by u.name", Tuple.class)
                .getResultList()
                .stream()
                .map(ProgressRepository::progress)
                .toList();
    }

    Optional<Progress> find(String name) {
        return all().stream().filter(p -> p.name().equals(name)).findFirst();
    }

    private static Progress progress(Tuple row) {
        return new Progress(
                row.get(0, String.class),
                row.get(1, UUID.class),
                UpstreamState.valueOf(row.get(2, String.class)),
                row.get(3, String.class),
                instant(row, 4),
                instant(row, 5),
                instant(row, 6),
                row.get(7, String.class),
                instant(row, 8),
                row.get(9, Long.class),
                row.get(10, Long.class));
    }

    static Instant instant(Tuple row, int column) {
        var text = row.get(column, String.class);
        return text == null ? null : Instant.parse(text);
    }

    /** One process follows an upstream at a time. */
    boolean claim(String name, UUID holder) {
        return database.createNativeMutationQuery(
                                "update upstream set holder = :holder, tried_at = now(), held_until = now() + " + HOLD
                                        + " where name = :name and (held_until < now() or holder = :holder)")
                        .setParameter("name", name)
                        .setParameter("holder", holder)
                        .executeUpdate()
                == 1;
    }

    void prolong(UUID holder) {
        database.createNativeMutationQuery("update upstream set held_until = now() + " + HOLD
                        + " where holder = :holder and held_until > now()")
                .setParameter("holder", holder)
                .executeUpdate();
    }

    void release(String name) {
        set(name, "held_until = cast(:value as timestamptz)", "-infinity");
    }

    void identified(String name, UUID instance) {
        set(name, "instance = cast(:value as uuid)", instance.toString());
    }

    /** A new snapshot begins, unless the first is still to be taken. */
    void resync(String name) {
        set(
                name,
                "state = case when current_at is null then 'snapshot' else cast(:value as text) end, cursor = null",
                UpstreamState.resync.name());
        database.createNativeMutationQuery("delete from mirror_arrived where upstream = :name")
                .setParameter("name", name)
                .executeUpdate();
    }

    /** A kind of record has arrived whole. */
    void arrived(String name, String plural, String cursor) {
        database.createNativeMutationQuery(
                        "insert into mirror_arrived (upstream, plural, cursor) values (:name, :plural, :cursor) on conflict do nothing")
                .setParameter("name", name)
                .setParameter("plural", plural)
                .setParameter("cursor", cursor)
                .executeUpdate();
    }

    /** The kinds that have arrived whole, the first of them first, with where the feed goes on from each. */
    Map<String, String> arrived(String name) {
        var arrived = new LinkedHashMap<String, String>();
        database.createNativeQuery(
                        "select plural, cursor from mirror_arrived where upstream = :name order by position",
                        Tuple.class)
                .setParameter("name", name)
                .getResultList()
                .forEach(row -> arrived.put(row.get(0, String.class), row.get(1, String.class)));
        return arrived;
    }

    /** The snapshot is taken over whole. */
    void followsFrom(String name, String cursor) {
        set(name, "state = 'following', cursor = :value", cursor);
        database.createNativeMutationQuery("delete from mirror_arrived where upstream = :name")
                .setParameter("name", name)
                .executeUpdate();
    }

    void movedTo(String name, String cursor) {
        set(name, "cursor = :value", cursor);
    }

    /** The copy held all that there was when it was asked for. */
    void current(String name, Instant asked) {
        set(name, "current_at = cast(:value as timestamptz), error = null, error_at = null", asked.toString());
    }

    void failed(String name, String error) {
        set(name, "error = :value, error_at = now()", error);
    }

    private void set(String name, String columns, String value) {
        database.createNativeMutationQuery("update upstream set " + columns + " where name = :name")
                .setParameter("name", name)
                .setParameter("value", value)
                .executeUpdate();
    }

    /** What of an upstream could not be taken over, longest waiting first. */
    List<UpstreamRecord.Parked> parked(String name, int most) {
        return database
                .createNativeQuery(
                        "select kind, key, version, error, coalesce(cast(faults as text), '[]'), instant_text(parked_at), instant_text(tried_at), tries from mirror_parked"
                                + " where upstream = :name order by parked_at, record_id limit :most",
                        Tuple.class)
                .setParameter("name", name)
                .setParameter("most", most)
                .getResultList()
                .stream()
                .map(UpstreamRecord.Parked::of)
                .toList();
    }
}
