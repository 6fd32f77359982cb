package bienban.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What is kept of a secret: HMAC-SHA-256 under a salt of its own. */
final class KeyHash {
    private static final String ALGORITHM = "HmacSHA256";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] salt;
    private final byte[] hash;

    KeyHash(byte[] salt, byte[] hash) {
        this.salt = salt;
        this.hash = hash;
    }

    byte[] salt() {
        return salt;
    }

    byte[] hash() {
        return hash;
    }

    static KeyHash of(String secret) {
        var salt = new byte[16];
        RANDOM.nextBytes(salt);
        return new KeyHash(salt, hash(salt, secret));
    }

    /** Takes the same time whichever byte differs. */
    boolean isOf(String secret) {
        return MessageDigest.isEqual(hash, hash(salt, secret));
    }

    private static byte[] hash(byte[] salt, String secret) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(salt, ALGORITHM));
            return mac.doFinal(secret.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
