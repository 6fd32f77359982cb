package bienban.security.oidc;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Whose tokens are taken, and what their claims are called; see {@code application.properties}. */
// Filters are made before all else, and need this.
@StaticInitSafe
@ConfigMapping(prefix = "bienban.oidc")
public interface IssuerSettings {
    Optional<String> issuer();

    /** What a token must be made for; without it nobody's token is. */
    Optional<Set<String>> audience();

    /** Where the issuer's keys are, when its own description is not to be asked. */
    Optional<String> jwks();

    @WithDefault("RS256,ES256,PS256")
    Set<SignatureAlgorithm> algorithms();

    /** A path of members, e.g. {@code realm_access.roles}. */
    @WithDefault("bienban_role")
    String roleClaim();

    /** What stands before the name of a role in the claim. */
    Optional<String> rolePrefix();

    @WithDefault("bienban_places")
    String placesClaim();

    /** How far clocks may differ. */
    @WithDefault("30S")
    Duration clockSkew();

    /** The issuer is asked for its keys again when a token names an unknown one, but not more often than this. */
    @WithDefault("10S")
    Duration keysAtMostEvery();

    /** How long its keys are used when it does not say. */
    @WithDefault("10M")
    Duration keysFor();
}
