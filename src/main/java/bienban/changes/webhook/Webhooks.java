package bienban.changes.webhook;

import bienban.changes.Novelty;
import bienban.changes.webhook.Addresses.UncallableException;
import bienban.place.PlaceRepository;
import bienban.record.Ids;
import bienban.security.Caller;
import bienban.shared.ApiException;
import bienban.shared.InputError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;

/** Makes webhooks whose address can be called. */
@ApplicationScoped
@Transactional
class Webhooks {
    private static final int LEAST_KEY_BYTES = 24;
    private static final int MOST_KEY_BYTES = 64;

    private final WebhookRepository webhooks;
    private final Novelty novelty;
    private final Addresses addresses;
    private final PlaceRepository places;
    private final Caller caller;

    Webhooks(WebhookRepository webhooks, Novelty novelty, Addresses addresses, PlaceRepository places, Caller caller) {
        this.webhooks = webhooks;
        this.novelty = novelty;
        this.addresses = addresses;
        this.places = places;
        this.caller = caller;
    }

    /** Told from now on. */
    Made create(WebhookInput input) {
        mustBeCallable(input.url());
        mustBeTypes(input.types() == null ? List.of() : input.types());
        if (input.place() != null) {
            places.mustKnow(Map.of("/place", input.place()));
        }
        var secret = input.secret() == null ? Signature.newSecret() : input.secret();
        var id = Ids.next();
        webhooks.add(id, input, key(secret), new WebhookRepository.Start(novelty.end(), caller.subject()));
        return new Made(id, secret);
    }

    /** What was made, and the secret that is not told again. */
    record Made(UUID id, String secret) {}

    private static void mustBeTypes(List<String> types) {
        var unknown = IntStream.range(0, types.size())
                .filter(i -> !Novelty.TYPES.contains(types.get(i)))
                .mapToObj(i -> InputError.at("/types/" + i, "unknown_name", types.get(i), Novelty.TYPES))
                .toList();
        if (!unknown.isEmpty()) {
            throw ApiException.invalid(unknown);
        }
    }

    private static SecretKeySpec key(String secret) {
        try {
            var key = Signature.key(secret);
            var length = key.getEncoded().length;
            if (length >= LEAST_KEY_BYTES && length <= MOST_KEY_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            // Told like the rest.
        }
        throw ApiException.invalid(InputError.at("/secret", "malformed_value", "whsec_…"));
    }

    private void mustBeCallable(String url) {
        try {
            var uri = new URI(url);
            if (!isPlain(uri)) {
                throw ApiException.invalid(InputError.at("/url", "malformed_url"));
            }
            addresses.of(Sender.host(uri));
        } catch (URISyntaxException e) {
            throw ApiException.invalid(InputError.at("/url", "malformed_url"));
        } catch (UncallableException e) {
            // A name that leads nowhere today may lead somewhere when there is news.
            if (e.failure() == WebhookFailure.private_address) {
                throw ApiException.invalid(InputError.at("/url", e.failure().name()));
            }
        }
    }

    private static boolean isPlain(URI uri) {
        return uri.getScheme() != null
                && (uri.getScheme().equalsIgnoreCase("https") || uri.getScheme().equalsIgnoreCase("http"))
                && uri.getHost() != null
                && uri.getRawUserInfo() == null
                && uri.getRawFragment() == null;
    }
}
