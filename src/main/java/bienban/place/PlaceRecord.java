package bienban.place;

import bienban.record.Origin;
import bienban.record.RecordStatus;
import bienban.record.Retraction;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An administrative unit as it is answered. */
@Schema(name = "Place", description = "An administrative unit, which exists for a time")
public record PlaceRecord(
        @Schema(required = true, description = "The same as `code`", examples = "292")
        String id,

        @Schema(required = true) Integer version,
        @Schema(required = true) RecordStatus status,

        @Schema(
                required = true,
                type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING,
                format = "date-time")
        Instant createdAt,

        @Schema(
                required = true,
                type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING,
                format = "date-time")
        Instant updatedAt,

        @Schema(readOnly = true) Origin origin,
        @Schema(readOnly = true) Retraction retraction,

        @NotNull
        @Pattern(regexp = "[0-9A-Za-z@.-]{1,24}")
        @Schema(required = true, description = "Official code of the General Statistics Office", examples = "292")
        String code,

        @NotBlank @Size(max = 300) @Schema(required = true, examples = "Thị xã Kinh Môn")
        String name,

        @NotNull @Schema(required = true) PlaceLevel level,
        @Valid @Schema(description = "The unit above") PlaceRef parent,

        @Schema(description = "First day on which the unit existed", examples = "2019-11-01")
        LocalDate validFrom,

        @Schema(description = "First day on which it existed no more", examples = "2025-07-01")
        LocalDate validTo,

        @Schema(required = true, description = "What it came from")
        List<@NotNull @Valid Succession> predecessors,

        @Schema(required = true, description = "What it was merged into, split into or renamed to")
        List<Succession> successors) {

    /** A unit that came before or after. */
    @Schema(name = "PlaceSuccession", description = "A unit that came before or after")
    public record Succession(
            @NotNull @Schema(required = true, examples = "30")
            String code,

            @Schema(required = true, examples = "Tỉnh Hải Dương")
            String name,

            @NotNull @Schema(required = true, examples = "2025-07-01")
            LocalDate effectiveOn) {}
}
