package bienban.extraction.desk;

import bienban.extraction.desk.ArticleAnswer.Conflict;
import bienban.extraction.desk.ExtractionAnswer.Doubt;
import bienban.security.Scope;
import bienban.shared.StrictJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;

/** Keeps what the machine made of an article. */
@ApplicationScoped
class DraftRepository {
    private final Session database;
    private final String program;

    DraftRepository(
            Session database,
            @ConfigProperty(name = "quarkus.application.version", defaultValue = "unknown") String program) {
        this.database = database;
        this.program = program;
    }

    /** Keeps the meeting's document as it is now, which is before anybody corrected it. */
    void keep(UUID article, UUID meeting, List<Doubt> warnings) {
        database.createNativeMutationQuery(
                        "insert into extraction_draft (article_id, meeting_id, draft, warnings, program)"
                                + " select :article, cast(:meeting as uuid), (select cast(r.document as jsonb) from record r where r.id = cast(:meeting as uuid)),"
                                + " cast(:warnings as jsonb), :program")
                .setParameter("article", article)
                .setParameter("meeting", meeting == null ? null : meeting.toString())
                .setParameter("warnings", DeskJson.text(warnings))
                .setParameter("program", program)
                .executeUpdate();
    }

    /** What was told when the article came first, as far as the caller sees the meeting; articles that came another way have no draft of the machine's. */
    record Kept(UUID meeting, List<Doubt> warnings, boolean sameText) {}

    Kept find(UUID article, String text, Scope scope) {
        var seen = scope.visible("m.status", "m.place_code");
        var row = scope.bind(database.createNativeQuery(
                        "select (select cast(max(cast(m.id as text)) as uuid) from source s join meeting m on m.id = s.meeting_id where s.article_id = a.id and "
                                + seen + "), cast(coalesce(d.warnings, '[]') as text), coalesce(a.text = :text, false)"
                                + " from article a left join extraction_draft d on d.article_id = a.id"
                                + " and (d.meeting_id is null or exists (select 1 from meeting m where m.id = d.meeting_id and "
                                + seen + ")) where a.id = :article",
                        Tuple.class))
                .setParameter("article", article)
                .setParameter("text", text)
                .getSingleResult();
        try {
            var warnings = StrictJson.READER.readValue(row.get(1, String.class), new TypeReference<List<Doubt>>() {});
            return new Kept(row.get(0, UUID.class), warnings, row.get(2, Boolean.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What published meetings state differently; a figure is the same where place, indicator, period and kind are. */
    List<Conflict> conflicts(UUID meeting) {
        return database.createNativeQuery("""
                        select '/observations/' || o.position, o.indicator_code, o.period, o.normalized_value, m.id, m.title, x.normalized_value as other, x.unit
                        from observation o
                        join observation x on x.place_code = o.place_code and x.indicator_code = o.indicator_code and x.period = o.period and x.kind = o.kind
                            and x.status = 'published' and x.normalized_value <> o.normalized_value
                        join meeting m on m.id = x.meeting_id and m.id <> o.meeting_id
                        where o.meeting_id = :meeting
                        order by o.position, m.held_sort desc, m.id, x.position""", Tuple.class).setParameter("meeting", meeting).getResultList().stream()
                .map(row -> new Conflict(
                        row.get(0, String.class),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        row.get(3, BigDecimal.class),
                        row.get(4, UUID.class),
                        row.get(5, String.class),
                        row.get(6, BigDecimal.class),
                        row.get(7, String.class)))
                .toList();
    }
}
