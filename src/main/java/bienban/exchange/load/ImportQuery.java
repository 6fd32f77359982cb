package bienban.exchange.load;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** What a file is, and what is to be done with it. */
public record ImportQuery(
        @Parameter(description = "The kind of record that each row is", required = true, example = "observations")
        @RestQuery
        @NotNull
        ImportType type,

        @Parameter(
                description = "`allOrNothing`: one bad row, and nothing is written. `skipInvalid`: the others are"
                        + " written. The first unless stated")
        @RestQuery
        ImportMode mode,

        @Parameter(description = "Tell what would happen, and change nothing", example = "true") @RestQuery
        Boolean dryRun,

        @Parameter(
                description =
                        "Whose names the `externalId`s of the rows are, e.g. the system that the file comes" + " from")
        @RestQuery
        @Size(min = 1, max = 100)
        String origin) {

    ImportMode modeOrDefault() {
        return mode == null ? ImportMode.allOrNothing : mode;
    }
}
