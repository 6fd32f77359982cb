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

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    LifeStatus status = LifeStatus.published;

    protected LegalDocument() {}

    LegalDocument(UUID id) {
        this.id = id;
    }

    void take(DocumentRecord input) {
        type = input.type();
        number = input.number();
        title = input.title();
        issuer = input.issuer();
        issuedOn = input.issuedOn();
    }
}
