package bienban.indicator;

import bienban.shared.Topic;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the catalogue says of an indicator, where it is shown beside figures. */
@Schema(
        name = "CatalogueEntry",
        description = "What the catalogue says of an indicator, where it is shown beside figures")
public record CatalogueEntry(
        @Schema(required = true, examples = "production_value")
        String code,

        @Schema(required = true) IndicatorRecord.Labels labels,

        @Schema(required = true, examples = "VND") String unit,

        @Schema(required = true) Topic topic,
        @Schema(required = true) Aggregation aggregation,
        @Schema(required = true) Direction direction) {}
