package bienban.directive;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** How {@code GET /directives/summary} groups what it counts. */
public record SummaryQuery(
        @Parameter(description = "What to group by; `place` unless stated") @RestQuery
        SummaryBy by,

        @Parameter(description = "The most groups to show; 1000 unless stated") @RestQuery @Min(1) @Max(5000)
        Integer limit) {

    public SummaryQuery {
        by = by == null ? SummaryBy.place : by;
    }

    int most() {
        return limit == null ? 1000 : limit;
    }
}
