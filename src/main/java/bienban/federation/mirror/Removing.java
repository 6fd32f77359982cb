package bienban.federation.mirror;

import bienban.article.ArticleRepository;
import bienban.document.DocumentRepository;
import bienban.indicator.ObservationRepository;
import bienban.meeting.MeetingEntry;
import bienban.organization.OrganizationRepository;
import bienban.record.RecordKind;
import bienban.speaker.SpeakerRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** Removes one record that is no longer there at the upstream. What others here refer to cannot be removed, and waits for them. */
@ApplicationScoped
class Removing {
    private static final String REASON = "Đã thu hồi ở hệ thống nguồn.";

    private final OrganizationRepository organizations;
    private final DocumentRepository documents;
    private final ArticleRepository articles;
    private final SpeakerRepository speakers;
    private final MeetingEntry meetings;
    private final ObservationRepository observations;
    private final Session database;

    Removing(
            OrganizationRepository organizations,
            DocumentRepository documents,
            ArticleRepository articles,
            SpeakerRepository speakers,
            MeetingEntry meetings,
            ObservationRepository observations,
            Session database) {
        this.organizations = organizations;
        this.documents = documents;
        this.articles = articles;
        this.speakers = speakers;
        this.meetings = meetings;
        this.observations = observations;
        this.database = database;
    }

    void delete(Incoming item) {
        var id = item.id();
        switch (item.kind()) {
            case organization -> organizations.delete(id);
            case document -> documents.delete(id);
            case article -> articles.delete(id);
            case speaker -> speakers.delete(id);
            case meeting -> meetings.delete(id);
            case observation -> {
                if (isFree(item)) {
                    observations.delete(id);
                }
            }
            // A directive goes with its meeting; places and indicators stay for those who use them.
            case directive, place, indicator -> {}
        }
    }

    /** Nothing of its text stays: whoever may not see it there must not find it here. What others refer to keeps its row, and shows nothing. */
    void retract(Incoming item) {
        database.createNativeMutationQuery(
                        "insert into retraction (record_id, reason, purged) values (:id, :reason, true)"
                                + " on conflict (record_id) do update set reason = excluded.reason, purged = true")
                .setParameter("id", item.id())
                .setParameter("reason", reasonOf(item))
                .executeUpdate();
        if (item.kind() == RecordKind.meeting || item.kind() == RecordKind.observation) {
            delete(item);
        } else if (item.kind() == RecordKind.article) {
            database.createNativeMutationQuery("update article set text = null, status = 'retracted' where id = :id")
                    .setParameter("id", item.id())
                    .executeUpdate();
        }
    }

    /** Nor in earlier versions, which are there once the documents are made again. */
    void forget(List<UUID> ids) {
        if (!ids.isEmpty()) {
            database.createNativeMutationQuery("call mirror_forget(cast(:ids as uuid[]))")
                    .setParameter("ids", MirrorRepository.texts(ids))
                    .executeUpdate();
        }
    }

    /** What is shown again at the upstream is shown again here. */
    void restore(List<UUID> ids) {
        database.createNativeMutationQuery("delete from retraction where record_id = any(cast(:ids as uuid[]))")
                .setParameter("ids", MirrorRepository.texts(ids))
                .executeUpdate();
    }

    private static String reasonOf(Incoming item) {
        return item.document() == null
                ? REASON
                : item.document().path("retraction").path("reason").asText(REASON);
    }

    private boolean isFree(Incoming item) {
        return database.createNativeQuery(
                        "select exists (select 1 from observation where id = :id and meeting_id is null)",
                        Boolean.class)
                .setParameter("id", item.id())
                .getSingleResult();
    }
}
