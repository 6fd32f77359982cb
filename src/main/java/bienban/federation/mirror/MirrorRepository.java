package bienban.federation.mirror;

import bienban.federation.mirror.Precedence.Known;
import bienban.record.RecordKind;
import bienban.shared.StrictJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.Session;

/** Remembers which record comes from where. */
@ApplicationScoped
@Transactional
class MirrorRepository {
    private final Session database;

    MirrorRepository(Session database) {
        this.database = database;
    }

    UUID ownInstance() {
        return database.createNativeQuery("select id from instance", UUID.class).getSingleResult();
    }

    Map<UUID, Known> known(Collection<UUID> ids) {
        var known = new HashMap<UUID, Known>();
        database.createNativeQuery(
                        "select i.id, m.upstream, coalesce(m.version, 0), o.instance, r.id is not null"
                                + " from unnest(cast(:ids as uuid[])) i(id) left join mirror m on m.record_id = i.id"
                                + " left join record_origin o on o.record_id = i.id left join record r on r.id = i.id",
                        Tuple.class)
                .setParameter("ids", texts(ids))
                .getResultList()
                .forEach(row -> known.put(
                        row.get(0, UUID.class),
                        new Known(
                                row.get(1, String.class),
                                row.get(2, Integer.class),
                                row.get(3, UUID.class),
                                row.get(4, Boolean.class))));
        return known;
    }

    /** Must come before the rows, which are told by it from our own. */
    void own(Source source, List<Incoming> items) {
        var rows = items.stream()
                .map(item -> {
                    var owner = item.owner(source.instance());
                    var row = row(item.id(), item.kind(), owner.instance());
                    row.put("version", item.version());
                    row.put("owned", owner.version());
                    return row;
                })
                .toList();
        execute(
                source,
                rows,
                "insert into mirror (record_id, kind, upstream, version) select id, kind, :upstream, version from given"
                        + " on conflict (record_id) do update set upstream = excluded.upstream, version = excluded.version, withheld = false");
        execute(
                source,
                rows,
                "insert into record_origin (record_id, instance, version) select id, instance, owned from given where :upstream <> ''"
                        + " on conflict (record_id) do update set instance = excluded.instance, version = excluded.version"
                        + " where (record_origin.instance, record_origin.version) <> (excluded.instance, excluded.version) and excluded.version > 0");
    }

    /** What a record holds or refers to, and what has not been seen itself; a snapshot may know its version already. */
    void ownUnseen(Source source, UUID owner, Map<UUID, RecordKind> unseen) {
        var rows = unseen.entrySet().stream()
                .map(e -> row(e.getKey(), e.getValue(), owner))
                .toList();
        execute(
                source,
                rows,
                "insert into mirror (record_id, kind, upstream, version) select id, kind, :upstream, 0 from given on conflict do nothing");
        execute(
                source,
                rows,
                "insert into record_origin (record_id, instance, version) select g.id, g.instance, coalesce(s.version, 0)"
                        + " from given g left join mirror_staged s on s.record_id = g.id and s.upstream = :upstream on conflict do nothing");
    }

    private static Map<String, Object> row(UUID id, RecordKind kind, UUID instance) {
        var row = new LinkedHashMap<String, Object>();
        row.put("id", id);
        row.put("kind", kind);
        row.put("instance", instance);
        return row;
    }

    private void execute(Source source, List<Map<String, Object>> rows, String statement) {
        if (rows.isEmpty()) {
            return;
        }
        database.createNativeMutationQuery(
                        "with given as (select * from jsonb_to_recordset(cast(:rows as jsonb)) as g(id uuid, kind text, instance uuid, version int, owned int)) "
                                + statement)
                .setParameter("rows", json(rows))
                .setParameter("upstream", source.upstream())
                .executeUpdate();
    }

    /** Those of the ids of which there is no row to refer to. */
    Set<UUID> missing(String table, Collection<UUID> ids) {
        return ids.isEmpty()
                ? Set.of()
                : Set.copyOf(database.createNativeQuery(
                                "select i.id from unnest(cast(:ids as uuid[])) i(id) where not exists (select 1 from "
                                        + table + " t where t.id = i.id)",
                                UUID.class)
                        .setParameter("ids", texts(ids))
                        .getResultList());
    }

    /** Those of the ids that never were a record here. */
    Set<UUID> unrecorded(Collection<UUID> ids) {
        return missing("record", ids);
    }

    /** Those of the codes that the code list does not hold. */
    Set<String> unknownCodes(String table, Collection<String> codes) {
        return codes.isEmpty()
                ? Set.of()
                : new TreeSet<>(database.createNativeQuery(
                                "select c.code from unnest(cast(:codes as text[])) c(code) where not exists (select 1 from "
                                        + table + " t where t.code = c.code)",
                                String.class)
                        .setParameter("codes", codes.toArray(String[]::new))
                        .getResultList());
    }

    /** Those of the places that are known, and lie neither in the others nor, if those below count, below them. */
    Set<String> outside(Collection<String> codes, Collection<String> places, boolean below) {
        return codes.isEmpty()
                ? Set.of()
                : Set.copyOf(database.createNativeQuery(
                                "select p.code from place p where p.code = any(cast(:codes as text[])) and p.code <> all(cast(:places as text[]))"
                                        + " and not (:below and exists (select 1 from place_ancestor a where a.place_code = p.code and a.ancestor_code = any(cast(:places as text[]))))",
                                String.class)
                        .setParameter("codes", codes.toArray(String[]::new))
                        .setParameter("places", places.toArray(String[]::new))
                        .setParameter("below", below)
                        .getResultList());
    }

    /** Records of an upstream that only others have told of, to be looked for there. */
    List<Unseen> unseen(String upstream, int most) {
        return database
                .createNativeQuery(
                        "select m.kind, m.record_id from mirror m where m.upstream = :upstream and m.version = 0 and not m.withheld"
                                + " and m.kind in ('organization', 'document', 'article', 'speaker') order by m.record_id limit :most",
                        Tuple.class)
                .setParameter("upstream", upstream)
                .setParameter("most", most)
                .getResultList()
                .stream()
                .map(row -> new Unseen(RecordKind.valueOf(row.get(0, String.class)), row.get(1, UUID.class)))
                .toList();
    }

    void withheld(UUID id) {
        database.createNativeMutationQuery("update mirror set withheld = true where record_id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    /** The upstream has got another identity: its database was made anew. Those who chose to follow its address go on. */
    void movedTo(String upstream, UUID before, UUID now) {
        database.createNativeMutationQuery(
                        "update record_origin o set instance = :now from mirror m where m.record_id = o.record_id and m.upstream = :upstream and o.instance = :before")
                .setParameter("now", now)
                .setParameter("before", before)
                .setParameter("upstream", upstream)
                .executeUpdate();
    }

    static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    static String json(Object value) {
        try {
            return StrictJson.READER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A record that is referred to and was not seen itself. */
    record Unseen(RecordKind kind, UUID id) {}
}
