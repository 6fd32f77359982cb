package bienban.extraction;

import java.time.OffsetDateTime;

/** An article as it was posted: text or html, and what the sender knows of it; a null part is unknown. */
public record ArticleInput(String text, String html, String url, String title, String publishedAt, String place) {

    public static ArticleInput ofText(String text) {
        return new ArticleInput(text, null, null, null, null, null);
    }

    public static ArticleInput ofHtml(String html) {
        return new ArticleInput(null, html, null, null, null, null);
    }

    public ArticleInput publishedAt(OffsetDateTime moment) {
        return new ArticleInput(text, html, url, title, moment.toString(), place);
    }
}
