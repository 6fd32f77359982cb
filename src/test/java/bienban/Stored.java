package bienban;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.hibernate.Session;

/** What lies in the database, for tests that must see more than the API shows. */
@ApplicationScoped
public class Stored {
    private final Session database;

    Stored(Session database) {
        this.database = database;
    }

    @Transactional
    public long number(String sql) {
        return database.createNativeQuery(sql, Long.class).getSingleResult();
    }

    /** Those of some records whose documents are not what their rows say. */
    @Transactional
    public List<String> stale(String ids) {
        // As the view record_expected says, which would make the documents of all records first.
        return texts("""
                select r.key from record r left join (select * from record_body where id = any (array(%1$s))) b on b.id = r.id and b.kind = r.kind
                    left join record_origin g on g.record_id = r.id left join retraction k on k.record_id = r.id
                where r.id = any (array(%1$s)) and r.document is distinct from
                    record_render(r.key, r.version, record_status_now(b.status, k), r.created_at, r.updated_at, g, k, b.body)""".formatted(ids));
    }

    @Transactional
    public List<String> texts(String sql) {
        return database.createNativeQuery(sql, String.class).getResultList();
    }

    /** The columns of all tables that hold words, those in which one stands. */
    @Transactional
    public List<String> columnsWith(String word) {
        return texts("""
                        select format('select %%L from %%I t where cast(t.%%I as text) ilike %%L', c.table_name || '.' || c.column_name, c.table_name, c.column_name, '%%%1$s%%')
                        from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
                        where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type in
                            ('text', 'character varying', 'json', 'jsonb', 'ARRAY', 'tsvector', 'USER-DEFINED')""".formatted(word)).stream()
                .flatMap(sql -> texts(sql).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Differs after any change that was kept. */
    @Transactional
    public String state() {
        return texts(
                        "select concat_ws(' ', (select count(*) from record_change), (select count(*) from record), (select count(*) from organization),"
                                + " (select count(*) from speaker), (select count(*) from observation), (select count(*) from idempotency))")
                .get(0);
    }

    /** What must never be found, as words about the records concerned. */
    @Transactional
    public List<String> contradictions() {
        return texts("""
                select 'stale ' || r.kind || ' ' || r.key from record r join record_expected e on e.id = r.id where r.document <> e.document
                union all select 'no record for ' || b.kind || ' ' || b.key from record_body b where not exists (select 1 from record r where r.id = b.id)
                union all select 'wrong hash ' || r.kind || ' ' || r.key from record r where r.hash <> sha256(convert_to(r.document, 'UTF8'))
                union all select 'gap ' || r.kind || ' ' || r.key from record r
                where (select count(*) from record_version v where v.record_id = r.id and v.version < r.version) <> r.version - 1
                union all select 'changes ' || r.kind || ' ' || r.key from record r
                where (select array_agg(c.version order by c.seq) from record_change c where c.record_id = r.id) is distinct from array(select generate_series(1, r.version))
                union all select 'left over ' || id from record_dirty
                union all select 'left open ' || xact from record_settling""");
    }
}
