package bienban.security.oidc;

import bienban.security.Authenticator;
import bienban.security.Identity;
import bienban.security.Role;
import bienban.security.Scope;
import bienban.shared.ApiException;
import io.quarkus.logging.Log;
import io.smallrye.jwt.auth.principal.DefaultJWTTokenParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;

/** Takes the tokens of the configured issuer: signed by one of its keys, made for this service, not expired. */
@Singleton
class Tokens implements Authenticator {
    private final IssuerSettings settings;
    private final JWTAuthContextInfo rules;
    private final DefaultJWTTokenParser parser;

    Tokens(IssuerSettings settings) {
        this.settings = settings;
        this.rules = isInUse() ? rules(settings) : null;
        this.parser = isInUse() ? new Parser(new HttpsJwksVerificationKeyResolver(IssuerKeys.of(settings))) : null;
    }

    private static JWTAuthContextInfo rules(IssuerSettings settings) {
        var rules = new JWTAuthContextInfo();
        rules.setIssuedBy(settings.issuer().orElseThrow());
        rules.setExpectedAudience(settings.audience().orElse(Set.of()));
        rules.setSignatureAlgorithm(settings.algorithms());
        rules.setClockSkew((int) settings.clockSkew().toSeconds());
        rules.setRequiredClaims(Set.of("sub"));
        // Expiry is required in any case; the time of issue adds nothing where no age is bounded.
        rules.setMaxTimeToLiveSecs(-1L);
        return rules;
    }

    @Override
    public boolean isInUse() {
        return settings.issuer().isPresent();
    }

    @Override
    public Optional<Identity> identify(String token) {
        if (!isInUse() || token.chars().filter(c -> c == '.').count() != 2) {
            return Optional.empty();
        }
        try {
            return Optional.of(identity(parser.parse(token, rules).getJwtClaims()));
        } catch (ParseException | MalformedClaimException e) {
            if (isAway(e)) {
                Log.warnf("The keys of %s cannot be had: %s", settings.issuer().orElseThrow(), rootOf(e));
                throw ApiException.issuerUnavailable();
            }
            return Optional.empty();
        }
    }

    private static boolean isAway(Throwable e) {
        for (var cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    private static Throwable rootOf(Throwable e) {
        return e.getCause() == null ? e : rootOf(e.getCause());
    }

    /** Somebody whom the issuer knows, but not as one of ours, may do nothing at all. */
    private Identity identity(JwtClaims claims) throws MalformedClaimException {
        var role = texts(claim(claims, settings.roleClaim())).stream()
                .flatMap(name -> role(name).stream())
                .max(Comparator.naturalOrder())
                .orElseThrow(ApiException::notAllowed);
        return new Identity(
                "oidc:" + claims.getSubject(), role, Scope.of(texts(claim(claims, settings.placesClaim()))));
    }

    private Optional<Role> role(String name) {
        return Arrays.stream(Role.values())
                .filter(role -> name.equals(settings.rolePrefix().orElse("") + role.name()))
                .findFirst();
    }

    /** A claim by its name, or by the path to it: names with dots in them, such as addresses, come first. */
    private static Object claim(JwtClaims claims, String path) {
        Object found = claims.getClaimValue(path);
        if (found != null) {
            return found;
        }
        found = claims.getClaimsMap();
        for (var member : path.split("\\.", -1)) {
            found = found instanceof Map<?, ?> object ? object.get(member) : null;
        }
        return found;
    }

    private static List<String> texts(Object claim) {
        if (claim instanceof Collection<?> many) {
            return many.stream().map(String::valueOf).toList();
        }
        return claim instanceof String text
                ? Arrays.stream(text.split("[\\s,]+")).filter(t -> !t.isEmpty()).toList()
                : List.of();
    }

    /** Resolves keys by our own bounds on asking the issuer. */
    private static final class Parser extends DefaultJWTTokenParser {
        private final VerificationKeyResolver keys;

        Parser(VerificationKeyResolver keys) {
            this.keys = keys;
        }

        @Override
        protected VerificationKeyResolver getVerificationKeyResolver(JWTAuthContextInfo rules) {
            return keys;
        }
    }
}
