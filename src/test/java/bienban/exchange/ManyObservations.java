package bienban.exchange;

import bienban.record.Ids;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Observations by the hundred thousand, set-based, with the documents, hashes and changes that the triggers would have made. */
final class ManyObservations {
    private static final int AT_ONCE = 100_000;

    /** The ids are in the order of time, as those of the service are. */
    private static final List<String> STEPS = List.of("""
            insert into observation (id, indicator_code, label, place_code, value, unit, unit_multiplier, unit_label, period, plan_share, year_on_year, raw)
            select cast('{prefix}-' || substr(n, 1, 4) || '-7' || substr(n, 5, 3) || '-8' || substr(md5(n), 1, 3) || '-' || substr(md5(n), 4, 12) as uuid),
                'production_value', 'Tổng giá trị sản xuất ' || i % 97, '{place}-' || (1 + i % 200), (cast(i as bigint) * 7919 % 1000000) / 10.0, 'VND', 9, 'tỷ đồng',
                (2000 + i % 25) || '-01/' || (2000 + i % 25) || '-06', 51.7, 15.9,
                'Tổng giá trị sản xuất ước đạt ' || i || ' tỷ đồng, bằng 51,7% kế hoạch, tăng 15,9% so với cùng kỳ năm trước.'
            from generate_series({from}, {to}) i, lateral (select lpad(to_hex(i), 7, '0') as n) x""", """
            insert into record (id, kind, key, version, status, place_code, document, hash, created_at, updated_at, published_once)
            select b.id, b.kind, b.key, 1, b.status, b.place_code, d.document, text_hash(d.document), t.moment, t.moment, true
            from (select date_trunc('milliseconds', now()) as moment) t, observation o join observation_body b on b.id = o.id,
                lateral (select record_render(b.key, 1, b.status, t.moment, t.moment, cast(null as record_origin), cast(null as retraction), b.body) as document) d
            where o.place_code like '{place}-%' and not exists (select 1 from record r where r.id = o.id)""");

    private ManyObservations() {}

    /** Fills a new province of 200 communes; leaves the triggers as they were. */
    static void fill(Connection owner, String place, int rows) throws SQLException {
        communes(owner, place);
        try (var statement = owner.createStatement()) {
            var prefix = Ids.next().toString().substring(0, 8);
            for (int from = 0; from < rows; from += AT_ONCE) {
                fill(statement, place, prefix, from, Math.min(rows, from + AT_ONCE) - 1);
            }
            statement.execute("vacuum analyze observation");
            statement.execute("vacuum analyze record");
        }
    }

    static void communes(Connection owner, String province) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(
                    "insert into place (code, name, level, parent_code) select '%1$s-' || i, 'Xã ' || i, 'commune', '%1$s' from generate_series(1, 200) i"
                            .formatted(province));
        }
    }

    private static void fill(Statement statement, String place, String prefix, int from, int to) throws SQLException {
        statement.execute("begin");
        statement.execute("alter table observation disable trigger user");
        for (var step : STEPS) {
            statement.execute(step.replace("{place}", place)
                    .replace("{prefix}", prefix)
                    .replace("{from}", String.valueOf(from))
                    .replace("{to}", String.valueOf(to)));
        }
        // The references are checked now: a table with checks to come cannot be altered.
        statement.execute("set constraints all immediate");
        statement.execute("alter table observation enable trigger user");
        statement.execute("commit");
    }
}
