package bienban.changes;

import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Listens to the feed as an {@code EventSource} does. */
final class Ear implements AutoCloseable {
    private final LinkedBlockingQueue<Event> heard = new LinkedBlockingQueue<>();
    private final HttpResponse<InputStream> answer;
    private final Thread thread;

    /** One message; without data it is a comment or an id. */
    record Event(String id, String name, String data) {}

    Ear(String query, String lastEventId) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/v1/changes" + query))
                .header("Accept", "text/event-stream")
                .timeout(Duration.ofSeconds(20));
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        answer = HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        thread = new Thread(this::listen, "ear");
        thread.setDaemon(true);
        thread.start();
    }

    HttpResponse<InputStream> answer() {
        return answer;
    }

    private void listen() {
        try (var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            var id = "";
            var name = "";
            var data = "";
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    heard.add(new Event(id, name, data));
                    name = "";
                    data = "";
                } else if (line.startsWith("id:")) {
                    id = line.substring(3).strip();
                } else if (line.startsWith("event:")) {
                    name = line.substring(6).strip();
                } else if (line.startsWith("data:")) {
                    data = line.substring(5);
                }
            }
        } catch (IOException e) {
            // Closed by either end: what was heard until then counts.
        }
    }

    /** So many changes, or those that came within the time. */
    List<Event> changes(int count) throws InterruptedException {
        var changes = new ArrayList<Event>();
        while (changes.size() < count) {
            var event = heard.poll(20, TimeUnit.SECONDS);
            if (event == null) {
                return changes;
            }
            if (!event.data().isEmpty()) {
                changes.add(event);
            }
        }
        return changes;
    }

    boolean hasEnded(int seconds) throws InterruptedException {
        thread.join(TimeUnit.SECONDS.toMillis(seconds));
        return !thread.isAlive();
    }

    @Override
    public void close() throws IOException {
        answer.body().close();
    }
}
