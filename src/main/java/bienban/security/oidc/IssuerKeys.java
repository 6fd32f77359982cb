package bienban.security.oidc;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jose4j.http.Get;
import org.jose4j.http.SimpleGet;
import org.jose4j.http.SimpleResponse;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.lang.JoseException;

/** The issuer's public keys, fetched when first needed, then when they grow old or a token names a key that is not among them. */
final class IssuerKeys extends HttpsJwks {
    private static final String DESCRIPTION = "/.well-known/openid-configuration";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Duration atMostEvery;
    private Instant lastAsked = Instant.MIN;
    private IOException lastFailure;

    private IssuerKeys(String location, SimpleGet http, IssuerSettings settings) {
        super(location);
        this.atMostEvery = settings.keysAtMostEvery();
        setSimpleHttpGet(http);
        setDefaultCacheDuration(settings.keysFor().toSeconds());
        setRetainCacheOnErrorDuration(settings.keysFor().toSeconds());
        setRefreshReprieveThreshold(0);
    }

    static IssuerKeys of(IssuerSettings settings) {
        var http = new Get();
        http.setConnectTimeout(2000);
        http.setReadTimeout(3000);
        http.setRetries(0);
        http.setResponseBodySizeLimit(500_000);
        var issuer = settings.issuer().orElseThrow();
        return settings.jwks()
                .map(location -> new IssuerKeys(location, http, settings))
                .orElseGet(() -> new IssuerKeys(
                        issuer.replaceAll("/+$", "") + DESCRIPTION, new Described(http, issuer), settings));
    }

    /**
     * Anyone can send tokens that name unknown keys, and an issuer can be away: neither may keep threads waiting, or knock at the
     * issuer's door, more often than now and then.
     */
    @Override
    public synchronized void refresh() throws JoseException, IOException {
        var now = Instant.now();
        if (now.isBefore(lastAsked.plus(atMostEvery))) {
            if (lastFailure != null) {
                throw new IOException("The issuer's keys could not be had a moment ago", lastFailure);
            }
            return;
        }
        lastAsked = now;
        try {
            super.refresh();
            lastFailure = null;
        } catch (IOException e) {
            lastFailure = e;
            throw e;
        } catch (JoseException e) {
            lastFailure = new IOException(e);
            throw lastFailure;
        }
    }

    /** Follows the issuer's description of itself to its keys. */
    private record Described(SimpleGet http, String issuer) implements SimpleGet {
        @Override
        public SimpleResponse get(String location) throws IOException {
            var description = JSON.readTree(http.get(location).getBody());
            var keys = description.path("jwks_uri").asText();
            if (!issuer.equals(description.path("issuer").asText())) {
                throw new IOException("The description of the issuer is not that of " + issuer);
            }
            if (issuer.startsWith("https:") && !keys.startsWith("https:")) {
                throw new IOException("The keys of the issuer are not to be had safely: " + keys);
            }
            return http.get(keys);
        }
    }
}
