package bienban.federation.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bienban.federation.Upstream;
import bienban.federation.mirror.Fate;
import bienban.federation.source.UpstreamFault.Kind;
import bienban.record.RecordKind;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is made of the answers of an upstream, whatever they are. */
class RemoteTest {
    private static final String INSTANCE = "01900f5e-2a00-4c3e-9d6a-0000000000fa";
    private static final String SPEAKER =
            "{\"id\":\"01900f5e-2a00-7c3e-9d6a-000000000002\",\"version\":2,\"status\":\"published\",\"name\":\"An\"}";

    private final List<String> asked = new ArrayList<>();
    private HttpServer server;
    private String answer;
    private int status = 200;
    private String instance = INSTANCE;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    private void answer(HttpExchange call) throws IOException {
        asked.add(call.getRequestURI() + " " + call.getRequestHeaders().getFirst("Authorization"));
        call.getResponseHeaders().add("Bienban-Instance", instance);
        var body = answer.getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        call.getResponseBody().write(body);
        call.close();
    }

    private Remote remote(String filter) {
        return new Remote(new Upstream(
                "a",
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/base"),
                Optional.of("bb_key"),
                filter,
                List.of(RecordKind.speaker, RecordKind.meeting),
                Duration.ofSeconds(30),
                Duration.ofSeconds(90)));
    }

    private static void assertFault(Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        UpstreamFault.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }

    @Test
    void readsAnExportToItsTrailer() throws IOException {
        // printf '%s\n' "$SPEAKER" | sha256sum
        answer = SPEAKER + "\n{\"trailer\":{\"rows\":1,\"sha256\":\"" + sum() + "\",\"cursor\":\"c1\"}}\n";
        var lines = new ArrayList<String>();
        var snapshot =
                remote("place=292&within=subtree").export(RecordKind.speaker, line -> lines.add(line.document()));
        assertThat(lines).containsExactly(SPEAKER);
        assertThat(snapshot.cursor()).isEqualTo("c1");
        assertThat(snapshot.instance()).hasToString(INSTANCE);
        assertThat(asked).containsExactly("/base/v1/exports/speakers.ndjson?place=292&within=subtree Bearer bb_key");
    }

    private static String sum() {
        var lines = new Lines(new java.io.ByteArrayInputStream(new byte[0]));
        lines.include(SPEAKER);
        return lines.sum();
    }

    @Test
    void noticesAnExportThatIsNotWhole() {
        answer = SPEAKER + "\n" + SPEAKER.substring(0, 20);
        assertFault(Kind.unreachable, () -> remote("").export(RecordKind.speaker, line -> {}));
        answer = SPEAKER + "\n{\"trailer\":{\"rows\":2,\"sha256\":\"" + sum() + "\",\"cursor\":\"c1\"}}\n";
        assertFault(Kind.broken, () -> remote("").export(RecordKind.speaker, line -> {}));
        answer = SPEAKER.replace("An", "Ân") + "\n{\"trailer\":{\"rows\":1,\"sha256\":\"" + sum()
                + "\",\"cursor\":\"c1\"}}\n";
        assertFault(Kind.broken, () -> remote("").export(RecordKind.speaker, line -> {}));
        answer = "<html>\n";
        assertFault(Kind.broken, () -> remote("").export(RecordKind.speaker, line -> {}));
        answer = "[]\n";
        assertFault(Kind.broken, () -> remote("").export(RecordKind.speaker, line -> {}));
    }

    @Test
    void readsWhatBecameOfRecords() throws IOException {
        answer = """
                {"items":[
                {"id":"1","type":"speakers","recordId":"01900f5e-2a00-7c3e-9d6a-000000000002","version":1,"action":"created","record":%s},
                {"id":"2","type":"speakers","recordId":"01900f5e-2a00-7c3e-9d6a-000000000003","version":4,"action":"merged","mergedInto":"01900f5e-2a00-7c3e-9d6a-000000000002"},
                {"id":"3","type":"meetings","recordId":"01900f5e-2a00-7c3e-9d6a-000000000004","version":5,"action":"deleted","origin":{"instance":"01900f5e-2a00-4c3e-9d6a-0000000000fb"}},
                {"id":"4","type":"meetings","recordId":"01900f5e-2a00-7c3e-9d6a-000000000005","version":6,"action":"retracted"},
                {"id":"5","type":"meetings","recordId":"01900f5e-2a00-7c3e-9d6a-000000000006","version":7,"action":"updated"},
                {"id":"6","type":"petitions","recordId":"7","version":1,"action":"created"}],"next":"c2","hasMore":true}""".formatted(SPEAKER);
        var page = remote("").changes("c1");
        assertThat(page.items())
                .extracting("fate")
                .containsExactly(Fate.there, Fate.merged, Fate.deleted, Fate.retracted);
        assertThat(page.items()).extracting("version").containsExactly(2, 4, 5, 6);
        assertThat(page.items().get(2).origin().instance()).hasToString("01900f5e-2a00-4c3e-9d6a-0000000000fb");
        assertThat(page.next()).isEqualTo("c2");
        assertThat(page.hasMore()).isTrue();
        assertThat(asked.get(0))
                .startsWith("/base/v1/changes?since=c1&include=record&limit=200&types=speakers,meetings ");
    }

    @Test
    void asksForFewerWhereTheyAreLarge() throws IOException {
        answer = "{\"items\":[" + " ".repeat(25 << 20) + "],\"next\":\"c2\"}";
        assertFault(Kind.broken, () -> remote("").changes("c1"));
        assertThat(asked)
                .extracting(a -> a.replaceFirst(".*limit=(\\d+).*", "$1"))
                .containsExactly("200", "50", "12", "3", "1");
    }

    @Test
    void tellsWhyThereIsNothing() {
        answer = "{}";
        assertFault(Kind.broken, () -> remote("").changes("c1"));
        status = 410;
        assertFault(Kind.resync, () -> remote("").changes("c1"));
        status = 401;
        assertFault(Kind.refused, () -> remote("").changes("c1"));
        assertFault(Kind.refused, () -> remote("").export(RecordKind.speaker, line -> {}));
        status = 200;
        instance = "nobody";
        assertFault(Kind.broken, () -> remote("").changes("c1"));
        server.stop(0);
        assertFault(Kind.unreachable, () -> remote("").changes("c1"));
    }

    @Test
    void findsARecordOrNone() throws IOException {
        answer = SPEAKER;
        assertThat(remote("").find(RecordKind.place, "46@2025-01-01")).isPresent();
        assertThat(asked.get(0)).startsWith("/base/v1/places/46%402025-01-01 ");
        status = 404;
        assertThat(remote("").find(RecordKind.speaker, "a")).isEmpty();
    }
}
