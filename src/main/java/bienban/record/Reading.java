package bienban.record;

import bienban.security.Caller;
import bienban.shared.ApiException;
import bienban.shared.Paging;
import bienban.shared.StrictJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.zip.CRC32;

/** Answers records and lists of records, as they are stored or cut to what was asked for. */
@ApplicationScoped
@Transactional
public class Reading {
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    /** What makes a list another list when it differs; the rest of the parameters only change how it is shown. */
    private static final Set<String> NOT_A_FILTER = Set.of("cursor", "limit", "fields", "include", "count", "sort");

    private final RecordRepository records;
    private final Caller caller;
    private final UriInfo uri;
    private final HttpHeaders headers;

    Reading(RecordRepository records, Caller caller, UriInfo uri, HttpHeaders headers) {
        this.records = records;
        this.caller = caller;
        this.uri = uri;
        this.headers = headers;
    }

    public Response one(RecordKind kind, String key, Shape shape, String fields) {
        return one(kind, key, shape, fields, Derived.NOTHING);
    }

    public Response one(RecordKind kind, String key, Shape shape, String fields, Derived derived) {
        var wanted = shape.wantedOf(new Paging(null, null, null, fields, null, null).fieldNames());
        return seen(
                kind,
                key,
                derived,
                found -> readOrKnown(found, shown(found.document(), found.derived(), wanted, derived)));
    }

    private Response readOrKnown(RecordRepository.Found found, String body) {
        return matches(etag(found, body)) ? described(Response.notModified(), found, body) : answer(200, found, body);
    }

    /** What hangs on a record is seen by whoever sees the record. */
    public Response part(RecordKind kind, String key, Supplier<Response> part) {
        return seen(kind, key, Derived.NOTHING, found -> part.get());
    }

    /** As {@link #part}, and the history of what was deleted stays for those who kept it. */
    public Response past(RecordKind kind, String key, Supplier<Response> part) {
        var found = find(kind, key, Derived.NOTHING);
        var standing = found.standing();
        return standing.status() == RecordStatus.deleted && standing.isKeptHere()
                ? part.get()
                : seen(kind, key, found, all -> part.get());
    }

    /** A document as it was stored, whatever has become of it. A purge may change it, so that its tag bears a checksum. */
    public Response stored(int version, Instant changedAt, String document) {
        return readOrKnown(new RecordRepository.Found(version, "", changedAt, null, null, null), document);
    }

    private RecordRepository.Found find(RecordKind kind, String key, Derived derived) {
        return records.find(kind, key, caller.scope(), derived)
                .orElseThrow(() -> ApiException.notFound(kind.name(), key));
    }

    private Response seen(
            RecordKind kind, String key, Derived derived, Function<RecordRepository.Found, Response> answer) {
        return seen(kind, key, find(kind, key, derived), answer);
    }

    private Response seen(
            RecordKind kind,
            String key,
            RecordRepository.Found found,
            Function<RecordRepository.Found, Response> answer) {
        records.mustSee(found.standing(), kind, key);
        if (found.standing().status() == RecordStatus.merged) {
            return Response.status(308)
                    .location(survivor(kind.path(key), kind.path(found.mergedInto())))
                    .build();
        }
        return answer.apply(found);
    }

    /** The same question about the record that the one asked for was merged into. */
    private URI survivor(String path, String merged) {
        var asked = uri.getRequestUri();
        var query = asked.getRawQuery();
        return URI.create(asked.getRawPath().replace(path, merged) + (query == null ? "" : "?" + query));
    }

    Response written(int status, RecordKind kind, String key, Derived derived) {
        var found = records.find(kind, key, caller.scope(), derived).orElseThrow();
        if (found.standing().status() == RecordStatus.retracted && records.isPurged(kind, key)) {
            return Response.noContent().build();
        }
        var answer = answer(status, found, shown(found.document(), found.derived(), null, derived));
        return status == 201
                ? Response.fromResponse(answer)
                        .location(URI.create(kind.path(key)))
                        .build()
                : answer;
    }

    private Response answer(int status, RecordRepository.Found found, String body) {
        return described(Response.status(status).entity(body).type("application/json"), found, body);
    }

    private static Response described(Response.ResponseBuilder answer, RecordRepository.Found found, String body) {
        return answer.header(HttpHeaders.ETAG, etag(found, body))
                .header(HttpHeaders.LAST_MODIFIED, HTTP_DATE.format(found.updatedAt()))
                .header(HttpHeaders.VARY, "Authorization")
                .build();
    }

    private boolean matches(String etag) {
        var known = headers.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        return known != null
                && (known.trim().equals("*")
                        || Arrays.stream(known.trim().split("\\s*,\\s*"))
                                .anyMatch(k -> k.equals(etag) || k.equals("W/" + etag)));
    }

    /** The version; where more or less is shown than is stored, a checksum of what is shown follows, because a strong tag stands for the very bytes. */
    private static String etag(RecordRepository.Found found, String body) {
        if (body.equals(found.document())) {
            return "\"" + found.version() + "\"";
        }
        var sum = new CRC32();
        sum.update(body.getBytes(StandardCharsets.UTF_8));
        return "\"%d.%08x\"".formatted(found.version(), sum.getValue());
    }

    public Response page(Listing listing, Paging paging, Shape shape) {
        return page(listing, paging, shape, Derived.NOTHING);
    }

    /** One statement for the page, one more when the total is asked for. */
    public Response page(Listing listing, Paging paging, Shape shape, Derived derived) {
        var wanted = shape.wanted(paging);
        var order = listing.order(paging);
        var identity = identity(order.name());
        var idIsUuid = listing.kind() != RecordKind.place && listing.kind() != RecordKind.indicator;
        var cursor = paging.cursor() == null
                ? null
                : Cursor.read(paging.cursor(), identity, order.sort().type(), idIsUuid);
        var total = paging.counting()
                ? records.rows(listing.countSql(), listing.parameters()).get(0).get(0, Long.class)
                : null;

        var parameters = new TreeMap<>(listing.parameters());
        parameters.put("limit", paging.pageSize() + 1);
        if (cursor != null) {
            parameters.put("cursorValue", cursor.value());
            parameters.put("cursorId", cursor.id());
        }
        parameters.putAll(derived.parameters());
        var rows = records.rows(listing.pageSql(order, cursor, derived.sql()), parameters);
        var more = rows.size() > paging.pageSize();
        var shownRows = more ? rows.subList(0, paging.pageSize()) : rows;

        var body = new StringBuilder("{\"items\":[");
        for (var row : shownRows) {
            body.append(body.charAt(body.length() - 1) == '[' ? "" : ",")
                    .append(shown(row.get(2, String.class), row.get(3, String.class), wanted, derived));
        }
        body.append(']');
        if (total != null) {
            body.append(",\"total\":").append(total);
        }
        var answer = Response.ok().type("application/json").header(HttpHeaders.VARY, "Authorization");
        if (more) {
            var next = next(cursorAfter(shownRows.get(shownRows.size() - 1)).write(identity));
            body.append(",\"next\":\"").append(next).append('"');
            answer.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        }
        return answer.entity(body.append('}').toString()).build();
    }

    private static Cursor cursorAfter(Tuple last) {
        return new Cursor(last.get(1, String.class), last.get(0, String.class));
    }

    private String identity(String sort) {
        var filters = new TreeMap<String, List<String>>(uri.getQueryParameters());
        filters.keySet().removeAll(NOT_A_FILTER);
        return uri.getPath() + sort + filters;
    }

    private String next(String cursor) {
        var next = new StringBuilder(uri.getRequestUri().getRawPath()).append('?');
        uri.getQueryParameters().forEach((name, values) -> {
            if (!name.equals("cursor")) {
                values.forEach(v -> next.append(name)
                        .append('=')
                        .append(URLEncoder.encode(v, StandardCharsets.UTF_8))
                        .append('&'));
            }
        });
        return next.append("cursor=").append(cursor).toString();
    }

    private static String shown(String document, String added, Set<String> wanted, Derived derived) {
        if (wanted == null && added == null) {
            return document;
        }
        try {
            var tree = (ObjectNode) StrictJson.READER.readTree(document);
            if (added != null) {
                derived.put().accept(tree, StrictJson.READER.readTree(added));
            }
            Shape.keep(tree, wanted);
            return StrictJson.READER.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
