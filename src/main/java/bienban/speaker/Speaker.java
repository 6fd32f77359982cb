package bienban.speaker;

import bienban.record.LifeStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.UUID;

/** A person who took part in meetings. */
@Entity
public class Speaker {
    @Id
    UUID id;

    @Column(columnDefinition = "text")
    String name;

    @Column(name = "place_code", columnDefinition = "text")
    String placeCode;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    LifeStatus status = LifeStatus.published;

    @Column(name = "merged_into")
    UUID mergedInto;

    protected Speaker() {}

    Speaker(UUID id, LifeStatus status) {
        this.id = id;
        this.status = status;
    }

    void take(SpeakerRecord input) {
        status = input.status() == null ? status : input.status();
        name = input.name().strip();
        placeCode = input.place() == null ? null : input.place().code();
    }

    /** A person who starts with a share of this one's record. */
    Speaker split(UUID newId) {
        var other = new Speaker(newId, status);
        other.placeCode = placeCode;
        return other;
    }

    void take(SpeakerSplit input) {
        name = input.name() == null ? name : input.name().strip();
        placeCode = input.place() == null ? placeCode : input.place().code();
        mergedInto = null;
    }
}
