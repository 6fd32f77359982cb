package bienban.changes;

import bienban.record.FeedPosition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.ScrollMode;
import org.hibernate.Session;

/** Reads the changes in their order. */
@ApplicationScoped
class ChangeRepository {
    /** What is final: no transaction that is still running, or will begin, can add a change below it. */
    private static final String FINAL = "c.xact < pg_snapshot_xmin(pg_current_snapshot())";

    /** The limits tell the planner that there is one row; it would guess hundreds, and compile the query. */
    private static final String STATE = """
            with feed as (
                (select 'beginning' as what, b.xact, b.seq, b.record_id, b.version, b.changed_at from feed_beginning b limit 1)
                union all
                select 'known', c.xact, c.seq, c.record_id, c.version, c.changed_at from record_change c
                where c.xact = cast(:xact as xid8) and c.seq = :seq and {final}
                union all
                (select 'end', c.xact, c.seq, c.record_id, c.version, c.changed_at from record_change c
                where {final} order by c.xact desc, c.seq desc limit 1)
                union all
                (select 'horizon', c.xact, c.seq, c.record_id, c.version, c.changed_at from record_change c
                where (c.xact, c.seq) > (cast(:xact as xid8), :seq) and {final} order by c.xact, c.seq offset :farthest limit 1))
            select f.what, cast(f.xact as text) as xact, f.seq, f.record_id, f.version,
                cast(extract(epoch from f.changed_at) * 1000000 as bigint) as changed_at,
                h.home, b.home = h.home as moved_in, cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as watermark
            from feed f, (select home from feed_beginning limit 1) b, (select feed_home() as home offset 0) h""".replace("{final}", FINAL);

    private static final String CHANGES = """
            select c.xact, c.seq, c.kind, c.record_id, c.key, c.version, c.action, c.merged_into, c.place_code, c.previous_place_code, c.changed_at,
                c.origin_instance, {document} as document
            from record_change c {join}
            where (c.xact, c.seq) > (cast(:xact as xid8), :seq) and (c.xact, c.seq) <= (cast(:lastXact as xid8), :lastSeq){filter}
            order by c.xact, c.seq limit :limit""";

    /** The document as bytes: so the driver passes on what the database sends, and neither has to convert it. */
    private static final Map<String, Class<?>> COLUMNS = columns();

    /** Documents are fetched so many at a time, because a page may end before its limit. */
    private static final int FETCHED = 500;

    private final Session database;

    ChangeRepository(Session database) {
        this.database = database;
    }

    private static Map<String, Class<?>> columns() {
        var columns = new LinkedHashMap<String, Class<?>>();
        columns.put("xact", String.class);
        columns.put("seq", Long.class);
        columns.put("kind", String.class);
        columns.put("record_id", UUID.class);
        columns.put("key", String.class);
        columns.put("version", Integer.class);
        columns.put("action", String.class);
        columns.put("merged_into", UUID.class);
        columns.put("place_code", String.class);
        columns.put("previous_place_code", String.class);
        columns.put("changed_at", Instant.class);
        columns.put("origin_instance", UUID.class);
        columns.put("document", byte[].class);
        return columns;
    }

    /** How the feed stands for a reader who looks at {@code farthest} changes at most. */
    FeedState state(FeedPosition since, int farthest) {
        var rows = database.createNativeQuery(STATE, Tuple.class)
                .setParameter("xact", String.valueOf(since.xact()))
                .setParameter("seq", since.seq())
                .setParameter("farthest", farthest - 1)
                .getResultList();
        var positions = new HashMap<String, FeedPosition>();
        rows.forEach(row -> positions.put(row.get("what", String.class), position(row)));
        var beginning = positions.get("beginning");
        var end = positions.getOrDefault("end", beginning);
        var any = rows.get(0);
        return new FeedState(
                any.get("home", String.class),
                any.get("moved_in", Boolean.class),
                any.get("watermark", String.class),
                beginning,
                Optional.ofNullable(positions.get("known")),
                end,
                positions.getOrDefault("horizon", end));
    }

    /** Those behind a position, up to another. */
    Changes between(FeedPosition since, FeedState state, ChangeFilter filter, Portion portion) {
        var query = database.createNativeQuery(sql(filter, portion), Object[].class)
                .setParameter("xact", String.valueOf(since.xact()))
                .setParameter("seq", since.seq())
                .setParameter("lastXact", String.valueOf(state.horizon().xact()))
                .setParameter("lastSeq", state.horizon().seq())
                .setParameter("limit", portion.limit())
                .setFetchSize(FETCHED);
        filter.parameters().forEach(query::setParameter);
        COLUMNS.forEach(query::addScalar);
        var beginning = FeedPosition.beginning(state.home());
        var items = new ArrayList<Change>();
        var weight = 0L;
        try (var rows = query.scroll(ScrollMode.FORWARD_ONLY)) {
            // Not asking behind the last one saves a round trip.
            while (items.size() < portion.limit() && weight <= portion.heaviest() && rows.next()) {
                var change = Change.of(rows.get(), beginning);
                items.add(change);
                weight += change.size();
            }
        }
        return new Changes(items, items.size() == portion.limit() || weight > portion.heaviest());
    }

    /** The limit has the records looked up one by one, whatever the planner believes of two tables that grow all the time. */
    private static String sql(ChangeFilter filter, Portion portion) {
        return CHANGES.replace("{filter}", filter.sql())
                .replace("{document}", portion.withRecords() ? "r.document" : "cast(null as text)")
                .replace(
                        "{join}",
                        portion.withRecords()
                                ? "left join lateral (select r.document from record r where r.id = c.record_id and "
                                        + filter.seesRecord() + " limit 1) r on true"
                                : "");
    }

    /** Takes the oldest away, as many as {@code most}, and tells how many it were. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    int prune(Duration kept, int most) {
        return database.createNativeQuery("select feed_prune(make_interval(secs => :seconds), :most)", Integer.class)
                .setParameter("seconds", (double) kept.toSeconds())
                .setParameter("most", most)
                .getSingleResult();
    }

    /** After a restore from a dump; see the migration. Takes as long as there are changes. */
    void moveIn() {
        database.createNativeMutationQuery("set local statement_timeout = 0").executeUpdate();
        database.createNativeMutationQuery("call feed_move_in()").executeUpdate();
    }

    /** A stretch of changes, and whether further ones lie before the horizon. */
    record Changes(List<Change> items, boolean more) {}

    /**
     * How much one page holds.
     *
     * @param heaviest no further change is added when those before it have more bytes together
     */
    record Portion(int limit, boolean withRecords, int heaviest) {}

    private static FeedPosition position(Tuple row) {
        var beginning = FeedPosition.beginning(row.get("home", String.class));
        var record = row.get("record_id", UUID.class);
        return record == null
                ? beginning
                : beginning.behind(
                        Long.parseLong(row.get("xact", String.class)),
                        row.get("seq", Long.class),
                        record,
                        row.get("version", Integer.class),
                        Instant.EPOCH.plus(row.get("changed_at", Long.class), ChronoUnit.MICROS));
    }
}
