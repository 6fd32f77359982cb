package bienban.place;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;

/** An administrative unit. */
@Entity
@Immutable
public class Place {
    @Id
    @Column(columnDefinition = "text")
    String code;

    @Column(columnDefinition = "text")
    String name;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    PlaceLevel level;

    @Column(name = "parent_code", columnDefinition = "text")
    String parentCode;

    @Column(name = "valid_from")
    LocalDate validFrom;

    @Column(name = "valid_to")
    LocalDate validTo;

    protected Place() {}
}
