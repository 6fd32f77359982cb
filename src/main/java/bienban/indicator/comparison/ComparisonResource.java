package bienban.indicator.comparison;

import bienban.security.Allowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/indicators/{code}/comparison")
@Tag(name = "Indicators")
class ComparisonResource {
    private final ComparisonRepository figures;

    ComparisonResource(ComparisonRepository figures) {
        this.figures = figures;
    }

    @GET
    @Allowed
    @Operation(
            operationId = "compareIndicator",
            summary = "One indicator over places",
            description =
                    "One row for each place, with the figure that the latest meeting states for the period, in the indicator's own unit. Places without a figure are listed as missing. At most 500 places.")
    public Comparison comparison(@RestPath String code, @BeanParam @Valid ComparisonQuery query) {
        return figures.comparison(code, query);
    }
}
