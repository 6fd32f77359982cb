package bienban.contract;

import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The headers that answers bear. */
final class Headers {
    private Headers() {}

    static APIResponse versioned(APIResponse answer) {
        return answer.addHeader(
                        "ETag",
                        text(
                                "Strong: the record's version; what a day adds or `fields` cuts off shows as a checksum after a dot. For `If-None-Match` and `If-Match`"))
                .addHeader("Last-Modified", text("When the content last changed"));
    }

    static Header next() {
        return text("`<path>; rel=\"next\"`, unless this is the last page");
    }

    static APIResponse moved() {
        return OASFactory.createAPIResponse()
                .description("The person was merged into another, to whom `Location` leads")
                .addHeader("Location", location());
    }

    static Header location() {
        return text("The address of the record");
    }

    /** Lists and what is counted and compared over many records; a single record says where it comes from by its origin. */
    static boolean namesStale(PathItem.HttpMethod method, String path, Set<String> records) {
        var first = path.split("/")[2];
        return method == PathItem.HttpMethod.GET
                && ((records.contains(first) && !path.endsWith("}"))
                        || Set.of("exports", "digest", "search").contains(first));
    }

    static Header stale() {
        return text(
                "The followed instances whose records are not up to date here, each with the moment from when on something may be missing: `my-hao;since=\"2026-11-20T02:10:00Z\"`; absent when all are");
    }

    static Header rateLimitPolicy() {
        return text(
                "What is allowed, as `\"key\";q=30000;w=60`: so many units in so many seconds (draft-ietf-httpapi-ratelimit-headers-10). A record costs one unit, a page of a list 5, a write 10");
    }

    static Header rateLimit() {
        return text("What is left of it, as `\"key\";r=29990;t=1`: so many units, and more in so many seconds");
    }

    private static Header text(String description) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
    }
}
