package bienban.key;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A key as it is told: {@code bb_}, a public part by which it is found, a secret part, and a checksum over all before it; 51
 * characters that a secret scanner finds as {@code bb_[0-9A-Za-z]{48}}.
 */
record KeyText(String publicPart, String secret) {
    static final String PREFIX = "bb_";
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int PUBLIC_LENGTH = 12;
    /** 30 of 62 signs are 178 bits: nothing that could be guessed, so that a fast hash is enough. */
    private static final int SECRET_LENGTH = 30;

    private static final int CHECKSUM_LENGTH = 6;
    private static final Pattern FORM =
            Pattern.compile("bb_[0-9A-Za-z]{" + (PUBLIC_LENGTH + SECRET_LENGTH + CHECKSUM_LENGTH) + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    static KeyText make() {
        return new KeyText(draw(PUBLIC_LENGTH), draw(SECRET_LENGTH));
    }

    /** Empty when it is no key at all, or one with a misprint. */
    static Optional<KeyText> read(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        var secretAt = PREFIX.length() + PUBLIC_LENGTH;
        var key = new KeyText(
                text.substring(PREFIX.length(), secretAt), text.substring(secretAt, secretAt + SECRET_LENGTH));
        return key.text().equals(text) ? Optional.of(key) : Optional.empty();
    }

    String text() {
        var body = PREFIX + publicPart + secret;
        return body + checksum(body);
    }

    private static String draw(int length) {
        var drawn = new StringBuilder();
        RANDOM.ints(length, 0, ALPHABET.length()).forEach(i -> drawn.append(ALPHABET.charAt(i)));
        return drawn.toString();
    }

    private static String checksum(String body) {
        var sum = new CRC32();
        sum.update(body.getBytes(StandardCharsets.US_ASCII));
        var digits = new StringBuilder();
        for (var rest = sum.getValue(); digits.length() < CHECKSUM_LENGTH; rest /= ALPHABET.length()) {
            digits.append(ALPHABET.charAt((int) (rest % ALPHABET.length())));
        }
        return digits.reverse().toString();
    }

    /** Never the secret: this may stand in a log. */
    @Override
    public String toString() {
        return PREFIX + publicPart + "…";
    }
}
