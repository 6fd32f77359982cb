package bienban.article;

import bienban.record.LifeStatus;
import bienban.shared.PartialDate;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** What {@code GET /articles} can be asked. */
public record ArticleQuery(
        @Parameter(description = "Where it was published", example = "https://example.org/tin/123")
        @RestQuery
        @Size(min = 1, max = 2000)
        String url,

        @Parameter(description = "Part of the title; case and diacritics do not matter", example = "hoi nghi")
        @RestQuery
        @Size(min = 1, max = 100)
        String title,

        @Parameter(description = "Published on this date or later; `2022`, `2022-07` or `2022-07-14`", example = "2022")
        @RestQuery
        @PartialDate
        String publishedFrom,

        @Parameter(description = "Published on this date or earlier", example = "2023-06") @RestQuery @PartialDate
        String publishedTo,

        @Parameter(description = "State of the record; other than `published` for editors only") @RestQuery
        List<LifeStatus> status) {

    public boolean asksForUnpublished() {
        return status != null && status.stream().anyMatch(s -> s != LifeStatus.published);
    }
}
