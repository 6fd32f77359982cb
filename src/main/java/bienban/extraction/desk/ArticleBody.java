package bienban.extraction.desk;

import bienban.article.ArticleRef;
import bienban.extraction.ArticleInput;
import bienban.shared.ApiException;
import bienban.shared.Input;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An article as it is posted. */
@Schema(
        name = "ArticleBody",
        description =
                "An article as published: its text or its page, and what is known of it. What is not stated is read from the text where it stands there")
public record ArticleBody(
        @Schema(
                description =
                        "The text as published, in any Unicode form, up to 1 MB; what stands around the report may stay")
        String text,

        @Schema(description = "In place of `text`: the page's HTML")
        String html,

        @Size(max = 2000)
        @Pattern(regexp = "https?://\\S+")
        @Schema(description = "Where it was published", examples = "https://example.org/tin/123")
        String url,

        @Size(min = 1, max = 500) @Schema(description = "Its headline, where the text does not hold it")
        String title,

        @Size(min = 1, max = 300) @Schema(examples = "Cổng thông tin điện tử thị xã Kinh Môn")
        String publisher,

        @Pattern(regexp = ArticleRef.DATE)
        @Schema(description = "ISO 8601, a date or a date with time and offset", examples = "2022-07-14T10:19:00+07:00")
        String publishedAt,

        @Size(min = 1, max = 24)
        @Schema(
                description =
                        "Code of the place whose body met; else it is looked for by the name that the text states",
                examples = "292")
        String place)
        implements Input {
    /** Largest text, in bytes of UTF-8. */
    static final int LARGEST = 1_048_576;

    @AssertTrue(message = "text_or_html")
    @Schema(hidden = true)
    public boolean isOneText() {
        return (text == null) != (html == null) && !(text == null ? html : text).isBlank();
    }

    /** For the readers; 413 when it is too large. */
    ArticleInput toRead() {
        mustFit(text);
        return new ArticleInput(text, html, url, title, publishedAt, place);
    }

    public static void mustFit(String text) {
        if (text != null && text.length() > LARGEST / 4 && text.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            throw ApiException.tooLarge(LARGEST);
        }
    }
}
