package bienban.organization;

import bienban.record.LifeStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.UUID;

/** A committee, council or agency of a place. */
@Entity
public class Organization {
    @Id
    UUID id;

    @Column(columnDefinition = "text")
    String name;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    OrganizationKind kind;

    @Column(name = "place_code", columnDefinition = "text")
    String placeCode;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    LifeStatus status = LifeStatus.published;

    protected Organization() {}

    Organization(UUID id, LifeStatus status) {
        this.id = id;
        this.status = status;
    }

    void take(OrganizationRecord input) {
        status = input.status() == null ? status : input.status();
        name = input.name().strip();
        kind = input.kind();
        placeCode = input.place() == null ? null : input.place().code();
    }
}
