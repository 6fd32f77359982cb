package bienban.meeting;

import bienban.record.RecordRepository;
import bienban.record.Rows;
import bienban.record.Turn;
import bienban.security.Caller;
import bienban.security.Identity;
import bienban.shared.JsonBody;
import bienban.shared.StrictJson;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Enters the sample meetings, the facts of five published reports, into an empty embedded database. */
@ApplicationScoped
class SampleMeetings {
    private static final List<String> FILES =
            List.of("hong-linh-2020", "ha-long-2021", "huong-tra-2021", "kinh-mon-2022", "my-hao-2023");
    private static final UUID CORRECTED = UUID.fromString("01900f5e-2a00-7c3e-9d6a-6f1d2b7c4e10");
    private static final TypeReference<LinkedHashMap<String, Object>> ROW = new TypeReference<>() {};

    private final MeetingEntry entry;
    private final MeetingRepository meetings;
    private final RecordRepository records;
    private final Rows rows;
    private final JsonBody bodies;
    private final Turn turn;
    private final Caller caller;
    private final boolean wanted;

    SampleMeetings(
            MeetingEntry entry,
            MeetingRepository meetings,
            RecordRepository records,
            Rows rows,
            JsonBody bodies,
            Turn turn,
            Caller caller,
            // Only there when the embedded server is used: a server of one's own never gets samples.
            @ConfigProperty(name = "bienban.database.url") Optional<String> embedded,
            @ConfigProperty(name = "bienban.sample-data", defaultValue = "true") boolean asked) {
        this.entry = entry;
        this.meetings = meetings;
        this.records = records;
        this.rows = rows;
        this.bodies = bodies;
        this.turn = turn;
        this.caller = caller;
        this.wanted = asked && embedded.isPresent();
    }

    @Transactional
    @ActivateRequestContext
    void load(@Observes StartupEvent event) {
        if (!wanted || meetings.find("").firstResultOptional().isPresent()) {
            return;
        }
        caller.become(Identity.system("samples"));
        turn.take();
        FILES.forEach(file -> entry.create(bodies.read(read(file), MeetingRecord.class)));
        var corrected = meetings.findById(CORRECTED);
        var ordinal = corrected.ordinal;
        corrected.ordinal = ordinal - 1;
        records.settle();
        // Put right in a version of its own, so that there is a history to look at, and a correction to accept.
        meetings.findById(CORRECTED).ordinal = ordinal;
        enterUncited();
        records.settle();
        Log.infof("%d sample meetings were entered", FILES.size());
    }

    /** Rows by table that no meeting refers to, so that there is something of each kind that may be deleted. */
    private void enterUncited() {
        read("uncited").properties().forEach(table -> {
            var entries = new ArrayList<Map<String, Object>>();
            table.getValue().forEach(row -> entries.add(StrictJson.READER.convertValue(row, ROW)));
            rows.insert(table.getKey(), entries, "");
        });
    }

    private JsonNode read(String file) {
        try (var stream = SampleMeetings.class.getResourceAsStream("/sample/" + file + ".json")) {
            return StrictJson.tree(stream.readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
