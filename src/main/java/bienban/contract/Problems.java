package bienban.contract;

import bienban.shared.Messages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** The refusals, each described once and referred to. */
final class Problems {
    private static final Map<Integer, String> NAMES = new TreeMap<>(Map.ofEntries(
            Map.entry(400, "InvalidRequest"),
            Map.entry(401, "CredentialsNeeded"),
            Map.entry(403, "NotAllowed"),
            Map.entry(404, "NotFound"),
            Map.entry(406, "NotAcceptable"),
            Map.entry(408, "TooSlow"),
            Map.entry(409, "Conflict"),
            Map.entry(410, "Gone"),
            Map.entry(412, "PreconditionFailed"),
            Map.entry(413, "TooLarge"),
            Map.entry(414, "AddressTooLong"),
            Map.entry(415, "UnsupportedMediaType"),
            Map.entry(422, "IdempotencyKeyReused"),
            Map.entry(428, "PreconditionRequired"),
            Map.entry(429, "TooManyRequests"),
            Map.entry(431, "HeadersTooLarge"),
            Map.entry(500, "InternalError"),
            Map.entry(503, "Unavailable")));
    /** The code that the example of each status shows. */
    private static final Map<Integer, String> CODES = Map.ofEntries(
            Map.entry(400, "invalid-request"),
            Map.entry(401, "credentials-needed"),
            Map.entry(403, "not-allowed"),
            Map.entry(404, "not-found"),
            Map.entry(406, "not-acceptable"),
            Map.entry(408, "too-slow"),
            Map.entry(409, "conflicts-with-record"),
            Map.entry(410, "gone"),
            Map.entry(412, "precondition-failed"),
            Map.entry(413, "too-large"),
            Map.entry(414, "address-too-long"),
            Map.entry(415, "unsupported-media-type"),
            Map.entry(422, "idempotency-key-reused"),
            Map.entry(428, "precondition-required"),
            Map.entry(429, "too-many-requests"),
            Map.entry(431, "headers-too-large"),
            Map.entry(500, "internal-error"),
            Map.entry(503, "database-unavailable"));

    private static final Map<Integer, String> MEANINGS = Map.ofEntries(
            Map.entry(400, "The request has faults; `errors` lists them all. Nothing was changed"),
            Map.entry(401, "No valid key was sent"),
            Map.entry(
                    403,
                    "The role of the key, or its places, do not reach so far; or writing is closed, because there is no key at all. Nothing was changed"),
            Map.entry(404, "There is no such record, or it is not to be seen"),
            Map.entry(406, "Only `application/json` is to be had"),
            Map.entry(408, "The body did not arrive in time. Nothing was changed"),
            Map.entry(409, "In conflict with what is recorded; the rule is named. Nothing was changed"),
            Map.entry(
                    410,
                    "The record was deleted or retracted; of the feed: it does not go on from there without a gap (`resync-needed`)"),
            Map.entry(412, "The record is at another version than `If-Match` names. Nothing was changed"),
            Map.entry(413, "The body is over the limit"),
            Map.entry(414, "The address is longer than 8192 characters"),
            Map.entry(415, "The body is of a type, or packed in a way, that cannot be read"),
            Map.entry(422, "The `Idempotency-Key` was used with another body"),
            Map.entry(428, "`If-Match` is missing"),
            Map.entry(
                    429,
                    "All that `RateLimit-Policy` allows is used up; `Retry-After` says when to try again. Nothing was changed"),
            Map.entry(431, "The headers are together larger than 16384 bytes"),
            Map.entry(500, "A fault of the system; it has been logged"),
            Map.entry(503, "The database does not answer for now; `Retry-After` says when to try again"));

    private Problems() {}

    static void addTo(Components components) {
        NAMES.forEach((status, name) -> components.addResponse(name, answer(status)));
    }

    private static APIResponse answer(int status) {
        var answer = OASFactory.createAPIResponse()
                .description(MEANINGS.get(status))
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/problem+json",
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("Problem"))
                                        .example(example(status))));
        if (status == 429) {
            answer.addHeader("RateLimit-Policy", Headers.rateLimitPolicy()).addHeader("RateLimit", Headers.rateLimit());
        }
        if (status == 415) {
            answer.addHeader(
                    "Accept-Encoding",
                    OASFactory.createHeader()
                            .description("As what the body may be packed, where its `Content-Encoding` is another")
                            .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING)));
        }
        if (status == 429 || status == 503) {
            answer.addHeader(
                    "Retry-After",
                    OASFactory.createHeader()
                            .description("Seconds to wait")
                            .schema(OASFactory.createSchema().addType(Schema.SchemaType.INTEGER)));
        }
        return answer;
    }

    private static Map<String, Object> example(int status) {
        var code = CODES.get(status);
        var example = new LinkedHashMap<String, Object>();
        example.put("type", "urn:bienban:problem:" + code);
        example.put("title", vietnamese("problem." + code + ".title"));
        example.put("status", status);
        if (status == 400) {
            example.put("detail", vietnamese("problem." + code + ".detail", 1));
            example.put("errors", List.of(fault()));
        }
        return example;
    }

    private static Map<String, Object> fault() {
        var fault = new LinkedHashMap<String, Object>();
        fault.put("pointer", "/directives/0/text");
        fault.put("code", "required");
        fault.put("detail", vietnamese("error.required"));
        return fault;
    }

    private static String vietnamese(String key, Object... arguments) {
        return Messages.text(Messages.VIETNAMESE, key, List.of(arguments));
    }

    static void refer(APIResponses answers, int status) {
        answers.addAPIResponse(
                String.valueOf(status), OASFactory.createAPIResponse().ref(NAMES.get(status)));
    }
}
