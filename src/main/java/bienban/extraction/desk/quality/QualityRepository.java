package bienban.extraction.desk.quality;

import bienban.place.PlaceRepository;
import bienban.security.Scope;
import bienban.shared.StrictJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import org.hibernate.Session;

/** Reads drafts and what became of them, one after the other; only of the places in the scope, because drafts are theirs. */
@ApplicationScoped
@Transactional
class QualityRepository {
    private static final int FETCHED_AT_ONCE = 50;
    private static final String MADE_ON = "cast(d.made_at at time zone 'Asia/Ho_Chi_Minh' as date)";

    private final Session database;

    QualityRepository(Session database) {
        this.database = database;
    }

    Quality measure(QualityQuery query, Scope scope) {
        var sql =
                "select cast(d.draft as text), r.document from extraction_draft d join record r on r.id = d.meeting_id"
                        + " where r.status = 'published' and " + scope.holds("r.home_code")
                        + (query.from() == null ? "" : " and " + MADE_ON + " >= date_first(:from)")
                        + (query.to() == null ? "" : " and " + MADE_ON + " <= date_last(:to)")
                        + (places(query) ? " and " + PlaceRepository.filter("r.place_code", query.within()) : "");
        var rows = scope.bind(database.createNativeQuery(sql, Tuple.class));
        if (query.from() != null) {
            rows.setParameter("from", query.from());
        }
        if (query.to() != null) {
            rows.setParameter("to", query.to());
        }
        if (places(query)) {
            rows.setParameter("place", query.place().toArray(String[]::new));
        }
        var tally = new Tally();
        var comparison = new Comparison(tally);
        try (var stream = rows.setFetchSize(FETCHED_AT_ONCE).getResultStream()) {
            stream.forEach(row -> compare(comparison, row));
        }
        return tally.quality();
    }

    private static boolean places(QualityQuery query) {
        return query.place() != null && !query.place().isEmpty();
    }

    private static void compare(Comparison comparison, Tuple row) {
        try {
            comparison.count(
                    StrictJson.READER.readTree(row.get(0, String.class)),
                    StrictJson.READER.readTree(row.get(1, String.class)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
