package bienban.exchange.load;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A row that was not taken, and why. */
@Schema(name = "RefusedRow", description = "A row that was not taken, and why")
public record RefusedRow(
        @Schema(
                required = true,
                description = "Number of the line at which the row begins; the first is 1",
                examples = "17")
        long line,

        @Schema(required = true, description = "All that is wrong with it")
        List<Fault> errors) {

    /** One fault of a row. */
    @Schema(name = "RowError", description = "One fault of a row")
    public record Fault(
            @Schema(
                    required = true,
                    description = "JSON pointer into the row, in CSV too; empty for the row as a whole",
                    examples = "/place/code")
            String pointer,

            @Schema(
                    required = true,
                    description = "Stable code: that of an error or, where the whole row is refused, of a problem",
                    examples = "unknown_reference")
            String code,

            @Schema(required = true, examples = "Không có place 99999.")
            String detail) {}
}
