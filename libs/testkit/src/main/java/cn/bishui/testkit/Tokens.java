package cn.bishui.testkit;

import cn.bishui.contracts.Bureau;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Access tokens as the realm issues them, signed by the test's own issuer; good ones and bad ones. */
public final class Tokens {

    /** Every service is an audience of every person's token. */
    private static final List<String> SERVICES = List.of(
            "portal",
            "monitoring",
            "permits",
            "enforcement",
            "complaints",
            "disclosure",
            "programme",
            "emergency",
            "exchange");

    private Tokens() {}

    /**
     * The token of a person in a bureau.
     *
     * @param roles realm roles, as {@code enforcement.inspector}
     */
    public static String as(String username, Bureau bureau, String... roles) {
        return signed(
                LocalIssuer.started().key(),
                claims -> claims.claim("preferred_username", username)
                        .claim("bureau", bureau.name())
                        .claim("roles", List.of(roles)));
    }

    /** The token of a permit holder's person. */
    public static String ofUnit(String username, String creditCode, String... roles) {
        return signed(
                LocalIssuer.started().key(),
                claims -> claims.claim("preferred_username", username)
                        .claim("unit", creditCode)
                        .claim("roles", List.of(roles)));
    }

    /** The token of somebody who may sign in and nothing else. */
    public static String withoutRoles() {
        return as("nobody", Bureau.GRASS);
    }

    /** A token that ran out an hour ago. */
    public static String expired(String username, Bureau bureau, String... roles) {
        return signed(
                LocalIssuer.started().key(),
                claims -> person(claims, username, bureau, roles)
                        .expirationTime(Date.from(Instant.now().minus(Duration.ofHours(1)))));
    }

    /** A token that was issued for another audience. */
    public static String forAudience(String audience, String username, Bureau bureau, String... roles) {
        return signed(
                LocalIssuer.started().key(),
                claims -> person(claims, username, bureau, roles).audience(audience));
    }

    /** A token that says all the right things and was signed by a stranger with the same key id. */
    public static String forged(String username, Bureau bureau, String... roles) {
        return signed(LocalIssuer.newKey(), claims -> person(claims, username, bureau, roles));
    }

    private static JWTClaimsSet.Builder person(
            JWTClaimsSet.Builder claims, String username, Bureau bureau, String... roles) {
        return claims.claim("preferred_username", username)
                .claim("bureau", bureau.name())
                .claim("roles", List.of(roles));
    }

    private static String signed(RSAKey key, Consumer<JWTClaimsSet.Builder> claims) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder builder = new JWTClaimsSet.Builder()
                .issuer(LocalIssuer.started().issuer())
                .subject(UUID.randomUUID().toString())
                .audience(SERVICES)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofHours(1))));
        claims.accept(builder);
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    builder.build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("a token could not be signed", e);
        }
    }
}
