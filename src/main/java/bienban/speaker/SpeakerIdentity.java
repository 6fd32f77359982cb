package bienban.speaker;

import bienban.place.PlaceRepository;
import bienban.record.Derived;
import bienban.record.Ids;
import bienban.record.RecordKind;
import bienban.record.Rules;
import bienban.record.Writing;
import bienban.shared.ApiException;
import bienban.shared.InputError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;

/** Makes two people one, and one two. Whatever was done by either stays done by somebody, once. */
@ApplicationScoped
@Transactional
class SpeakerIdentity {
    private final SpeakerRepository speakers;
    private final PlaceRepository places;
    private final Writing writing;
    private final Rules rules;

    SpeakerIdentity(SpeakerRepository speakers, PlaceRepository places, Writing writing, Rules rules) {
        this.rules = rules;
        this.speakers = speakers;
        this.places = places;
        this.writing = writing;
    }

    Response merge(String id, String ifMatch, String idempotencyKey, SpeakerMerge input) {
        return writing.perform(
                RecordKind.speaker,
                idempotencyKey,
                input,
                () -> {
                    Ids.read(id).ifPresent(speakers::lockMeetingsOf);
                    var gone = writing.lock(RecordKind.speaker, id, ifMatch);
                    var kept = survivor(gone.id(), input.into());
                    speakers.merge(gone.id(), kept);
                    return kept;
                },
                Derived.NOTHING);
    }

    /** A person who was merged stands for the one they were merged into. */
    private UUID survivor(UUID gone, UUID into) {
        var other = speakers.findById(into);
        if (other == null) {
            throw ApiException.invalid(InputError.at("/into", "unknown_reference", "speaker", into));
        }
        var kept = other.mergedInto == null ? other.id : other.mergedInto;
        rules.mayAlsoChange(kept, InputError.at("/into", "unknown_reference", "speaker", into));
        if (kept.equals(gone)) {
            throw ApiException.invalid(InputError.at("/into", "merges_into_itself", into));
        }
        return kept;
    }

    Response split(String id, String ifMatch, String idempotencyKey, SpeakerSplit input) {
        return writing.create(RecordKind.speaker, idempotencyKey, input, () -> {
            Ids.read(id).ifPresent(speakers::lockMeetingsOf);
            var whole = speakers.findById(
                    writing.lock(RecordKind.speaker, id, ifMatch).id());
            check(whole, input);
            var other = input.id() == null ? whole.split(Ids.next()) : merged(whole, input.id());
            other.take(input);
            speakers.persist(other);
            speakers.split(whole.id, other.id, input.meetings());
            return other.id;
        });
    }

    private Speaker merged(Speaker whole, UUID id) {
        var other = speakers.findById(id);
        if (other == null || !whole.id.equals(other.mergedInto)) {
            throw ApiException.invalid(InputError.at("/id", "not_merged_here", id));
        }
        return other;
    }

    private void check(Speaker whole, SpeakerSplit input) {
        var errors = new ArrayList<InputError>();
        if (input.place() != null) {
            rules.mayKeep(input.place().code());
            errors.addAll(places.unknown(Map.of("/place/code", input.place().code())));
        }
        var known = speakers.meetingsOf(whole.id, input.meetings());
        for (int i = 0; i < input.meetings().size(); i++) {
            if (!known.contains(input.meetings().get(i))) {
                errors.add(InputError.at(
                        "/meetings/" + i, "not_took_part", input.meetings().get(i)));
            }
        }
        if (!errors.isEmpty()) {
            throw ApiException.invalid(errors);
        }
    }
}
