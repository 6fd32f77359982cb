package bienban.key;

import bienban.security.Authenticator;
import bienban.security.Identity;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Tells whose a key is. What was found is remembered for some seconds, so that a busy key costs nothing; a revocation is noticed
 * at once in the process that makes it, and in others when theirs is forgotten.
 */
@ApplicationScoped
class KnownKeys implements Authenticator {
    private static final Duration REMEMBERED = Duration.ofSeconds(3);
    private static final int MOST = 10_000;
    /** What an unknown public part is compared with, so that it takes as long as a known one. */
    private static final KeyHash NOBODYS = KeyHash.of("");

    private final KeyRepository keys;
    private final TransactionSynchronizationRegistry transaction;
    private volatile Cache<String, KeyRepository.Known> remembered = cache();

    KnownKeys(KeyRepository keys, TransactionSynchronizationRegistry transaction) {
        this.keys = keys;
        this.transaction = transaction;
    }

    private static Cache<String, KeyRepository.Known> cache() {
        return Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(REMEMBERED)
                .build();
    }

    @Override
    public Optional<Identity> identify(String token) {
        var key = KeyText.read(token);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        var found = Optional.ofNullable(find(key.get().publicPart()));
        var right = found.map(KeyRepository.Known::hash)
                .orElse(NOBODYS)
                .isOf(key.get().secret());
        return found.filter(k -> right && k.isValid(Instant.now())).map(KeyRepository.Known::identity);
    }

    /** An answer that was asked for before a revocation goes into the cache of then, which nobody reads any more. */
    private KeyRepository.Known find(String publicPart) {
        var cache = remembered;
        var known = cache.getIfPresent(publicPart);
        if (known == null) {
            known = keys.known(publicPart).orElse(null);
            if (known != null) {
                cache.put(publicPart, known);
            }
        }
        return known;
    }

    @Override
    public boolean isInUse() {
        return keys.hasAny();
    }

    void forgetAfterCommit() {
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                remembered = cache();
            }
        });
    }
}
