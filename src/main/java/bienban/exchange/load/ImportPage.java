package bienban.exchange.load;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Pages of jobs and of refused rows. */
final class ImportPage {
    private ImportPage() {}

    /** What is asked of a page. */
    public record Query(
            @Parameter(description = "How many a page holds; 20 unless stated") @RestQuery @Min(1) @Max(200)
            Integer limit,

            @Parameter(description = "Where to go on: the `cursor` of the last answer's `next`") @RestQuery @Min(0)
            Long cursor) {
        int size() {
            return limit == null ? 20 : limit;
        }
    }

    /** One page of jobs. */
    @Schema(name = "ImportPage", description = "One page of jobs, the latest first")
    public record Jobs(
            @Schema(required = true) List<ImportJob> items,

            @Schema(description = "Path of the next page; absent on the last")
            String next) {}

    /** One page of refused rows. */
    @Schema(name = "RefusedRowPage", description = "One page of refused rows, in the order of the file")
    public record Refused(
            @Schema(required = true) List<RefusedRow> items,

            @Schema(description = "Path of the next page; absent on the last")
            String next) {}

    /** What a list of one row more than asked for comes to. */
    static <T> List<T> cut(List<T> rows, int size) {
        return rows.size() > size ? rows.subList(0, size) : rows;
    }
}
