package bienban.changes;

import bienban.changes.Digest.Part;
import bienban.changes.DigestQuery.Group;
import bienban.record.FeedPosition;
import bienban.record.RecordKind;
import bienban.shared.ApiException;
import bienban.shared.InputError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Set;
import org.hibernate.Session;

/** Sums up what is published, at a position of the feed. */
@ApplicationScoped
class DigestRepository {
    private static final int MOST_GROUPS = 50_000;

    /** A record that changed behind the position had, at the position, the version before the first of these changes. `not in` is hashed, whatever the planner guesses. */
    private static final String PARTS = """
            with later as (
                select c.record_id, min(c.version) - 1 as version from record_change c
                where (c.xact, c.seq) > (cast(:xact as xid8), :seq) and c.kind = :kind group by c.record_id),
            state as (
                select r.key, r.hash, r.place_code, r.created_at from record r
                where r.kind = :kind and r.status = 'published' and r.id not in (select record_id from later)
                union all
                select r.key, v.hash, v.place_code, r.created_at from later l join record r on r.id = l.record_id
                join record_version v on v.record_id = l.record_id and v.version = l.version where v.status = 'published')
            select {place} as place, {month} as month, count(*) as records,
                encode(sha256(string_agg(c.hash, cast('' as bytea) order by c.key collate "C")), 'hex') as digest
            from state c where true{filter} group by 1, 2 having count(*) > 0 order by 1, 2 limit :most""";

    private final Session database;

    DigestRepository(Session database) {
        this.database = database;
    }

    List<Part> parts(RecordKind kind, FeedPosition at, Set<Group> groups, ChangeFilter filter) {
        var query = database.createNativeQuery(sql(groups, filter), Tuple.class)
                .setParameter("xact", String.valueOf(at.xact()))
                .setParameter("seq", at.seq())
                .setParameter("kind", kind.name())
                .setParameter("most", MOST_GROUPS + 1);
        filter.placeParameters().forEach(query::setParameter);
        var rows = query.getResultList();
        if (rows.size() > MOST_GROUPS) {
            throw ApiException.invalid(InputError.in("by", "too_many", MOST_GROUPS));
        }
        return rows.stream()
                .map(row -> new Part(
                        row.get("place", String.class),
                        row.get("month", String.class),
                        row.get("records", Long.class),
                        row.get("digest", String.class)))
                .toList();
    }

    private static String sql(Set<Group> groups, ChangeFilter filter) {
        return PARTS.replace("{filter}", filter.placeSql("c.place_code"))
                .replace("{place}", groups.contains(Group.place) ? "c.place_code" : "cast(null as text)")
                .replace(
                        "{month}",
                        groups.contains(Group.month)
                                ? "to_char(c.created_at at time zone 'UTC', 'YYYY-MM')"
                                : "cast(null as text)");
    }
}
