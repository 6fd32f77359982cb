package bienban.extraction.desk.quality;

import bienban.place.Within;
import bienban.shared.PartialDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** What {@code GET /extractions/quality} can be asked. */
public record QualityQuery(
        @Parameter(
                description = "Drafts made on this day or later; `2026`, `2026-11` or `2026-11-20`",
                example = "2026")
        @RestQuery
        @PartialDate
        String from,

        @Parameter(description = "Drafts made on this day or earlier", example = "2026-12") @RestQuery @PartialDate
        String to,

        @Parameter(description = "Code of the meeting's place", example = "292") @RestQuery
        List<String> place,

        @Parameter(description = "How far `place` reaches") @RestQuery
        Within within) {}
