package bienban.exchange.export;

import com.github.luben.zstd.ZstdOutputStream;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** How the bytes of an export are packed on their way, the first that the client takes best. */
enum Coding {
    zstd {
        @Override
        OutputStream around(OutputStream out) throws IOException {
            return new ZstdOutputStream(out);
        }
    },
    gzip {
        @Override
        OutputStream around(OutputStream out) throws IOException {
            return new Fast(out);
        }
    },
    identity {
        @Override
        OutputStream around(OutputStream out) {
            return out;
        }
    };

    private static final int BUFFER = 32 * 1024;

    abstract OutputStream around(OutputStream out) throws IOException;

    /** Over what the server has said on its own, which packs nothing where it is told how the content is packed. */
    void tell(HttpServerResponse response) {
        if (this != identity || isSecondHttp(response)) {
            response.headers().set(HttpHeaders.CONTENT_ENCODING, name());
        }
    }

    private static boolean isSecondHttp(HttpServerResponse response) {
        return response.streamId() >= 0;
    }

    /** As {@link #best(String)}; over HTTP/2 never gzip, which the server would pack once more and, before trailers, cut short. */
    static Coding best(String accepted, HttpVersion version) {
        var best = best(accepted);
        return best == gzip && version == HttpVersion.HTTP_2 ? identity : best;
    }

    /** @param accepted an {@code Accept-Encoding}, or null; one that cannot be met gives identity, which everyone can read */
    static Coding best(String accepted) {
        var weights = weights(accepted == null ? "" : accepted);
        var others = weights.getOrDefault("*", 0.0);
        var plain = weights.getOrDefault("identity", 0.0);
        var best = identity;
        var most = plain;
        for (var coding : new Coding[] {zstd, gzip}) {
            var weight = weights.getOrDefault(coding.name(), others);
            if (weight > 0 && (weight > most || (best == identity && weight >= most))) {
                best = coding;
                most = weight;
            }
        }
        return best;
    }

    private static Map<String, Double> weights(String accepted) {
        var weights = new HashMap<String, Double>();
        for (var part : accepted.toLowerCase(Locale.ROOT).split(",")) {
            var words = part.trim().split("\\s*;\\s*", -1);
            weights.put(words[0].equals("x-gzip") ? "gzip" : words[0], weight(words));
        }
        return weights;
    }

    private static double weight(String[] words) {
        return Arrays.stream(words)
                .skip(1)
                .filter(w -> w.matches("q=[01](\\.\\d{0,3})?"))
                .map(w -> Double.valueOf(w.substring(2)))
                .findFirst()
                .orElse(1.0);
    }

    /** An export is packed once and sent once: the level that costs least. */
    private static final class Fast extends GZIPOutputStream {
        Fast(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
