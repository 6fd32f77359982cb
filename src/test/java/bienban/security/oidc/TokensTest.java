package bienban.security.oidc;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import bienban.Given;
import bienban.Refusal;
import bienban.security.EdgeProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tokens as a real issuer signs them, and all that is wrong with others. */
@QuarkusTest
@TestProfile(EdgeProfile.class)
class TokensTest {
    private static final AtomicInteger CALLERS = new AtomicInteger();

    @Inject
    Given given;

    @AfterEach
    void comeBack() {
        TestIssuer.away(false);
    }

    /** From an address of its own, so that refusals here count for nobody else. */
    private static RequestSpecification bearing(String token) {
        return given().header("X-Forwarded-For", "192.0.2." + CALLERS.incrementAndGet() % 250)
                .header("Authorization", "Bearer " + token);
    }

    private static Response read(String token) {
        return bearing(token).get("/v1/vocabularies");
    }

    private static Response write(String token, String place) {
        return bearing(token)
                .contentType("application/json")
                .body("{\"title\": \"Họp\", \"kind\": \"briefing\", \"place\": {\"code\": \"%s\"}}".formatted(place))
                .post("/v1/meetings");
    }

    private static void assertNotTaken(String token) {
        var answer = read(token);
        Refusal.of(answer, 401, "credentials-needed");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    private static JwtClaims claims() {
        return TestIssuer.claims("somebody", List.of("bienban-editor"), List.of());
    }

    private static String changed(Consumer<JwtClaims> change) {
        var claims = claims();
        change.accept(claims);
        return TestIssuer.signed(claims, TestIssuer.key());
    }

    @Test
    void takesRoleAndPlacesFromTheClaims() {
        var province = given.place();
        var district = given.placeIn(province);
        var editor = TestIssuer.token("an-editor", "bienban-editor", province);
        assertThat(read(editor).statusCode()).isEqualTo(200);
        assertThat(write(editor, province).statusCode()).isEqualTo(201);
        assertThat(write(editor, district).statusCode()).as("below it").isEqualTo(201);
        Refusal.of(write(editor, given.place()), 403, "outside-scope");
        Refusal.of(write(TestIssuer.token("a-reader", "bienban-reader", province), province), 403, "not-allowed");
        assertThat(write(TestIssuer.token("an-admin", "bienban-admin"), province)
                        .statusCode())
                .isEqualTo(201);
        Refusal.of(write(TestIssuer.token("nowhere", "bienban-editor"), province), 403, "outside-scope");
    }

    @Test
    void takesTheHighestOfSeveralRoles() {
        var claims = TestIssuer.claims("many", List.of("offline_access", "bienban-reader", "bienban-admin"), List.of());
        assertThat(write(TestIssuer.signed(claims, TestIssuer.key()), given.place())
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void takesNobodyWhomTheIssuerGaveNoRole() {
        for (var role : new String[] {"boss", "editor", "bienban-", "BIENBAN-ADMIN", "bienban-admin "}) {
            Refusal.of(read(TestIssuer.token("unknown", role)), 403, "not-allowed");
        }
        Refusal.of(read(changed(c -> c.unsetClaim("realm_access"))), 403, "not-allowed");
        Refusal.of(read(changed(c -> c.setClaim("realm_access", "bienban-admin"))), 403, "not-allowed");
    }

    @Test
    void takesNoTokenThatIsNotForThisService() {
        assertThat(read(changed(c -> {})).statusCode()).isEqualTo(200);
        assertNotTaken(changed(c -> c.setAudience("another-service")));
        assertNotTaken(changed(c -> c.unsetClaim("aud")));
        assertNotTaken(changed(c -> c.setIssuer("https://issuer.example.org")));
        assertNotTaken(changed(c -> c.setIssuer(TestIssuer.URL + "/")));
        assertNotTaken(changed(c -> c.unsetClaim("iss")));
        assertNotTaken(changed(c -> c.unsetClaim("sub")));
        assertThat(read(changed(c -> c.setAudience("another-service", "bienban")))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void takesNoTokenOutsideItsTime() {
        assertNotTaken(changed(c -> {
            c.setIssuedAt(NumericDate.fromSeconds(NumericDate.now().getValue() - 600));
            c.setExpirationTimeMinutesInTheFuture(-1);
        }));
        assertNotTaken(changed(c -> c.unsetClaim("exp")));
        assertNotTaken(changed(c -> c.setNotBeforeMinutesInThePast(-5)));
        assertNotTaken(changed(c -> c.setClaim("exp", "tomorrow")));
        var now = NumericDate.now().getValue();
        assertThat(read(changed(c -> {
                            c.setIssuedAt(NumericDate.fromSeconds(now - 600));
                            c.setExpirationTime(NumericDate.fromSeconds(now - 10));
                        }))
                        .statusCode())
                .as("within what clocks may differ")
                .isEqualTo(200);
    }

    @Test
    void takesNoTokenThatTheIssuerDidNotSign() throws JoseException {
        var stranger = TestIssuer.newKey();
        assertNotTaken(TestIssuer.signed(claims(), stranger));
        stranger.setKeyId(TestIssuer.key().getKeyId());
        assertNotTaken(TestIssuer.signed(claims(), stranger));
        assertNotTaken(unsigned("none"));
        assertNotTaken(unsigned("None"));
        assertNotTaken(withHmac(TestIssuer.key().getPublicKey().getEncoded()));
        assertNotTaken(withHmac(TestIssuer.key().toJson().getBytes(StandardCharsets.UTF_8)));
        var parts = TestIssuer.token("somebody", "bienban-reader").split("\\.", -1);
        var other = TestIssuer.token("somebody", "bienban-admin").split("\\.", -1);
        assertNotTaken(parts[0] + "." + other[1] + "." + parts[2]);
        assertNotTaken(parts[0] + "." + parts[1] + ".");
        for (var token : new String[] {"a.b.c", "..", "eyJ.eyJ.eyJ", parts[0] + "..", "a.b.c.d.e", "."}) {
            assertNotTaken(token);
        }
    }

    private static String unsigned(String algorithm) {
        var encoder = Base64.getUrlEncoder().withoutPadding();
        var head = "{\"alg\":\"%s\",\"kid\":\"%s\"}"
                .formatted(algorithm, TestIssuer.key().getKeyId());
        return encoder.encodeToString(head.getBytes(StandardCharsets.UTF_8))
                + "."
                + encoder.encodeToString(claims().toJson().getBytes(StandardCharsets.UTF_8))
                + ".";
    }

    /** The old trick: what everybody may know, taken for a secret. */
    private static String withHmac(byte[] secret) throws JoseException {
        var token = new JsonWebSignature();
        token.setPayload(claims().toJson());
        token.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        token.setAlgorithmHeaderValue("HS256");
        token.setKeyIdHeaderValue(TestIssuer.key().getKeyId());
        token.setKey(new HmacKey(secret));
        token.setDoKeyValidation(false);
        return token.getCompactSerialization();
    }

    @Test
    void followsTheIssuerToItsNewKey() {
        var old = TestIssuer.token("somebody", "bienban-reader");
        assertThat(read(old).statusCode()).isEqualTo(200);
        TestIssuer.rotate();
        var token = TestIssuer.token("somebody", "bienban-reader");
        assertThat(awaited(token, 200)).isEqualTo(200);
        assertNotTaken(old);
    }

    @Test
    void asksTheIssuerOnlyNowAndThen() {
        assertThat(awaited(TestIssuer.token("somebody", "bienban-reader"), 200)).isEqualTo(200);
        var before = TestIssuer.asked();
        var started = System.nanoTime();
        for (int i = 0; i < 60; i++) {
            var stranger = TestIssuer.key().getKeyId() + UUID.randomUUID();
            assertNotTaken(withKeyId(stranger));
        }
        var seconds = (System.nanoTime() - started) / 1_000_000_000;
        assertThat(TestIssuer.asked() - before).isBetween(0, (int) seconds + 2);
    }

    private static String withKeyId(String id) {
        var parts = TestIssuer.token("somebody", "bienban-reader").split("\\.", -1);
        var head = "{\"alg\":\"RS256\",\"kid\":\"" + id + "\"}";
        return Base64.getUrlEncoder().withoutPadding().encodeToString(head.getBytes(StandardCharsets.UTF_8)) + "."
                + parts[1] + "." + parts[2];
    }

    @Test
    void saysSoWhileTheIssuerIsAwayAndTakesKnownKeysMeanwhile() {
        assertThat(awaited(TestIssuer.token("somebody", "bienban-reader"), 200)).isEqualTo(200);
        TestIssuer.away(true);
        assertThat(read(TestIssuer.token("somebody", "bienban-reader")).statusCode())
                .isEqualTo(200);
        var unknown = withKeyId("unknown");
        assertThat(awaited(unknown, 503)).isEqualTo(503);
        var answer = read(unknown);
        Refusal.of(answer, 503, "issuer-unavailable");
        assertThat(answer.header("Retry-After")).matches("\\d+");
        TestIssuer.away(false);
        assertThat(awaited(unknown, 401)).isEqualTo(401);
    }

    @Test
    void leavesKeysAsTheyWere() {
        assertThat(given.editor().get("/v1/meetings?limit=1").statusCode()).isEqualTo(200);
        assertNotTaken("bb_wrong");
    }

    /** What the token is answered with once the issuer may be asked again; the bound is ten times what it takes. */
    private static int awaited(String token, int wanted) {
        var deadline = System.nanoTime() + 10_000_000_000L;
        var status = read(token).statusCode();
        while (status != wanted && System.nanoTime() < deadline) {
            status = read(token).statusCode();
        }
        return status;
    }
}
