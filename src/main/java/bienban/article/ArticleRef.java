package bienban.article;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The source of a meeting. */
@Schema(
        name = "Source",
        description =
                "An article by its id in `article`, or a new one with title and, where known, address, publisher, authors, date and text. An article with the same address is taken instead of a new one")
public record ArticleRef(
        @Schema(description = "Id of a known article", examples = "01900f5e-2a00-7c3e-9d6a-000000000040")
        UUID article,

        @Size(min = 1, max = 500) String title,

        @Size(max = 2000) @Pattern(regexp = "https?://\\S+") @Schema(examples = "https://example.org/tin/123")
        String url,

        @Size(min = 1, max = 300) String publisher,
        @Size(max = 20) List<@NotNull @NotBlank @Size(max = 100) String> authors,

        @Pattern(regexp = DATE) @Schema(examples = "2022-07-14T10:19:00+07:00")
        String publishedAt,

        @Size(max = 1_000_000) @Schema(writeOnly = true, description = "The text; shown by `GET /v1/articles/{id}`")
        String text) {

    /** A date as stated, with or without a time and its offset. */
    public static final String DATE = "\\d{4}(-\\d{2}(-\\d{2}(T\\d{2}:\\d{2}(:\\d{2})?([+-]\\d{2}:\\d{2}|Z))?)?)?";

    @AssertTrue(message = "id_or_article")
    @Schema(hidden = true)
    public boolean isNamed() {
        return article != null || (title != null && !title.isBlank());
    }
}
