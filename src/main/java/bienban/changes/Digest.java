package bienban.changes;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a whole copy must come to. */
@Schema(description = "What a whole copy must come to")
record Digest(
        @Schema(required = true, examples = "meetings") String type,

        @Schema(required = true, description = "The position of the feed whose state this is")
        String at,

        @Schema(required = true, description = "Only groups that hold something, in their order")
        List<Part> groups) {

    /** Count and digest of one group. */
    @Schema(name = "DigestGroup", description = "Count and digest of one group")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Part(
            @Schema(
                    description = "Code of the place, with `by=place`; absent for records that bear none",
                    examples = "292")
            String place,

            @Schema(description = "Month in which the records were created, with `by=month`", examples = "2024-03")
            String month,

            @Schema(required = true, description = "How many published records", examples = "12")
            long count,

            @Schema(
                    required = true,
                    description =
                            "SHA-256, in hexadecimal, over the SHA-256 hashes (32 bytes each) of the records' canonical JSON, one after the other in the order of the ids' bytes",
                    pattern = "^[0-9a-f]{64}$",
                    examples = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
            String digest) {}
}
