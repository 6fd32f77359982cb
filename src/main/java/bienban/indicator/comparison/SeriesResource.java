package bienban.indicator.comparison;

import bienban.security.Allowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/indicators/{code}/series")
@Tag(name = "Indicators")
class SeriesResource {
    private final SeriesRepository figures;

    SeriesResource(SeriesRepository figures) {
        this.figures = figures;
    }

    @GET
    @Allowed
    @Operation(
            operationId = "getIndicatorSeries",
            summary = "One indicator over time",
            description =
                    "For each place, the published figures ordered by period. Where several meetings state the same period, the latest meeting's figure is the point and the others are its `revisions`. Figures without a stated period are left out. At most 2000 figures: ask for fewer places or a shorter time beyond that (400).")
    public Series series(@RestPath String code, @BeanParam @Valid SeriesQuery query) {
        return figures.series(code, query);
    }
}
