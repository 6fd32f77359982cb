package bienban.meeting;

import bienban.record.LifeStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.UUID;

/** One sitting; what was said and decided in it hangs on it by its id. */
@Entity
public class Meeting {
    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    LifeStatus status = LifeStatus.draft;

    @Column(columnDefinition = "text")
    String title;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    MeetingKind kind;

    Boolean extended;
    Integer ordinal;

    @Column(name = "term_number", columnDefinition = "text")
    String termNumber;

    @Column(name = "term_years", columnDefinition = "text")
    String termYears;

    @Column(name = "held_on", columnDefinition = "text")
    String heldOn;

    @Enumerated(EnumType.STRING)
    @Column(name = "day_part", columnDefinition = "text")
    DayPart dayPart;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    MeetingMode mode;

    @Column(name = "online_links", columnDefinition = "text[]")
    String[] onlineLinks = {};

    @Column(name = "host_id")
    UUID hostId;

    @Column(name = "place_code", columnDefinition = "text")
    String placeCode;

    @Column(name = "review_period", columnDefinition = "text")
    String reviewPeriod;

    protected Meeting() {}

    Meeting(UUID id) {
        this.id = id;
    }

    void take(MeetingRecord input, UUID host) {
        status = input.status() == null ? status : input.status();
        title = input.title();
        kind = input.kind();
        extended = input.extended();
        ordinal = input.ordinal();
        termNumber = input.term() == null ? null : input.term().number();
        termYears = input.term() == null ? null : input.term().years();
        heldOn = input.heldOn();
        dayPart = input.dayPart();
        mode = input.mode();
        onlineLinks = input.onlineLinks() == null
                ? new String[0]
                : input.onlineLinks().toArray(String[]::new);
        hostId = host;
        placeCode = input.place().code();
        reviewPeriod = input.reviewPeriod();
    }
}
