package bienban.federation.mirror;

import bienban.record.RecordKind;
import bienban.shared.StrictJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** Keeps what could not be taken over, with the reason, so that nothing is dropped silently. */
@ApplicationScoped
@Transactional
class ParkingRepository {
    private final Session database;

    ParkingRepository(Session database) {
        this.database = database;
    }

    void park(Source source, Incoming item, Refused refused) {
        database.createNativeMutationQuery("""
                        insert into mirror_parked (upstream, record_id, kind, key, version, action, merged_into, document, origin, error, faults)
                        values (:upstream, :id, :kind, :key, :version, :fate, cast(cast(:into as text) as uuid), cast(:document as text), cast(cast(:origin as text) as jsonb), :error, cast(:faults as jsonb))
                        on conflict (upstream, record_id) do update set version = excluded.version, action = excluded.action, merged_into = excluded.merged_into,
                            document = excluded.document, origin = excluded.origin, error = excluded.error, faults = excluded.faults,
                            tried_at = now(), tries = case when mirror_parked.version = excluded.version then mirror_parked.tries + 1 else 1 end""")
                .setParameter("upstream", source.upstream())
                .setParameter("id", item.id())
                .setParameter("kind", item.kind().name())
                .setParameter("key", item.key())
                .setParameter("version", item.version())
                .setParameter("fate", item.fate().name())
                .setParameter(
                        "into",
                        item.mergedInto() == null ? null : item.mergedInto().toString())
                .setParameter(
                        "document",
                        item.document() == null ? null : item.document().toString())
                .setParameter("origin", item.origin() == null ? null : MirrorRepository.json(item.origin()))
                .setParameter("error", refused.error())
                .setParameter("faults", MirrorRepository.json(refused.faults()))
                .executeUpdate();
    }

    /** What has been taken over, or overtaken, waits no more. */
    void release(Source source, List<Incoming> items) {
        var rows = items.stream()
                .map(item -> {
                    var row = new LinkedHashMap<String, Object>();
                    row.put("id", item.id());
                    row.put("version", item.version());
                    return row;
                })
                .toList();
        database.createNativeMutationQuery(
                        "delete from mirror_parked p using jsonb_to_recordset(cast(:rows as jsonb)) as g(id uuid, version int)"
                                + " where p.upstream = :upstream and p.record_id = g.id and p.version <= g.version")
                .setParameter("rows", MirrorRepository.json(rows))
                .setParameter("upstream", source.upstream())
                .executeUpdate();
    }

    void releaseAll(String upstream) {
        database.createNativeMutationQuery("delete from mirror_parked where upstream = :upstream")
                .setParameter("upstream", upstream)
                .executeUpdate();
    }

    /** Those that have waited longest since the last try. */
    List<Incoming> due(String upstream, int most) {
        return database
                .createNativeQuery(
                        "select kind, key, record_id, version, action, merged_into, document, cast(origin as text) from mirror_parked"
                                + " where upstream = :upstream order by tried_at, record_id limit :most",
                        Tuple.class)
                .setParameter("upstream", upstream)
                .setParameter("most", most)
                .getResultList()
                .stream()
                .map(ParkingRepository::item)
                .toList();
    }

    private static Incoming item(Tuple row) {
        var origin = row.get(7, String.class);
        var document = row.get(6, String.class);
        return new Incoming(
                RecordKind.valueOf(row.get(0, String.class)),
                row.get(1, String.class),
                row.get(2, UUID.class),
                row.get(3, Integer.class),
                Fate.valueOf(row.get(4, String.class)),
                row.get(5, UUID.class),
                origin == null
                        ? null
                        : Incoming.originOf(StrictJson.READER.createObjectNode().set("origin", tree(origin))),
                document == null ? null : (ObjectNode) tree(document));
    }

    static JsonNode tree(String json) {
        try {
            return StrictJson.READER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
