package bienban.security.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * One line of the audit log.
 *
 * @param event {@code write}, {@code read} or {@code authentication} for requests; {@code job} for what is done without one
 * @param outcome {@code granted}, {@code refused} or {@code failed}; of a job {@code done}, {@code failed} or {@code cancelled}
 * @param subject who: {@code key:<id>}, {@code oidc:<sub>}, {@code admin-key}, {@code anonymous}; {@code system:<job>}, {@code upstream:<name>}
 * @param path the operation's path with its parameters' names; absent where no operation was reached
 * @param changed how many records, or changes of the feed, a job wrote or removed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuditLine(
        String time,
        String event,
        String outcome,
        String subject,
        String role,
        String address,
        String method,
        String path,
        String operation,
        Integer status,
        String record,
        String version,
        Long changed) {

    /** What is no plain ASCII is escaped, so that nothing in a value looks like the end of the line to any reader. */
    private static final ObjectMapper WRITER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    String json() {
        try {
            return WRITER.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
