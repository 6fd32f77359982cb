package bienban.speaker;

import bienban.place.PlaceRepository;
import bienban.record.Derived;
import bienban.record.Entering;
import bienban.record.Ids;
import bienban.record.Life;
import bienban.record.LifeStatus;
import bienban.record.Listing;
import bienban.record.RecordKind;
import bienban.record.Rules;
import bienban.record.SortType;
import bienban.security.Scope;
import bienban.shared.ApiException;
import bienban.shared.InputError;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Keeps people. How two become one, and one two, is in {@link SpeakerIdentity}. */
@ApplicationScoped
public class SpeakerRepository implements PanacheRepositoryBase<Speaker, UUID>, Entering<SpeakerRecord> {
    private static final List<String> MEETING_MEMBERS =
            List.of("id", "status", "title", "kind", "heldOn", "host", "place");

    private final PlaceRepository places;
    private final Rules rules;
    private final Life life;

    SpeakerRepository(PlaceRepository places, Rules rules, Life life) {
        this.life = life;
        this.rules = rules;
        this.places = places;
    }

    public Listing list(SpeakerQuery query, Scope scope) {
        var tookPart = "exists (select 1 from participation a join meeting m on m.id = a.meeting_id" + " and "
                + scope.visible("m.status", "m.place_code") + " where a.speaker_id = t.id and ";
        return new Listing(RecordKind.speaker, "speaker t join record r on r.id = t.id")
                .sort("name", SortType.text, "given_name_first(t.name) collate \"vi-x-icu\"", false)
                .sort("updatedAt", SortType.moment, "r.updated_at", true)
                .and("t.merged_into is null")
                .seenBy(scope)
                .and("t.status = any(:status)", "status", query.status())
                .and("strpos(t.folded, fold(:name)) > 0", "name", query.name())
                .and(PlaceRepository.filter("t.place_code", query.within()), "place", query.place())
                .and(
                        tookPart
                                + "(m.host_id = any(cast(:organization as uuid[])) or exists (select 1 from meeting_counterpart c"
                                + " where c.meeting_id = m.id and c.organization_id = any(cast(:organization as uuid[])))))",
                        "organization",
                        query.organization())
                .and(tookPart + "strpos(a.folded_posts, fold(:post)) > 0)", "post", query.post())
                .and(tookPart + "a.roles && cast(:role as text[]))", "role", query.role());
    }

    Listing meetings(String speaker, Scope scope) {
        return new Listing(
                        RecordKind.meeting,
                        "participation a join meeting t on t.id = a.meeting_id join record r on r.id = t.id")
                .sort("heldOn", SortType.day, "t.held_sort", true)
                .seenBy(scope)
                .and("a.speaker_id = cast(:speaker as uuid)", "speaker", speaker);
    }

    /** The roles and posts at each meeting of {@link #meetings}, instead of all that the meeting holds. */
    static Derived tookPartAs() {
        return new Derived(
                "json_build_object('roles', a.roles, 'posts', a.posts)",
                Map.of(),
                (document, added) -> document.retain(MEETING_MEMBERS).setAll((ObjectNode) added));
    }

    UUID create(SpeakerRecord input) {
        var id = Ids.next();
        enter(id, input);
        return id;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.speaker;
    }

    @Override
    public Class<SpeakerRecord> input() {
        return SpeakerRecord.class;
    }

    @Override
    public LifeStatus statusOf(SpeakerRecord input) {
        return input.status();
    }

    @Override
    public void enter(UUID id, SpeakerRecord input) {
        Life.mayBegin(input.status());
        var speaker = new Speaker(id, rules.statusOfNew(input.status()));
        write(speaker, input);
        persist(speaker);
    }

    @Override
    public void replace(UUID id, SpeakerRecord input) {
        var speaker = findById(id);
        var step = Life.Step.of(RecordKind.speaker, id, speaker.status, input.status());
        if (step.takesAway(input.retraction())) {
            mustBeUnnamed(id);
        }
        if (!life.purges(step, input.retraction())) {
            write(speaker, input);
        }
    }

    /** Takes over what another instance keeps, with the id and the status that it has there; one who was merged stands alone again. */
    public void mirror(UUID id, SpeakerRecord input) {
        var speaker = findByIdOptional(id).orElseGet(() -> new Speaker(id, LifeStatus.published));
        write(speaker, input);
        speaker.mergedInto = null;
        persist(speaker);
    }

    /** One who was merged there, and so is here. Of one who was not here before, nothing but the id is known, which leads to the survivor. */
    public void mirrorMerged(UUID id, UUID into) {
        var kept = findById(into);
        if (kept == null) {
            throw ApiException.invalid(InputError.at("/mergedInto", "unknown_reference", "speaker", into));
        }
        if (findById(id) == null) {
            var gone = new Speaker(id, kept.status);
            gone.name = kept.name;
            gone.placeCode = kept.placeCode;
            persistAndFlush(gone);
        }
        merge(id, kept.mergedInto == null ? kept.id : kept.mergedInto);
    }

    private void write(Speaker speaker, SpeakerRecord input) {
        rules.mayKeep(input.place() == null ? null : input.place().code());
        if (input.place() != null) {
            places.mustKnow(Map.of("/place/code", input.place().code()));
        }
        speaker.take(input);
    }

    /** Only one to whom nothing refers can be deleted; old ids that lead here refer too. */
    public void delete(UUID id) {
        mustBeUnnamed(id);
        mustNotBe("select exists (select 1 from speaker where merged_into = :id)", id);
        deleteById(id);
    }

    private void mustBeUnnamed(UUID id) {
        mustNotBe(
                "select exists (select 1 from participation where speaker_id = :id)"
                        + " or exists (select 1 from directive where issuer_speaker_id = :id)",
                id);
    }

    private void mustNotBe(String referredTo, UUID id) {
        var used = getSession()
                .createNativeQuery(referredTo, Boolean.class)
                .setParameter("id", id)
                .getSingleResult();
        if (used) {
            throw ApiException.conflict("still-referred-to", "speaker", id);
        }
    }

    /** Meetings are locked before people, as whoever writes a meeting whole does. */
    void lockMeetingsOf(UUID id) {
        getSession()
                .createNativeQuery(
                        "select r.version from record r where r.id in (select meeting_id from participation where speaker_id = :id"
                                + " union select meeting_id from directive where issuer_speaker_id = :id) order by r.id for update",
                        Integer.class)
                .setParameter("id", id)
                .getResultList();
    }

    void merge(UUID gone, UUID kept) {
        getSession()
                .createNativeMutationQuery("call speaker_merge(:gone, :kept)")
                .setParameter("gone", gone)
                .setParameter("kept", kept)
                .executeUpdate();
    }

    void split(UUID from, UUID to, List<UUID> meetings) {
        flush();
        getSession()
                .createNativeMutationQuery("call speaker_split(:from, :to, cast(:meetings as uuid[]))")
                .setParameter("from", from)
                .setParameter("to", to)
                .setParameter("meetings", texts(meetings))
                .executeUpdate();
    }

    /** Those of the meetings in which a person did something, as far as the caller sees them. */
    List<UUID> meetingsOf(UUID id, List<UUID> meetings) {
        return rules.scope()
                .bind(getSession()
                        .createNativeQuery(
                                "select m.id from meeting m where m.id = any(cast(:meetings as uuid[])) and "
                                        + rules.scope().visible("m.status", "m.place_code")
                                        + " and (exists (select 1 from participation where speaker_id = :id and meeting_id = m.id)"
                                        + " or exists (select 1 from directive where issuer_speaker_id = :id and meeting_id = m.id))",
                                UUID.class))
                .setParameter("id", id)
                .setParameter("meetings", texts(meetings))
                .getResultList();
    }

    private static String[] texts(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}
