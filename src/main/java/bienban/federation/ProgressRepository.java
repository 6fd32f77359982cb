package bienban.federation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Keeps how far following each upstream has come. */
@ApplicationScoped
@Transactional
class ProgressRepository {
    /** Longer than any step between two marks; a process that has died is followed by another then. */
    private static final String CLAIM = "interval '2 minutes'";

    private static final String COLUMNS =
            "u.name, u.instance, u.state, u.cursor, u.snapshot_cursor, u.snapshot_kinds, u.followed_since, u.tried_at, u.current_at, u.error, u.error_at,"
                    + " case when u.state <> 'following' then (select count(*) from mirror_staged s where s.upstream = u.name and not s.taken) end,"
                    + " (select count(*) from mirror_parked p where p.upstream = u.name)";

    private final Session database;

    ProgressRepository(Session database) {
        this.database = database;
    }

    /** An upstream whose address, filter or types have changed is another one: its copy starts anew, and what it no longer covers goes. */
    void prepare(Upstream upstream) {
        database.createNativeMutationQuery(
                        "insert into upstream (name, subject) values (:name, :subject)"
                                + " on conflict (name) do update set subject = excluded.subject, state = 'resync', cursor = null, snapshot_cursor = null, snapshot_kinds = '{}'"
                                + " where upstream.subject <> excluded.subject")
                .setParameter("name", upstream.name())
                .setParameter("subject", upstream.subject())
                .executeUpdate();
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
                row.get(4, String.class),
                List.of(row.get(5, String[].class)),
                row.get(6, Instant.class),
                row.get(7, Instant.class),
                row.get(8, Instant.class),
                row.get(9, String.class),
                row.get(10, Instant.class),
                row.get(11, Long.class),
                row.get(12, Long.class));
    }

    /** One process follows an upstream at a time. */
    boolean claim(String name, UUID holder) {
        return update(
                        name,
                        "holder = cast(:holder as uuid), tried_at = now()",
                        "and (held_until < now() or holder = cast(:holder as uuid))",
                        "holder",
                        holder.toString())
                == 1;
    }

    void release(String name) {
        database.createNativeMutationQuery("update upstream set held_until = '-infinity' where name = :name")
                .setParameter("name", name)
                .executeUpdate();
    }

    void identified(String name, UUID instance) {
        update(name, "instance = cast(:instance as uuid)", "", "instance", instance.toString());
    }

    /** A new snapshot begins. */
    void resync(String name) {
        database.createNativeMutationQuery(
                        "update upstream set state = 'resync', cursor = null, snapshot_cursor = null, snapshot_kinds = '{}' where name = :name")
                .setParameter("name", name)
                .executeUpdate();
    }

    /** The feed to follow begins where the first of the exports was taken. */
    void arrived(String name, String plural, String cursor) {
        update(
                name,
                "snapshot_kinds = array_append(snapshot_kinds, cast(:kind as text)), snapshot_cursor = coalesce(snapshot_cursor, cast(:cursor as text))",
                "",
                "kind",
                plural,
                "cursor",
                cursor);
    }

    void alive(String name) {
        update(name, "tried_at = now()", "");
    }

    /** The snapshot is taken over whole. */
    void followsFrom(String name, String cursor) {
        update(
                name,
                "state = 'following', cursor = cast(:cursor as text), snapshot_cursor = null, snapshot_kinds = '{}'",
                "",
                "cursor",
                cursor);
    }

    void movedTo(String name, String cursor) {
        update(name, "cursor = cast(:cursor as text)", "", "cursor", cursor);
    }

    /** The copy held all that there was when it was asked for. */
    void current(String name, Instant asked) {
        update(
                name,
                "current_at = cast(cast(:asked as text) as timestamptz), error = null, error_at = null",
                "",
                "asked",
                asked.toString());
    }

    void failed(String name, String error) {
        update(name, "error = cast(:error as text), error_at = now()", "", "error", error);
    }

    private int update(String name, String changes, String condition, String... parameters) {
        var query = database.createNativeMutationQuery("update upstream set " + changes + ", held_until = now() + " + CLAIM
                        + " where name = :name " + condition)
                .setParameter("name", name);
        for (int i = 0; i < parameters.length; i += 2) {
            query.setParameter(parameters[i], parameters[i + 1]);
        }
        return query.executeUpdate();
    }

    /** What of an upstream could not be taken over, longest waiting first. */
    List<UpstreamRecord.Parked> parked(String name, int most) {
        return database
                .createNativeQuery(
                        "select kind, key, version, error, coalesce(cast(faults as text), '[]'), parked_at, tried_at, tries from mirror_parked"
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
