package bienban.indicator;

import bienban.shared.Topic;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** What {@code GET /indicators} can be asked. */
public record IndicatorQuery(
        @Parameter(
                description = "Part of the code or of a label in either language; case and diacritics do not matter",
                example = "gia tri san xuat")
        @RestQuery
        @Size(min = 1, max = 100)
        String q,

        @Parameter(description = "What it is about", example = "economy") @RestQuery
        List<Topic> topic,

        @Parameter(description = "Its unit", example = "VND") @RestQuery
        List<@Size(max = 30) String> unit,

        @Parameter(description = "Code of the indicator that it is directly a part of", example = "production_value")
        @RestQuery
        List<@Size(max = 100) String> parent) {}
