package bienban.correction;

import bienban.correction.CorrectionRepository.Waiting;
import bienban.record.Reading;
import bienban.record.RecordKind;
import bienban.record.Shape;
import bienban.record.Writing;
import bienban.security.Caller;
import bienban.security.Role;
import bienban.shared.ApiException;
import bienban.shared.InputError;
import bienban.shared.Paging;
import bienban.shared.StrictJson;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Files corrections within bounds, and decides them. */
@ApplicationScoped
@Transactional
class Corrections {
    static final String PATH = "/v1/corrections/";
    private static final Shape SHAPE = new Shape(CorrectionRecord.class, Map.of());
    private static final int HOUR = 3600;

    private final CorrectionRepository corrections;
    private final Reading reading;
    private final Writing writing;
    private final Caller caller;
    private final int mostOpen;
    private final int mostAnHour;

    Corrections(
            CorrectionRepository corrections,
            Reading reading,
            Writing writing,
            Caller caller,
            @ConfigProperty(name = "bienban.corrections.open-per-meeting", defaultValue = "100") int mostOpen,
            @ConfigProperty(name = "bienban.corrections.per-address-and-hour", defaultValue = "20") int mostAnHour) {
        this.corrections = corrections;
        this.reading = reading;
        this.writing = writing;
        this.caller = caller;
        this.mostOpen = mostOpen;
        this.mostAnHour = mostAnHour;
    }

    /** Whoever sees a meeting may report what is wrong in it. */
    Response file(String meeting, String idempotencyKey, CorrectionInput input, String address) {
        return reading.part(
                RecordKind.meeting,
                meeting,
                () -> writing.append(idempotencyKey, input, () -> {
                    var spoken = corrections
                            .spokenOf(meeting, input.version())
                            .orElseThrow(() -> ApiException.invalid(
                                    InputError.at("/version", "unknown_version", input.version())));
                    mustPoint(input.pointer(), spoken);
                    mustBeWithinBounds(spoken.meeting(), address);
                    corrections.count(address);
                    var id = corrections.add(spoken, input);
                    return new Writing.Appended(
                            PATH + id, corrections.find(id, false).orElseThrow());
                }));
    }

    private static void mustPoint(String pointer, CorrectionRepository.Spoken spoken) {
        if (pointer == null) {
            return;
        }
        try {
            var document = StrictJson.READER.readTree(spoken.document());
            if (document.at(JsonPointer.compile(pointer)).isMissingNode()) {
                throw ApiException.invalid(InputError.at("/pointer", "unknown_pointer", spoken.version(), pointer));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void mustBeWithinBounds(UUID meeting, String address) {
        corrections.takeTurn();
        var load = corrections.load(meeting, address);
        if (load.lately() >= mostAnHour) {
            throw ApiException.tooMany("too-many-corrections-sent", mostAnHour, HOUR);
        }
        if (load.open() >= mostOpen) {
            throw ApiException.tooMany("too-many-corrections", mostOpen, HOUR);
        }
    }

    Response list(CorrectionQuery query, Paging paging) {
        return reading.page(corrections.list(query), paging, SHAPE);
    }

    Response of(String meeting, List<CorrectionState> state, Paging paging) {
        return reading.past(
                RecordKind.meeting, meeting, () -> reading.page(corrections.of(meeting, state), paging, SHAPE));
    }

    Response get(UUID id) {
        return answer(id, caller.isAtLeast(Role.reviewer));
    }

    Response accept(UUID id, String idempotencyKey, Acceptance acceptance) {
        return decide(id, idempotencyKey, acceptance, waiting -> {
            if (acceptance.version() <= waiting.spokenOf() || acceptance.version() > waiting.now()) {
                throw ApiException.invalid(
                        InputError.at("/version", "not_a_later_version", waiting.spokenOf() + 1, waiting.now()));
            }
            corrections.decide(id, CorrectionState.accepted, acceptance.note(), acceptance.version());
        });
    }

    Response decline(UUID id, String idempotencyKey, Decline decline) {
        return decide(
                id,
                idempotencyKey,
                decline,
                waiting -> corrections.decide(id, CorrectionState.declined, decline.note(), null));
    }

    private Response decide(UUID id, String idempotencyKey, Object input, Consumer<Waiting> deed) {
        return writing.answer(idempotencyKey, input, () -> {
            var waiting = corrections.lock(id).orElseThrow(() -> ApiException.notFound("correction", id));
            if (waiting.state() != CorrectionState.open) {
                throw ApiException.conflict("already-decided", id, waiting.state());
            }
            deed.accept(waiting);
            return answer(id, true);
        });
    }

    private Response answer(UUID id, boolean reviewer) {
        var correction = corrections.find(id, reviewer).orElseThrow(() -> ApiException.notFound("correction", id));
        return Response.ok(correction).type("application/json").build();
    }
}
