package bienban.meeting;

import bienban.record.RecordRepository;
import bienban.shared.JsonBody;
import bienban.shared.StrictJson;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Enters the sample meetings, the facts of five published reports, into an empty embedded database. */
@ApplicationScoped
class SampleMeetings {
    private static final List<String> FILES =
            List.of("hong-linh-2020", "ha-long-2021", "huong-tra-2021", "kinh-mon-2022", "my-hao-2023");

    private final MeetingEntry entry;
    private final MeetingRepository meetings;
    private final RecordRepository records;
    private final JsonBody bodies;
    private final boolean wanted;

    SampleMeetings(
            MeetingEntry entry,
            MeetingRepository meetings,
            RecordRepository records,
            JsonBody bodies,
            // Only there when the embedded server is used: a server of one's own never gets samples.
            @ConfigProperty(name = "bienban.database.url") Optional<String> embedded,
            @ConfigProperty(name = "bienban.sample-data", defaultValue = "true") boolean asked) {
        this.entry = entry;
        this.meetings = meetings;
        this.records = records;
        this.bodies = bodies;
        this.wanted = asked && embedded.isPresent();
    }

    @Transactional
    void load(@Observes StartupEvent event) {
        if (!wanted || meetings.find("").firstResultOptional().isPresent()) {
            return;
        }
        FILES.forEach(file -> entry.create(read(file)));
        records.settle();
        Log.infof("%d sample meetings were entered", FILES.size());
    }

    private MeetingRecord read(String file) {
        try (var stream = SampleMeetings.class.getResourceAsStream("/sample/" + file + ".json")) {
            return bodies.read(StrictJson.tree(stream.readAllBytes()), MeetingRecord.class);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
