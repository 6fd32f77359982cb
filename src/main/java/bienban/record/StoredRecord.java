package bienban.record;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A record as it stands: its document, ready to be answered. Written by the database only. */
@Entity
@Immutable
@Table(name = "record")
public class StoredRecord {
    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    RecordKind kind;

    @Column(columnDefinition = "text")
    String key;

    int version;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    RecordStatus status;

    @Column(name = "home_code", columnDefinition = "text")
    String homeCode;

    @Column(columnDefinition = "text")
    String document;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Column(name = "merged_into")
    UUID mergedInto;

    @Column(name = "published_once")
    boolean publishedOnce;

    @Column(name = "origin_instance")
    UUID originInstance;

    protected StoredRecord() {}

    public UUID id() {
        return id;
    }

    public String key() {
        return key;
    }

    public RecordStatus status() {
        return status;
    }

    /** The place whose office keeps it; null when it belongs to all. */
    public String home() {
        return homeCode;
    }

    public int version() {
        return version;
    }

    public String document() {
        return document;
    }
}
