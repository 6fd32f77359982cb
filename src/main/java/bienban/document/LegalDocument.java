package bienban.document;

import bienban.record.LifeStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A document that reports cite. */
@Entity
@Table(name = "legal_document")
public class LegalDocument {
    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    DocumentType type;

    @Column(columnDefinition = "text")
    String number;

    @Column(columnDefinition = "text")
    String title;

    @Column(columnDefinition = "text")
    String issuer;

    @Column(name = "issued_on", columnDefinition = "text")
    String issuedOn;

    @Column(name = "place_code", columnDefinition = "text")
    String placeCode;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    LifeStatus status = LifeStatus.published;

    protected LegalDocument() {}

    LegalDocument(UUID id, LifeStatus status, String placeCode) {
        this.id = id;
        this.status = status;
        this.placeCode = placeCode;
    }

    void take(DocumentRecord input) {
        status = input.status() == null ? status : input.status();
        placeCode = input.place() == null ? placeCode : input.place().code();
        type = input.type();
        number = input.number();
        title = input.title();
        issuer = input.issuer();
        issuedOn = input.issuedOn();
    }
}
