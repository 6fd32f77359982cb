package bienban.exchange.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An export as it comes over the wire, with what follows the last chunk. */
final class Download {
    private final int status;
    private final MultiMap headers;
    private final byte[] body;
    private final MultiMap trailers;

    private Download(int status, MultiMap headers, byte[] body, MultiMap trailers) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.trailers = trailers;
    }

    static Download of(String path, String... headers) {
        return over(HttpVersion.HTTP_1_1, HttpMethod.GET, path, headers);
    }

    /** Fails where the answer does not come to its regular end. */
    static Download over(HttpVersion version, HttpMethod method, String path, String... headers) {
        var vertx = Vertx.vertx();
        try {
            var client = vertx.createHttpClient(
                    new HttpClientOptions().setProtocolVersion(version).setHttp2ClearTextUpgrade(false));
            return client.request(method, RestAssured.port, "localhost", path)
                    .compose(request -> {
                        for (int i = 0; i < headers.length; i += 2) {
                            request.putHeader(headers[i], headers[i + 1]);
                        }
                        return request.send();
                    })
                    .compose(answer -> answer.body()
                            .map(body -> new Download(
                                    answer.statusCode(), answer.headers(), body.getBytes(), answer.trailers())))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            vertx.close();
        }
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The records, without the trailer. */
    List<String> records() {
        var lines = text().split("\n");
        return List.of(lines).subList(0, lines.length - 1);
    }

    JsonNode trailer() throws IOException {
        var text = text();
        return new ObjectMapper().readTree(text.substring(trailerStart(text))).get("trailer");
    }

    /** The sum that the trailer must tell. */
    String sumBeforeTrailer() {
        var text = text();
        return sum(text.substring(0, trailerStart(text)).getBytes(StandardCharsets.UTF_8));
    }

    private static int trailerStart(String text) {
        return text.lastIndexOf('\n', text.length() - 2) + 1;
    }

    static String sum(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    int status() {
        return status;
    }

    MultiMap headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }

    MultiMap trailers() {
        return trailers;
    }

    /** The same with its packing undone. */
    Download unpacked(Coding coding) throws IOException {
        return new Download(status, headers, Packed.open(body, coding), trailers);
    }
}
