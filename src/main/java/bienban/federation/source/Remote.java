package bienban.federation.source;

import bienban.federation.Upstream;
import bienban.federation.mirror.Incoming;
import bienban.federation.mirror.Lookup;
import bienban.federation.mirror.StagingRepository.Line;
import bienban.federation.source.UpstreamFault.Kind;
import bienban.record.RecordKind;
import bienban.shared.StrictJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPInputStream;

/** An upstream, spoken to over its public contract. */
public final class Remote implements Lookup {
    /** Every answer of an instance that others may follow says which instance it is. */
    public static final String INSTANCE = "Bienban-Instance";

    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long LARGEST_PAGE = 24L << 20;
    private static final int MOST_CHANGES = 200;
    private static final Set<Integer> NOT_TO_BE_HAD = Set.of(308, 401, 403, 404, 410);

    private final Upstream upstream;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECTING)
            // A key is for the address that is configured, and for no other that it may point to.
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    public Remote(Upstream upstream) {
        this.upstream = upstream;
    }

    /** Takes the lines of an export one by one. */
    public interface Receiver {
        void receive(Line line) throws IOException;
    }

    /** What the end of an export says: the instance, and where its feed goes on from there. */
    public record Snapshot(UUID instance, String cursor) {}

    /** All records of a kind. What has come is only to be used when this returns: a broken download is a fault. */
    public Snapshot export(RecordKind kind, Receiver receiver) throws IOException {
        var query = upstream.filter().isEmpty() ? "" : "?" + upstream.filter();
        var answer = get("/v1/exports/" + kind.plural() + ".ndjson" + query, "application/x-ndjson");
        try (var body = body(answer)) {
            mustBeFine(answer);
            return new Snapshot(instance(answer), read(kind, new Lines(body), receiver));
        }
    }

    private static String read(RecordKind kind, Lines lines, Receiver receiver) throws IOException {
        for (var line = lines.next(); line != null; line = lines.next()) {
            var tree = tree(line);
            var trailer = tree.path("trailer");
            if (trailer.isMissingNode()) {
                lines.include(line);
                receiver.receive(new Line(item(kind, tree), line));
            } else if (trailer.path("rows").asLong(-1) == lines.count()
                    && trailer.path("sha256").asText().equals(lines.sum())
                    && trailer.path("cursor").isTextual()) {
                return trailer.get("cursor").asText();
            } else {
                throw new UpstreamFault(Kind.broken, "the export of " + kind.plural() + " came damaged");
            }
        }
        throw new UpstreamFault(Kind.unreachable, "the export of " + kind.plural() + " broke off");
    }

    private static Incoming item(RecordKind kind, JsonNode tree) throws UpstreamFault {
        try {
            return Incoming.of(kind, (ObjectNode) tree);
        } catch (ClassCastException | IllegalArgumentException e) {
            throw new UpstreamFault(Kind.broken, "a line of " + kind.plural() + " that is no record", e);
        }
    }

    /** The changes behind a cursor; fewer at once where their records are large. */
    public Page changes(String cursor) throws IOException {
        for (int limit = MOST_CHANGES; ; limit /= 4) {
            try {
                return changes(cursor, limit);
            } catch (Bounded.TooLarge e) {
                if (limit <= 1) {
                    throw new UpstreamFault(Kind.broken, "a change of more than " + LARGEST_PAGE + " bytes", e);
                }
            }
        }
    }

    private Page changes(String cursor, int limit) throws IOException {
        var query = "since=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8) + "&include=record&limit="
                + Math.max(1, limit) + "&types=" + upstream.types()
                + (upstream.filter().isEmpty() ? "" : "&" + upstream.filter());
        var answer = get("/v1/changes?" + query, "application/json");
        try (var body = body(answer)) {
            if (answer.statusCode() == 410) {
                throw new UpstreamFault(Kind.resync, "the cursor is no longer good");
            }
            mustBeFine(answer);
            return Feed.page(instance(answer), StrictJson.READER.readTree(new Bounded(body, LARGEST_PAGE)));
        } catch (JsonProcessingException e) {
            throw new UpstreamFault(Kind.broken, "a page of changes that is no JSON", e);
        }
    }

    @Override
    public Optional<ObjectNode> find(RecordKind kind, String key) throws IOException {
        var answer = get(kind.path(URLEncoder.encode(key, StandardCharsets.UTF_8)), "application/json");
        try (var body = body(answer)) {
            if (NOT_TO_BE_HAD.contains(answer.statusCode())) {
                return Optional.empty();
            }
            mustBeFine(answer);
            return Optional.of((ObjectNode) StrictJson.READER.readTree(new Bounded(body, LARGEST_PAGE)));
        } catch (JsonProcessingException | ClassCastException e) {
            throw new UpstreamFault(Kind.broken, "a record that is no JSON", e);
        }
    }

    private HttpResponse<InputStream> get(String pathAndQuery, String accepted) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(upstream.url() + pathAndQuery))
                .timeout(PATIENCE)
                .header("Accept", accepted)
                .header("Accept-Encoding", "gzip")
                .header("User-Agent", "bienban-federation");
        upstream.key().ifPresent(key -> request.header("Authorization", "Bearer " + key));
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UpstreamFault(Kind.unreachable, "interrupted", e);
        } catch (IOException e) {
            throw new UpstreamFault(Kind.unreachable, reason(e), e);
        }
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static InputStream body(HttpResponse<InputStream> answer) throws IOException {
        var body = new Watched(answer.body(), PATIENCE);
        if (!answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip")) {
            return body;
        }
        try {
            return new GZIPInputStream(body);
        } catch (IOException e) {
            body.close();
            throw e;
        }
    }

    private static void mustBeFine(HttpResponse<InputStream> answer) throws UpstreamFault {
        if (answer.statusCode() != 200) {
            throw new UpstreamFault(Kind.refused, "it answers " + answer.statusCode());
        }
    }

    private static UUID instance(HttpResponse<InputStream> answer) throws UpstreamFault {
        try {
            return UUID.fromString(answer.headers().firstValue(INSTANCE).orElse(""));
        } catch (IllegalArgumentException e) {
            throw new UpstreamFault(Kind.broken, "it does not say which instance it is", e);
        }
    }

    private static JsonNode tree(String line) throws UpstreamFault {
        try {
            return StrictJson.READER.readTree(line);
        } catch (JsonProcessingException e) {
            throw new UpstreamFault(Kind.broken, "a line that is no JSON", e);
        }
    }
}
