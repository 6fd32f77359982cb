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

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    LifeStatus status = LifeStatus.published;

    protected Article() {}

    Article(UUID id, LifeStatus status) {
        this.id = id;
        this.status = status;
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
