package bienban.security.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * One line of the audit log.
 *
 * @param event {@code write}, {@code read} or {@code authentication}
 * @param outcome {@code granted}, {@code refused} or {@code failed}
 * @param subject who: {@code key:<id>}, {@code oidc:<sub>}, {@code admin-key}, {@code anonymous}
 * @param path the operation's path with its parameters' names; absent where no operation was reached
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
        int status,
        String record,
        String version) {

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
