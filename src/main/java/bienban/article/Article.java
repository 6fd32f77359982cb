package bienban.article;

import bienban.record.LifeStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.UUID;

/** A source text. */
@Entity
public class Article {
    @Id
    UUID id;

    @Column(columnDefinition = "text")
    String url;

    @Column(columnDefinition = "text")
    String title;

    @Column(columnDefinition = "text")
    String publisher;

    @Column(columnDefinition = "text[]")
    String[] authors;

    @Column(name = "published_at", columnDefinition = "text")
    String publishedAt;

    @Column(columnDefinition = "text")
    String text;

    @Column(name = "place_code", columnDefinition = "text")
    String placeCode;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    LifeStatus status = LifeStatus.published;

    protected Article() {}

    Article(UUID id, LifeStatus status, String placeCode) {
        this.id = id;
        this.status = status;
        this.placeCode = placeCode;
    }

    /** What stays as it is unless it is stated. */
    void keep(LifeStatus stated, String place) {
        status = stated == null ? status : stated;
        placeCode = place == null ? placeCode : place;
    }

    void take(ArticleRef input) {
        url = input.url();
        title = input.title();
        publisher = input.publisher();
        authors = input.authors() == null ? new String[0] : input.authors().toArray(String[]::new);
        publishedAt = input.publishedAt();
        text = input.text();
    }
}
