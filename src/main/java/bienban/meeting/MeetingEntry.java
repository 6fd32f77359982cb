package bienban.meeting;

import bienban.article.ArticleLookup;
import bienban.article.ArticleRef;
import bienban.document.DocumentLookup;
import bienban.document.DocumentRef;
import bienban.organization.OrganizationLookup;
import bienban.organization.OrganizationRef;
import bienban.place.PlaceRepository;
import bienban.record.Entering;
import bienban.record.Ids;
import bienban.record.Life;
import bienban.record.LifeStatus;
import bienban.record.RecordKind;
import bienban.record.References;
import bienban.record.References.Wanted;
import bienban.record.Rules;
import bienban.shared.ApiException;
import bienban.shared.InputError;
import bienban.speaker.SpeakerLookup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Enters a meeting whole: finds or makes what it refers to, then replaces all its rows. Any fault, and nothing is written. */
@ApplicationScoped
public class MeetingEntry implements Entering<MeetingRecord> {
    private final MeetingRepository meetings;
    private final PlaceRepository places;
    private final References references;
    private final MeetingParts parts;
    private final DirectiveRows directives;
    private final ObservationRows observations;
    private final Life life;
    private final Rules rules;

    MeetingEntry(
            MeetingRepository meetings,
            PlaceRepository places,
            References references,
            MeetingParts parts,
            DirectiveRows directives,
            ObservationRows observations,
            Life life,
            Rules rules) {
        this.rules = rules;
        this.meetings = meetings;
        this.places = places;
        this.references = references;
        this.parts = parts;
        this.directives = directives;
        this.observations = observations;
        this.life = life;
    }

    /** Makes a new meeting, with the id that the input states if it states one. */
    public UUID create(MeetingRecord input) {
        rules.mayKeep(input.place().code());
        var id = input.id() == null ? Ids.next() : input.id();
        if (input.id() != null && meetings.isTaken(input.id())) {
            throw ApiException.conflict("already-there", "meeting", input.id());
        }
        enter(id, input);
        return id;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.meeting;
    }

    @Override
    public Class<MeetingRecord> input() {
        return MeetingRecord.class;
    }

    @Override
    public LifeStatus statusOf(MeetingRecord input) {
        return input.status();
    }

    @Override
    public void enter(UUID id, MeetingRecord input) {
        Life.mayBegin(input.status());
        rules.mayKeep(input.place().code());
        write(new Meeting(id), input);
    }

    @Override
    public void replace(UUID id, MeetingRecord input) {
        rules.mayKeep(input.place().code());
        var meeting = meetings.findById(id);
        var step = Life.Step.of(RecordKind.meeting, id, meeting.status, input.status());
        if (!life.purges(step, input.retraction())) {
            write(meeting, input);
        }
    }

    /** Takes over what another instance keeps, with the ids and the status that it has there. */
    public void mirror(MeetingRecord input) {
        write(meetings.findByIdOptional(input.id()).orElseGet(() -> new Meeting(input.id())), input);
    }

    public void delete(UUID id) {
        meetings.deleteById(id);
    }

    private void write(Meeting meeting, MeetingRecord input) {
        var errors = new ArrayList<>(places.unknown(placesIn(input)));
        var status = input.status() == null ? meeting.status : input.status();
        var found = resolve(input, status, errors);
        directives.check(meeting.id, input, errors);
        observations.check(meeting.id, input, errors);
        if (!errors.isEmpty()) {
            throw ApiException.invalid(errors);
        }
        meeting.take(input, found.host());
        meetings.persistAndFlush(meeting);
        parts.replace(meeting.id, input, found);
        directives.replace(meeting.id, input, found);
        observations.replace(meeting, input);
        parts.checkEvidence(meeting.id, input);
        if (status == LifeStatus.published) {
            parts.publishWhatItShows(meeting.id);
        }
    }

    private static Map<String, String> placesIn(MeetingRecord input) {
        var codes = new LinkedHashMap<String, String>();
        codes.put("/place/code", input.place().code());
        var observations = MeetingParts.orEmpty(input.observations());
        for (int i = 0; i < observations.size(); i++) {
            if (observations.get(i).place() != null) {
                codes.put(
                        "/observations/" + i + "/place/code",
                        observations.get(i).place().code());
            }
        }
        return codes;
    }

    private Found resolve(MeetingRecord input, LifeStatus status, List<InputError> errors) {
        var place = input.place().code();
        var organizations = new ArrayList<Wanted>();
        if (input.host() != null) {
            organizations.add(OrganizationLookup.wanted("/host", input.host(), place));
        }
        each(
                input.counterparts(),
                "/counterparts",
                (OrganizationRef r, String pointer) -> organizations.add(OrganizationLookup.wanted(pointer, r, place)));
        directives.wantedOrganizations(input, place, organizations);

        var speakers = new ArrayList<Wanted>();
        each(input.participations(), "/participations", (MeetingRecord.Participation p, String pointer) -> {
            if (p.speaker() != null) {
                speakers.add(SpeakerLookup.wanted(
                        pointer + "/speaker", p.speaker().id(), p.speaker().name(), place));
            }
        });
        directives.wantedSpeakers(input, place, speakers);

        var documents = new ArrayList<Wanted>();
        each(
                input.documents(),
                "/documents",
                (DocumentRef r, String pointer) -> documents.add(DocumentLookup.wanted(pointer, r, place)));
        directives.wantedDocuments(input, place, documents);

        var articles = new ArrayList<Wanted>();
        each(
                input.sources(),
                "/sources",
                (ArticleRef r, String pointer) -> articles.add(ArticleLookup.wanted(pointer, r, place)));

        var found = new Found(
                byPointer(organizations, references.resolve(new OrganizationLookup(status), organizations, errors)),
                byPointer(speakers, references.resolve(new SpeakerLookup(status), speakers, errors)),
                byPointer(documents, references.resolve(new DocumentLookup(status), documents, errors)),
                byPointer(articles, references.resolve(new ArticleLookup(status), articles, errors)));
        noneTwice("/counterparts/", found.organizations(), errors);
        noneTwice("/participations/", found.speakers(), errors);
        noneTwice("/documents/", found.documents(), errors);
        noneTwice("/sources/", found.articles(), errors);
        return found;
    }

    private static Map<String, UUID> byPointer(List<Wanted> wanted, List<UUID> ids) {
        var byPointer = new LinkedHashMap<String, UUID>();
        for (int i = 0; i < wanted.size(); i++) {
            byPointer.put(wanted.get(i).pointer(), ids.get(i));
        }
        return byPointer;
    }

    private static void noneTwice(String list, Map<String, UUID> found, List<InputError> errors) {
        var seen = new HashSet<UUID>();
        found.forEach((pointer, id) -> {
            if (pointer.startsWith(list) && id != null && !seen.add(id)) {
                errors.add(InputError.at(pointer, "listed_twice", id));
            }
        });
    }

    static <T> void each(List<T> items, String list, java.util.function.BiConsumer<T, String> deed) {
        for (int i = 0; items != null && i < items.size(); i++) {
            deed.accept(items.get(i), list + "/" + i);
        }
    }

    /** The ids that the references of the input lead to, by where they stand in it. */
    record Found(
            Map<String, UUID> organizations,
            Map<String, UUID> speakers,
            Map<String, UUID> documents,
            Map<String, UUID> articles) {
        UUID host() {
            return organizations.get("/host");
        }
    }
}
