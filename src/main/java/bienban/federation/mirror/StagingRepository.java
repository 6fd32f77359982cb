package bienban.federation.mirror;

import bienban.record.Origin;
import bienban.record.RecordKind;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** A snapshot on its way in: it lies here whole before any of it is taken over, and until it is known what it no longer holds. */
@ApplicationScoped
@Transactional
public class StagingRepository {
    private static final int MOST_ROWS = 50;
    private static final int MOST_CHARACTERS = 2_000_000;

    private final Session database;

    StagingRepository(Session database) {
        this.database = database;
    }

    /** One line of an export. */
    public record Line(Incoming item, String document) {}

    public void add(String upstream, List<Line> lines) {
        var rows = lines.stream()
                .map(line -> {
                    var row = new LinkedHashMap<String, Object>();
                    row.put("kind", line.item().kind());
                    row.put("record_id", line.item().id());
                    row.put("key", line.item().key());
                    row.put("version", line.item().version());
                    row.put("document", line.document());
                    return row;
                })
                .toList();
        database.createNativeMutationQuery(
                        "insert into mirror_staged (upstream, kind, record_id, key, version, document)"
                                + " select :upstream, kind, record_id, key, version, document"
                                + " from jsonb_to_recordset(cast(:rows as jsonb)) as g(kind text, record_id uuid, key text, version int, document text)"
                                + " on conflict (upstream, record_id) do update set kind = excluded.kind, version = excluded.version, document = excluded.document, taken = false")
                .setParameter("upstream", upstream)
                .setParameter("rows", MirrorRepository.json(rows))
                .executeUpdate();
    }

    public void clear(String upstream) {
        database.createNativeMutationQuery("delete from mirror_staged where upstream = :upstream")
                .setParameter("upstream", upstream)
                .executeUpdate();
    }

    public void clear(String upstream, RecordKind kind) {
        database.createNativeMutationQuery("delete from mirror_staged where upstream = :upstream and kind = :kind")
                .setParameter("upstream", upstream)
                .setParameter("kind", kind.name())
                .executeUpdate();
    }

    /** The next that wait, few enough to be taken over in one short turn. Those that say what is here already are told. */
    public List<Incoming> waiting(String upstream, RecordKind kind) {
        var items = new ArrayList<Incoming>();
        database.createNativeQuery("""
                        select w.document, coalesce(m.upstream = :upstream and m.version > 0 and document_content(r.document) = document_content(w.document), false)
                        from (
                            select s.record_id, s.document, sum(length(s.document)) over (order by s.record_id) - length(s.document) as before
                            from (select record_id, document from mirror_staged
                                where upstream = :upstream and kind = :kind and not taken order by record_id limit :most) s) w
                        left join mirror m on m.record_id = w.record_id left join record r on r.id = w.record_id
                        where w.before < :characters order by w.record_id""", Tuple.class)
                .setParameter("upstream", upstream)
                .setParameter("kind", kind.name())
                .setParameter("most", MOST_ROWS)
                .setParameter("characters", MOST_CHARACTERS)
                .getResultList()
                .forEach(row -> {
                    var item = Incoming.of(kind, (ObjectNode) ParkingRepository.tree(row.get(0, String.class)));
                    items.add(row.get(1, Boolean.class) ? item.unchanged() : item);
                });
        return items;
    }

    /** Within the transaction that takes them over. */
    public void taken(String upstream, Collection<UUID> ids) {
        database.createNativeMutationQuery(
                        "update mirror_staged set taken = true where upstream = :upstream and record_id = any(cast(:ids as uuid[]))")
                .setParameter("upstream", upstream)
                .setParameter("ids", MirrorRepository.texts(ids))
                .executeUpdate();
    }

    /** What was mirrored from an upstream, is still here, and is not in its snapshot: it is gone there. Those after an id, in its order. */
    public List<Incoming> vanished(String upstream, RecordKind kind, UUID after) {
        return database
                .createNativeQuery(
                        "select r.key, m.version, o.instance, o.version from mirror m join record r on r.id = m.record_id join record_origin o on o.record_id = m.record_id"
                                + " where m.upstream = :upstream and m.kind = :kind and m.version > 0 and m.record_id > :after"
                                + " and r.status not in ('deleted', 'retracted', 'merged')"
                                + " and not exists (select 1 from mirror_staged s where s.upstream = m.upstream and s.record_id = m.record_id)"
                                + " order by m.record_id limit :most",
                        Tuple.class)
                .setParameter("upstream", upstream)
                .setParameter("kind", kind.name())
                .setParameter("after", after)
                .setParameter("most", MOST_ROWS)
                .getResultList()
                .stream()
                .map(row -> Incoming.gone(
                        kind,
                        row.get(0, String.class),
                        row.get(1, Integer.class),
                        Fate.deleted,
                        new Origin(row.get(2, UUID.class), row.get(3, Integer.class))))
                .toList();
    }
}
