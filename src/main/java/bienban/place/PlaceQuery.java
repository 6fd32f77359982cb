package bienban.place;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** What {@code GET /places} can be asked. */
public record PlaceQuery(
        @Parameter(description = "Part of the name; case and diacritics do not matter", example = "kinh mon")
        @RestQuery
        @Size(min = 1, max = 100)
        String name,

        @Parameter(description = "The tier") @RestQuery List<PlaceLevel> level,

        @Parameter(description = "Code of the unit directly above", example = "30") @RestQuery
        List<String> parent,

        @Parameter(description = "Units in the sub-tree of this one, itself included", example = "30") @RestQuery
        List<String> within,

        @Parameter(description = "Units that existed on this day", example = "2022-07-13") @RestQuery
        LocalDate on) {}
