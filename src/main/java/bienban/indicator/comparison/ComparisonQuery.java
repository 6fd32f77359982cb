package bienban.indicator.comparison;

import bienban.indicator.ObservationKind;
import bienban.place.PlaceLevel;
import bienban.shared.ApiException;
import bienban.shared.InputError;
import bienban.shared.Period;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** What a comparison can be asked. */
public record ComparisonQuery(
        @Parameter(
                description =
                        "Exactly this period. Without it, each place's latest: then ranks and a total are given only where all places have the same one",
                example = "2022-01/2022-06")
        @RestQuery
        @Period
        String period,

        @Parameter(
                description = "Codes of the places, separated by commas or repeated. Either this or `within`",
                example = "292,328")
        @RestQuery
        List<@Size(max = 20000) String> places,

        @Parameter(
                description =
                        "All units directly below this place that existed in the period (without a period, today) or have a figure for it",
                example = "30")
        @RestQuery
        @Size(max = 24)
        String within,

        @Parameter(description = "With `within`: all units of this tier anywhere below it, not those directly below")
        @RestQuery
        PlaceLevel level,

        @Parameter(description = "Reached, aimed at or planned; `actual` unless stated", example = "actual") @RestQuery
        ObservationKind kind) {

    /** The codes, each once, in the order in which they were asked for. */
    List<String> placeCodes() {
        return places == null
                ? List.of()
                : places.stream()
                        .flatMap(list -> Stream.of(list.split(",")))
                        .map(String::strip)
                        .filter(code -> !code.isEmpty())
                        .distinct()
                        .toList();
    }

    ObservationKind kindOrActual() {
        return kind == null ? ObservationKind.actual : kind;
    }

    void mustName(int mostPlaces) {
        var codes = placeCodes();
        if (codes.isEmpty() == (within == null)) {
            throw ApiException.invalid(InputError.in("places", "together", "places, within"));
        }
        if (within == null && level != null) {
            throw ApiException.invalid(InputError.in("level", "together", "level, within"));
        }
        if (codes.size() > mostPlaces) {
            throw ApiException.invalid(InputError.in("places", "too_many", mostPlaces));
        }
    }
}
