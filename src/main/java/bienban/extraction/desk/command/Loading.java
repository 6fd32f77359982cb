package bienban.extraction.desk.command;

import bienban.shared.StrictJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Posts articles to a running server and keeps count of what became of them. */
final class Loading {
    private static final List<String> POSTED =
            List.of("text", "html", "url", "title", "publisher", "publishedAt", "place");
    private static final int ATTEMPTS = 5;
    private static final int UNAVAILABLE = 503;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final URI articles;
    private final String key;
    private final PrintStream told;
    private final List<String> refused = new ArrayList<>();
    private int line;
    private int made;
    private int without;
    private int known;

    Loading(String server, String key, PrintStream told) {
        this.articles = URI.create(server.replaceAll("/+$", "") + "/v1/articles");
        this.key = key;
        this.told = told;
    }

    void post(String text) throws IOException, InterruptedException {
        try {
            post(StrictJson.READER.readTree(text));
        } catch (JsonProcessingException e) {
            line++;
            refused.add("line %d: not JSON".formatted(line));
        }
    }

    void post(JsonNode article) throws IOException, InterruptedException {
        line++;
        var name = article.path("file").asText("");
        if (!article.has("text") && !article.has("html")) {
            refused.add(
                    "line %d %s: %s".formatted(line, name, article.path("error").asText("no text")));
            return;
        }
        var body = StrictJson.READER.createObjectNode();
        POSTED.stream().filter(article::has).forEach(m -> body.set(m, article.get(m)));
        var answer = send(body);
        switch (answer.statusCode()) {
            case 201 -> {
                made++;
                without += StrictJson.READER.readTree(answer.body()).has("meeting") ? 0 : 1;
            }
            case 200 -> known++;
            default -> refused.add("line %d %s: %s".formatted(line, name, reason(answer)));
        }
    }

    /** A server that is busy for the moment is asked again. */
    private HttpResponse<String> send(ObjectNode body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(articles)
                .timeout(Duration.ofMinutes(1))
                .header("Content-Type", "application/json")
                .header("Accept-Language", "en");
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        request.POST(BodyPublishers.ofString(body.toString()));
        for (int attempt = 1; ; attempt++) {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() != UNAVAILABLE || attempt == ATTEMPTS) {
                return answer;
            }
            Thread.sleep(
                    1000L * answer.headers().firstValueAsLong("Retry-After").orElse(1));
        }
    }

    private static String reason(HttpResponse<String> answer) {
        try {
            var problem = StrictJson.READER.readTree(answer.body());
            var reason = new StringBuilder()
                    .append(answer.statusCode())
                    .append(' ')
                    .append(problem.path("title").asText());
            problem.path("errors")
                    .forEach(e -> reason.append("; ")
                            .append(e.path("pointer").asText())
                            .append(' ')
                            .append(e.path("detail").asText()));
            return reason.toString();
        } catch (JsonProcessingException e) {
            return String.valueOf(answer.statusCode());
        }
    }

    /** Tells what became of the articles; false when any was refused. */
    boolean summary() {
        told.printf(
                "%d made (%d of them without a meeting), %d already there, %d refused%n",
                made, without, known, refused.size());
        refused.forEach(told::println);
        return refused.isEmpty();
    }
}
