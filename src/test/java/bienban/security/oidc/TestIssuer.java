package bienban.security.oidc;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/**
 * A small OpenID Connect issuer with a description, keys and real signatures. The profile and the tests each load this class
 * anew; system properties are what they share.
 */
public final class TestIssuer {
    private static final String ADDRESS = "bienban.test-issuer.url";
    private static final String KEY = "bienban.test-issuer.key";
    private static final String AWAY = "bienban.test-issuer.away";
    private static final String ASKED = "bienban.test-issuer.asked";

    public static final String URL = started();

    private TestIssuer() {}

    private static String started() {
        synchronized (Runtime.getRuntime()) {
            if (System.getProperty(ADDRESS) == null) {
                rotate();
                away(false);
                System.setProperty(ASKED, "0");
                System.setProperty(ADDRESS, start());
            }
            return System.getProperty(ADDRESS);
        }
    }

    private static String start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var url = "http://127.0.0.1:" + server.getAddress().getPort();
            server.setExecutor(Executors.newCachedThreadPool(task -> {
                var thread = new Thread(task, "test-issuer");
                thread.setDaemon(true);
                return thread;
            }));
            server.createContext(
                    "/.well-known/openid-configuration",
                    exchange -> answer(exchange, "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/keys\"}".formatted(url, url)));
            server.createContext("/keys", exchange -> {
                synchronized (Runtime.getRuntime()) {
                    System.setProperty(ASKED, String.valueOf(asked() + 1));
                }
                answer(exchange, new JsonWebKeySet(key()).toJson(OutputControlLevel.PUBLIC_ONLY));
            });
            server.start();
            return url;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(Boolean.getBoolean(AWAY) ? 500 : 200, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    static RsaJsonWebKey newKey() {
        try {
            var made = RsaJwkGenerator.generateJwk(2048);
            made.setKeyId("key-" + UUID.randomUUID());
            made.setAlgorithm("RS256");
            made.setUse("sig");
            return made;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    static RsaJsonWebKey key() {
        try {
            return (RsaJsonWebKey) JsonWebKey.Factory.newJwk(System.getProperty(KEY));
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** From now on it signs with another key and shows only that one. */
    static void rotate() {
        System.setProperty(KEY, newKey().toJson(OutputControlLevel.INCLUDE_PRIVATE));
    }

    static void away(boolean is) {
        System.setProperty(AWAY, String.valueOf(is));
    }

    /** How often it was asked for its keys. */
    static int asked() {
        return Integer.getInteger(ASKED);
    }

    /** Claims that are right in every respect. */
    static JwtClaims claims(String subject, List<String> roles, List<String> places) {
        var claims = new JwtClaims();
        claims.setIssuer(URL);
        claims.setAudience("bienban");
        claims.setSubject(subject);
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(10);
        claims.setClaim("realm_access", Map.of("roles", roles));
        claims.setClaim("https://example.vn/places", places);
        return claims;
    }

    static String signed(JwtClaims claims, PublicJsonWebKey key) {
        try {
            var token = new JsonWebSignature();
            token.setPayload(claims.toJson());
            token.setAlgorithmHeaderValue("RS256");
            token.setKeyIdHeaderValue(key.getKeyId());
            token.setKey(key.getPrivateKey());
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String token(String subject, String role, String... places) {
        return signed(claims(subject, List.of(role), List.of(places)), key());
    }
}
