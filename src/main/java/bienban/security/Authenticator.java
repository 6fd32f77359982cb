package bienban.security;

import java.util.Optional;

/** A way to tell who bears a token. Every bean of this type is asked, beside the configured key. */
public interface Authenticator {
    /** Empty when the token is not of this kind, or not valid. */
    Optional<Identity> identify(String token);

    /** Whether there is any token that would be taken; without one anywhere, writes are closed. */
    boolean isInUse();
}
