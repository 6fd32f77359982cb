package bienban.indicator.comparison;

import bienban.indicator.ObservationKind;
import bienban.place.Within;
import bienban.shared.PartialDate;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** What a series can be asked. */
public record SeriesQuery(
        @Parameter(description = "Code of the place; may be repeated", example = "292", required = true)
        @RestQuery
        @Size(max = 100)
        List<@Size(max = 24) String> place,

        @Parameter(description = "How far `place` reaches; below it, only places with figures are listed") @RestQuery
        Within within,

        @Parameter(description = "Only periods that end on this date or later", example = "2020")
        @RestQuery
        @PartialDate
        String from,

        @Parameter(description = "Only periods that begin on this date or earlier", example = "2022-06")
        @RestQuery
        @PartialDate
        String to,

        @Parameter(description = "Reached, aimed at or planned; `actual` unless stated", example = "actual") @RestQuery
        List<ObservationKind> kind) {

    List<ObservationKind> kinds() {
        return kind == null || kind.isEmpty() ? List.of(ObservationKind.actual) : kind;
    }
}
