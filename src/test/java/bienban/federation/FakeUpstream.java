package bienban.federation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/** Stands for a remote instance: documents, a feed over them, and ways to fail. */
final class FakeUpstream {
    static final String INSTANCE = "01900f5e-2a00-4c3e-9d6a-0000000000fa";

    private FakeUpstream() {}

    /** The port of the one that all tests share. */
    static int start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newCachedThreadPool(work -> {
                var thread = new Thread(work, "fake-upstream");
                thread.setDaemon(true);
                return thread;
            }));
            server.createContext("/v1/exports/", FakeUpstream::export);
            server.createContext("/v1/changes", FakeUpstream::changes);
            server.createContext("/v1/", FakeUpstream::record);
            server.start();
            return server.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Test and profile are loaded apart; what they share is this class as the JVM itself loads it, once. */
    static final class Shared {
        static final Map<String, Object> STATE = new ConcurrentHashMap<>();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> shared() {
        try {
            var state = ClassLoader.getSystemClassLoader()
                    .loadClass(Shared.class.getName())
                    .getDeclaredField("STATE");
            state.setAccessible(true);
            return (Map<String, Object>) state.get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Documents by {@code plural/id}. */
    @SuppressWarnings("unchecked")
    private static Map<String, String> documents() {
        return (Map<String, String>) shared().computeIfAbsent("documents", key -> new ConcurrentHashMap<>());
    }

    @SuppressWarnings("unchecked")
    private static List<String> items() {
        return (List<String>) shared().computeIfAbsent("items", key -> new CopyOnWriteArrayList<>());
    }

    static void mode(String mode) {
        shared().put("mode", mode);
    }

    private static String mode() {
        return (String) shared().getOrDefault("mode", "open");
    }

    /** Another database at the same address: cursors that were given out are no longer good. */
    static void newEpoch() {
        shared().merge("epoch", 1, (a, b) -> (Integer) a + (Integer) b);
        items().clear();
    }

    private static String cursor(int position) {
        return shared().getOrDefault("epoch", 0) + "." + position;
    }

    /** A record as it is now, and the change that made it so. */
    static void put(String plural, String document) {
        keep(plural, document);
        tell(plural, id(document), "updated", document);
    }

    /** A record that is there without a change that tells of it. */
    static void keep(String plural, String document) {
        documents().put(plural + "/" + id(document), document);
    }

    static void forget(String plural, String id) {
        documents().remove(plural + "/" + id);
    }

    static void gone(String plural, String id, int version, String action) {
        forget(plural, id);
        items().add("{\"id\":\"%d\",\"type\":\"%s\",\"recordId\":\"%s\",\"version\":%d,\"action\":\"%s\"}"
                .formatted(items().size(), plural, id, version, action));
    }

    static void tell(String plural, String id, String action, String document) {
        items().add("{\"id\":\"%d\",\"type\":\"%s\",\"recordId\":\"%s\",\"version\":1,\"action\":\"%s\",\"record\":%s}"
                .formatted(items().size(), plural, id, action, document));
    }

    private static String id(String document) {
        return document.substring(7, document.indexOf('"', 7));
    }

    private static void export(HttpExchange call) throws IOException {
        var plural = call.getRequestURI().getPath().replaceFirst(".*/", "").replace(".ndjson", "");
        var cursor = cursor(items().size());
        var lines = new TreeMap<>(documents())
                .entrySet().stream()
                        .filter(e -> e.getKey().startsWith(plural + "/"))
                        .map(e -> e.getValue() + "\n")
                        .toList();
        var body = String.join("", lines);
        call.getResponseHeaders().add("Feed-Cursor", cursor);
        var trailer = "{\"trailer\":{\"rows\":%d,\"sha256\":\"%s\",\"cursor\":\"%s\"}}\n"
                .formatted(lines.size(), sha256(body), cursor);
        answer(
                call,
                200,
                switch (mode()) {
                    case "short" -> body;
                    case "damaged" -> body.replaceFirst("published", "publisheD") + trailer;
                    default -> body + trailer;
                });
    }

    private static void changes(HttpExchange call) throws IOException {
        var query = Arrays.stream(call.getRequestURI().getQuery().split("&"))
                .map(part -> part.split("=", 2))
                .collect(Collectors.toMap(part -> part[0], part -> part[1]));
        var since = query.get("since").split("\\.");
        if (!query.get("since").startsWith(shared().getOrDefault("epoch", 0) + ".")) {
            answer(call, 410, "{\"type\":\"urn:bienban:problem:resync-needed\"}");
            return;
        }
        var all = List.copyOf(items());
        var from = Integer.parseInt(since[1]);
        var to = Math.min(all.size(), from + Integer.parseInt(query.get("limit")));
        answer(
                call,
                200,
                "{\"items\":[%s],\"next\":\"%s\",\"hasMore\":%s}"
                        .formatted(String.join(",", all.subList(from, to)), cursor(to), to < all.size()));
    }

    private static void record(HttpExchange call) throws IOException {
        var document = documents().get(call.getRequestURI().getPath().replaceFirst("^/v1/", ""));
        answer(call, document == null ? 404 : 200, document == null ? "{}" : document);
    }

    private static void answer(HttpExchange call, int status, String body) throws IOException {
        if (mode().equals("away")) {
            call.close();
            return;
        }
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(body.getBytes(StandardCharsets.UTF_8));
        }
        call.getResponseHeaders().add("Content-Encoding", "gzip");
        call.getResponseHeaders().add("Bienban-Instance", INSTANCE);
        call.sendResponseHeaders(status, packed.size());
        try (var out = call.getResponseBody()) {
            packed.writeTo(out);
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256", e);
        }
    }
}
