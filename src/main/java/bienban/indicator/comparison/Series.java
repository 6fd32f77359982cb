package bienban.indicator.comparison;

import bienban.indicator.CatalogueEntry;
import bienban.place.PlaceRef;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One indicator over time, for each place. */
@Schema(name = "Series", description = "One indicator over time, for each place")
public record Series(
        @Schema(required = true) CatalogueEntry indicator,

        @Schema(required = true, description = "One for each place, ordered by its code")
        List<OfPlace> series) {

    /** The points of one place. */
    @Schema(name = "PlaceSeries", description = "The points of one place")
    public record OfPlace(
            @Schema(required = true) PlaceRef place,

            @Schema(required = true, description = "Ordered by the last day of their periods, then by the first")
            List<StatedFigure> points) {}
}
