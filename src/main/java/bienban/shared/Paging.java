package bienban.shared;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** What every list can be asked beside its filters. */
public record Paging(
        @Parameter(
                description =
                        "How many records a page holds; 20 unless stated. Times one more than the parts asked for with `include` at most 1000")
        @RestQuery
        @Min(1)
        @Max(200)
        Integer limit,

        @Parameter(
                description =
                        "Where to go on: the `cursor` of the last answer's `next`. It belongs to its filters and sort")
        @RestQuery
        @Size(max = 2000)
        String cursor,

        @Parameter(description = "The order: a field's name, `-` before it for descending. Ties are ordered by id")
        @RestQuery
        String sort,

        @Parameter(description = "Only these members of each record, separated by commas") @RestQuery
        String fields,

        @Parameter(
                description =
                        "Further members of each record, separated by commas; they are left out of lists unless asked for")
        @RestQuery
        String include,

        @Parameter(description = "Also count all records that fit, as `total`. Costs more than the page") @RestQuery
        Boolean count) {

    public int pageSize() {
        return limit == null ? 20 : limit;
    }

    public boolean counting() {
        return Boolean.TRUE.equals(count);
    }

    public List<String> fieldNames() {
        return names(fields);
    }

    public List<String> includeNames() {
        return names(include);
    }

    static List<String> names(String list) {
        return list == null ? List.of() : List.of(list.split(",", -1));
    }
}
