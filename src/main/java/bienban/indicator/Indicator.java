package bienban.indicator;

import bienban.shared.Topic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

/** A named measure in the catalogue. */
@Entity
public class Indicator {
    @Id
    @Column(columnDefinition = "text")
    String code;

    @Column(name = "label_vi", columnDefinition = "text")
    String labelVi;

    @Column(name = "label_en", columnDefinition = "text")
    String labelEn;

    @Column(columnDefinition = "text")
    String unit;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    Topic topic;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    Aggregation aggregation;

    @Column(name = "parent_code", columnDefinition = "text")
    String parentCode;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    Direction direction = Direction.none;

    protected Indicator() {}

    Indicator(String code) {
        this.code = code;
    }

    void take(IndicatorRecord input) {
        labelVi = input.labels().vi().strip();
        labelEn = input.labels().en().strip();
        unit = input.unit().strip();
        topic = input.topic();
        aggregation = input.aggregation();
        parentCode = input.parent();
        direction = input.direction() == null ? Direction.none : input.direction();
    }
}
