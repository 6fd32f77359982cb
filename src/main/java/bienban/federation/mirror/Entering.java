package bienban.federation.mirror;

import bienban.article.ArticleRecord;
import bienban.article.ArticleRepository;
import bienban.directive.DirectiveRecord;
import bienban.directive.Timeline;
import bienban.document.DocumentRecord;
import bienban.document.DocumentRepository;
import bienban.indicator.IndicatorRecord;
import bienban.indicator.IndicatorRepository;
import bienban.indicator.ObservationRecord;
import bienban.indicator.ObservationRepository;
import bienban.meeting.MeetingEntry;
import bienban.meeting.MeetingRecord;
import bienban.organization.OrganizationRecord;
import bienban.organization.OrganizationRepository;
import bienban.place.PlaceRecord;
import bienban.place.PlaceRepository;
import bienban.shared.ApiException;
import bienban.shared.JsonBody;
import bienban.speaker.SpeakerRecord;
import bienban.speaker.SpeakerRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Enters one record that is there at the upstream, by the entry that the API uses for its kind. */
@ApplicationScoped
class Entering {
    private final PlaceRepository places;
    private final IndicatorRepository indicators;
    private final OrganizationRepository organizations;
    private final DocumentRepository documents;
    private final ArticleRepository articles;
    private final SpeakerRepository speakers;
    private final MeetingEntry meetings;
    private final ObservationRepository observations;
    private final Timeline timeline;
    private final JsonBody bodies;

    Entering(
            PlaceRepository places,
            IndicatorRepository indicators,
            OrganizationRepository organizations,
            DocumentRepository documents,
            ArticleRepository articles,
            SpeakerRepository speakers,
            MeetingEntry meetings,
            ObservationRepository observations,
            Timeline timeline,
            JsonBody bodies) {
        this.places = places;
        this.indicators = indicators;
        this.organizations = organizations;
        this.documents = documents;
        this.articles = articles;
        this.speakers = speakers;
        this.meetings = meetings;
        this.observations = observations;
        this.timeline = timeline;
        this.bodies = bodies;
    }

    void enter(Incoming item) {
        var id = item.id();
        switch (item.kind()) {
            case place -> places.mirror(read(item, PlaceRecord.class));
            case indicator -> indicators.mirror(read(item, IndicatorRecord.class));
            case organization -> organizations.mirror(id, read(item, OrganizationRecord.class));
            case document -> documents.mirror(id, read(item, DocumentRecord.class));
            case article -> articles.mirror(id, read(item, ArticleRecord.class));
            case speaker -> enterSpeaker(item);
            case meeting -> meetings.mirror(read(item, MeetingRecord.class));
            case observation -> {
                if (!item.isPartOfMeeting()) {
                    observations.mirror(id, read(item, ObservationRecord.class));
                }
            }
            case directive -> enterDirective(item);
        }
    }

    private void enterSpeaker(Incoming item) {
        if (item.fate() == Fate.merged) {
            speakers.mirrorMerged(item.id(), item.mergedInto());
        } else {
            speakers.mirror(item.id(), read(item, SpeakerRecord.class));
        }
    }

    /** What it says came with its meeting; its progress comes with itself. */
    private void enterDirective(Incoming item) {
        var updates = read(item, DirectiveRecord.class).updates();
        if (!timeline.mirror(item.id(), updates == null ? List.of() : updates)) {
            throw ApiException.conflict("waits-for-meeting", "directive", item.id());
        }
    }

    private <T> T read(Incoming item, Class<T> type) {
        return bodies.read(item.document(), type);
    }
}
