package bienban.meeting;

import static bienban.meeting.MeetingEntry.each;

import bienban.record.Rows;
import bienban.shared.ApiException;
import bienban.shared.InputError;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;

/** The rows that only their meeting shows: who took part, findings, decisions, proposals, citations, media, sources, evidence. */
@ApplicationScoped
class MeetingParts {
    private final Rows rows;
    private final Session database;

    MeetingParts(Rows rows, Session database) {
        this.rows = rows;
        this.database = database;
    }

    void replace(UUID meeting, MeetingRecord input, MeetingEntry.Found found) {
        rows.replace(
                "meeting_counterpart",
                "meeting_id",
                meeting,
                list(
                        meeting,
                        input.counterparts(),
                        "/counterparts",
                        (r, pointer, row) ->
                                row.put("organization_id", found.organizations().get(pointer))));
        rows.replace(
                "participation",
                "meeting_id",
                meeting,
                list(meeting, input.participations(), "/participations", (p, pointer, row) -> {
                    row.put("speaker_id", found.speakers().get(pointer + "/speaker"));
                    row.put("group_name", p.group());
                    row.put("roles", p.roles());
                    row.put("posts", orEmpty(p.posts()));
                }));
        rows.replace(
                "finding", "meeting_id", meeting, list(meeting, input.findings(), "/findings", (f, pointer, row) -> {
                    row.put("kind", f.kind());
                    row.put("text", f.text());
                    row.put("topics", orEmpty(f.topics()));
                }));
        replaceDecisions(meeting, input);
        rows.replace(
                "proposal", "meeting_id", meeting, list(meeting, input.proposals(), "/proposals", (p, pointer, row) -> {
                    row.put("text", p.text());
                    row.put("proposer", p.proposer());
                    row.put("answer", p.answer());
                    row.put("answered_by", p.answeredBy());
                    row.put("topics", orEmpty(p.topics()));
                }));
        rows.replace(
                "citation", "meeting_id", meeting, list(meeting, input.documents(), "/documents", (d, pointer, row) -> {
                    row.put("document_id", found.documents().get(pointer));
                    row.put("label", d.label());
                }));
        rows.replace("media", "meeting_id", meeting, list(meeting, input.media(), "/media", (m, pointer, row) -> {
            row.put("kind", m.kind());
            row.put("caption", m.caption());
            row.put("url", m.url());
        }));
        rows.replace(
                "source",
                "meeting_id",
                meeting,
                list(
                        meeting,
                        input.sources(),
                        "/sources",
                        (s, pointer, row) ->
                                row.put("article_id", found.articles().get(pointer))));
    }

    private void replaceDecisions(UUID meeting, MeetingRecord input) {
        rows.replace(
                "decision", "meeting_id", meeting, list(meeting, input.decisions(), "/decisions", (d, pointer, row) -> {
                    row.put("text", d.text());
                    row.put("outcome", d.outcome());
                }));
        var seats = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < orEmpty(input.decisions()).size(); i++) {
            var decision = i;
            seats.addAll(list(meeting, input.decisions().get(i).composition(), "", (s, pointer, row) -> {
                row.put("decision_position", decision);
                row.put("bloc", s.bloc());
                row.put("seats", s.seats());
            }));
        }
        rows.insert("decision_seat", seats, "");
    }

    /** Evidence must point into a source of this meeting, and its quote must be that very span. */
    void checkEvidence(UUID meeting, MeetingRecord input) {
        var known = database.createNativeQuery(
                        "select cast(article_id as text) from source where meeting_id = :meeting", String.class)
                .setParameter("meeting", meeting)
                .getResultList();
        var errors = new ArrayList<InputError>();
        each(input.evidence(), "/evidence", (e, pointer) -> {
            if (!known.contains(e.article().toString())) {
                errors.add(InputError.at(pointer + "/article", "not_a_source", e.article()));
            }
        });
        if (!errors.isEmpty()) {
            throw ApiException.invalid(errors);
        }
        rows.replace(
                "evidence", "meeting_id", meeting, list(meeting, input.evidence(), "/evidence", (e, pointer, row) -> {
                    row.put("pointer", e.pointer());
                    row.put("article_id", e.article());
                    row.put("start_offset", e.start());
                    row.put("end_offset", e.end());
                    row.put("quote", e.quote());
                    row.put("confidence", e.confidence());
                }));
        database.createNativeQuery(
                        "select e.position from evidence e join article a on a.id = e.article_id where e.meeting_id = :meeting"
                                + " and a.text is not null and substr(a.text, e.start_offset + 1, e.end_offset - e.start_offset) <> e.quote order by e.position",
                        Integer.class)
                .setParameter("meeting", meeting)
                .getResultList()
                .forEach(position -> errors.add(InputError.at("/evidence/" + position + "/quote", "not_that_span")));
        if (!errors.isEmpty()) {
            throw ApiException.invalid(errors);
        }
    }

    /** What came with a draft is shown to all once the meeting is. */
    void publishWhatItShows(UUID meeting) {
        database.createNativeMutationQuery("call meeting_publish_shown(:meeting)")
                .setParameter("meeting", meeting)
                .executeUpdate();
    }

    /** One row for each item: the meeting, the position, and what the item adds. */
    static <T> List<Map<String, Object>> list(UUID meeting, List<T> items, String list, Filler<T> filler) {
        var rows = new ArrayList<Map<String, Object>>();
        each(items, list, (item, pointer) -> {
            var row = new LinkedHashMap<String, Object>();
            row.put("meeting_id", meeting);
            row.put("position", rows.size());
            filler.fill(item, pointer, row);
            rows.add(row);
        });
        return rows;
    }

    static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : list;
    }

    /** Puts what an item states into its row. */
    interface Filler<T> {
        void fill(T item, String pointer, Map<String, Object> row);
    }
}
