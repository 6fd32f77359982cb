package bienban.indicator;

import bienban.place.Within;
import bienban.record.LifeStatus;
import bienban.shared.Period;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** What {@code GET /observations} can be asked; an absent part is no restriction. */
public record ObservationQuery(
        @Parameter(description = "Code of the indicator", example = "production_value") @RestQuery
        List<@Size(max = 100) String> indicator,

        @Parameter(description = "With the indicators that are parts of `indicator`, at any depth", example = "true")
        @RestQuery
        Boolean indicatorSubtree,

        @Parameter(description = "Code of the place it is about", example = "292") @RestQuery
        List<@Size(max = 24) String> place,

        @Parameter(description = "How far `place` reaches") @RestQuery
        Within within,

        @Parameter(
                description =
                        "Figures whose period has a day in common with this one: `2022`, `2022-07` or `2022-01/2022-06`. A figure without a stated period fits none",
                example = "2022")
        @RestQuery
        @Period
        String period,

        @Parameter(description = "Reached, aimed at or planned", example = "actual") @RestQuery
        List<ObservationKind> kind,

        @Parameter(description = "What a check found", example = "malformed_number") @RestQuery
        List<Flag> flag,

        @Parameter(description = "Id of the meeting that states it", example = "01900f5e-2a00-7c3e-9d6a-6f1d2b7c4e10")
        @RestQuery
        List<UUID> meeting,

        @Parameter(description = "Only estimates, or only what is no estimate", example = "true") @RestQuery
        Boolean estimated,

        @Parameter(description = "State of the record; other than `published` for editors only") @RestQuery
        List<LifeStatus> status) {

    public boolean asksForUnpublished() {
        return status != null && status.stream().anyMatch(s -> s != LifeStatus.published);
    }
}
