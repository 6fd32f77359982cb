package bienban.extraction.desk.evidence;

import bienban.extraction.desk.evidence.EvidenceList.Passage;
import bienban.record.RecordKind;
import bienban.record.RecordRepository;
import bienban.record.RecordStatus;
import bienban.record.Standing;
import bienban.security.Scope;
import bienban.shared.ApiException;
import bienban.shared.StrictJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** The passages that support a meeting, with what stands around them. */
@ApplicationScoped
@Transactional
class Passages {
    /** Code points of context, and how many more are fetched so that it can be cut between words. */
    static final int AROUND = 120;

    private final Session database;
    private final RecordRepository records;

    Passages(Session database, RecordRepository records) {
        this.database = database;
        this.records = records;
    }

    /** One statement: a meeting without evidence still gives a row, so that its status is known. */
    EvidenceList of(String meeting, String pointer, Scope scope) {
        if (!StrictJson.isStorable(meeting)) {
            throw ApiException.notFound(RecordKind.meeting.name(), meeting);
        }
        var rows = scope.bind(database.createNativeQuery(
                        """
                        select r.status, coalesce(%s, false) as kept_here, r.published_once, e.pointer, e.article_id, e.start_offset, e.end_offset, e.quote, e.confidence,
                            coalesce(substr(a.text, greatest(e.start_offset - :around, 0) + 1, least(e.start_offset, :around)), '') as before,
                            coalesce(substr(a.text, e.end_offset + 1, :around), '') as after
                        from record r
                        left join evidence e on e.meeting_id = r.id and (cast(:pointer as text) is null or e.pointer = :pointer
                            or starts_with(e.pointer, :pointer || '/') or starts_with(:pointer, e.pointer || '/'))
                        left join article a on a.id = e.article_id and %s
                        where r.kind = 'meeting' and r.key = :key
                        order by e.article_id, e.start_offset, e.end_offset, e.position""".formatted(scope.holds("r.home_code"), scope.visible("a.status", "a.place_code")),
                        Tuple.class))
                .setParameter("around", AROUND + 1)
                .setParameter("pointer", pointer)
                .setParameter("key", meeting)
                .getResultList();
        if (rows.isEmpty()) {
            throw ApiException.notFound(RecordKind.meeting.name(), meeting);
        }
        var first = rows.get(0);
        var standing = new Standing(
                RecordStatus.valueOf(first.get(0, String.class)),
                first.get(1, Boolean.class),
                first.get(2, Boolean.class));
        records.mustSee(standing, RecordKind.meeting, meeting);
        return new EvidenceList(
                first.get(3) == null
                        ? List.of()
                        : rows.stream().map(Passages::passage).toList());
    }

    private static Passage passage(Tuple row) {
        return new Passage(
                row.get(3, String.class),
                row.get(4, UUID.class),
                row.get(5, Integer.class),
                row.get(6, Integer.class),
                tail(row.get(9, String.class)),
                row.get(7, String.class),
                head(row.get(10, String.class)),
                row.get(8, BigDecimal.class));
    }

    /** The end of what stands before; one code point more than needed tells whether a word was cut. */
    static String tail(String text) {
        int over = text.codePointCount(0, text.length()) - AROUND;
        if (over <= 0) {
            return text;
        }
        int from = text.offsetByCodePoints(0, over);
        for (int i = from; i < text.length(); i++) {
            if (Character.isWhitespace(text.charAt(i - 1)) && !Character.isWhitespace(text.charAt(i))) {
                return text.substring(i);
            }
        }
        return text.substring(from);
    }

    /** The beginning of what stands after. */
    static String head(String text) {
        if (text.codePointCount(0, text.length()) <= AROUND) {
            return text;
        }
        int to = text.offsetByCodePoints(0, AROUND);
        for (int i = to; i > 0; i--) {
            if (Character.isWhitespace(text.charAt(i)) && !Character.isWhitespace(text.charAt(i - 1))) {
                return text.substring(0, i);
            }
        }
        return text.substring(0, to);
    }
}
