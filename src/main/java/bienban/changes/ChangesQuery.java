package bienban.changes;

import bienban.place.Within;
import bienban.record.RecordKind;
import bienban.shared.ApiException;
import bienban.shared.InputError;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** What the feed can be asked; an absent part is no restriction. */
public record ChangesQuery(
        @Parameter(
                description =
                        "Where to go on: the `next` of the last page, the `id` of a change, or the `Feed-Cursor` of an export. `now` starts at the present; without it the feed starts at its beginning")
        @RestQuery
        String since,

        @Parameter(
                description =
                        "Only these types of records: `meetings`, `speakers`, `directives`, `observations`, `organizations`, `documents`, `places`, `indicators`, `articles`; repeated, or separated by commas",
                example = "meetings,directives")
        @RestQuery
        List<String> types,

        @Parameter(
                description =
                        "Code of a place: only what lies there, and what has moved away from there. Records that bear no place, as indicators, come along",
                example = "30")
        @RestQuery
        List<String> place,

        @Parameter(description = "How far `place` reaches; `subtree` unless stated") @RestQuery
        Within within,

        @Parameter(description = "`record` adds each record as it is now") @RestQuery
        String include,

        @Parameter(description = "How many changes a page holds at most; 100 unless stated")
        @RestQuery
        @Min(1)
        @Max(1000)
        Integer limit) {
    private static final String RECORD = "record";

    int pageSize() {
        return limit == null ? 100 : limit;
    }

    boolean withRecords() {
        if (include != null && !include.equals(RECORD)) {
            throw ApiException.invalid(InputError.in("include", "unknown_name", include, List.of(RECORD)));
        }
        return include != null;
    }

    List<RecordKind> kinds() {
        return types == null ? List.of() : RecordTypes.read("types", types);
    }
}
