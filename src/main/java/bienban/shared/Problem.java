package bienban.shared;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** RFC 9457: why a request was refused, and what to do. */
@Schema(name = "Problem", description = "RFC 9457: why a request was refused, and what to do")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        @Schema(
                required = true,
                description = "Stable name of the kind of problem, `urn:bienban:problem:` and a code",
                examples = "urn:bienban:problem:invalid-request")
        String type,

        @Schema(required = true, examples = "Yêu cầu không hợp lệ")
        String title,

        @Schema(required = true, minimum = "400", maximum = "599", examples = "400")
        int status,

        @Schema(description = "What to do, in the language asked for")
        String detail,

        @Schema(description = "The path that was asked for", examples = "/v1/meetings")
        String instance,

        @Schema(description = "All faults of the input at once")
        List<Fault> errors,

        @Schema(
                description = "Why the record was taken back; with `retracted` only",
                examples = "Nhập nhầm biên bản của đơn vị khác.")
        String reason) {

    /** One fault of the input. */
    @Schema(name = "ProblemError", description = "One fault of the input")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Fault(
            @Schema(description = "JSON pointer into the body", examples = "/directives/0/text")
            String pointer,

            @Schema(description = "Name of the query parameter or header", examples = "sort")
            String parameter,

            @Schema(required = true, description = "Stable code of the fault", examples = "required")
            String code,

            @Schema(required = true, examples = "Thiếu giá trị bắt buộc.")
            String detail) {}
}
