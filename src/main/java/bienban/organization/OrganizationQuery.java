package bienban.organization;

import bienban.place.Within;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** What {@code GET /organizations} can be asked. */
public record OrganizationQuery(
        @Parameter(description = "Part of the name; case and diacritics do not matter", example = "thi uy")
        @RestQuery
        @Size(min = 1, max = 100)
        String name,

        @Parameter(description = "The kind of body") @RestQuery
        List<OrganizationKind> kind,

        @Parameter(description = "Code of the place it belongs to", example = "292") @RestQuery
        List<String> place,

        @Parameter(description = "How far `place` reaches") @RestQuery
        Within within) {}
