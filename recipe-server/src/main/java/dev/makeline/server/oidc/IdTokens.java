package dev.makeline.server.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Believes an ID token that the provider signed for this client and this very log in. Keys come
/// from the provider's published set alone, whatever a token's header names, and algorithms are
/// asymmetric, so that a published key is never taken for a shared secret. Thread-safe; blocks
/// while keys are fetched.
final class IdTokens {

    /// How far the provider's clock may be off.
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

    private static final Set<JWSAlgorithm> ALGORITHMS = asymmetric();

    private final IDTokenValidator validator;
    private final InstantSource clock;

    IdTokens(Issuer issuer, ClientID client, JWKSource<SecurityContext> keys, InstantSource clock) {
        this.validator =
                new IDTokenValidator(
                        issuer, client, new JWSVerificationKeySelector<>(ALGORITHMS, keys), null);
        this.validator.setMaxClockSkew(Math.toIntExact(CLOCK_SKEW.toSeconds()));
        this.clock = clock;
    }

    private static Set<JWSAlgorithm> asymmetric() {
        Set<JWSAlgorithm> algorithms = new HashSet<>(JWSAlgorithm.Family.RSA);
        algorithms.addAll(JWSAlgorithm.Family.EC);
        return Set.copyOf(algorithms);
    }

    /// @throws JOSEException when the provider's keys cannot be fetched
    /// @throws BadJOSEException when the token is not to be believed
    Identity identity(JWT token, String nonce) throws JOSEException, BadJOSEException {
        IDTokenClaimsSet claims = validator.validate(token, new Nonce(nonce));
        checkNotBefore(token);
        return new Identity(
                claims.getIssuer().getValue(),
                claims.getSubject().getValue(),
                text(claims, "preferred_username"),
                text(claims, "email"),
                isTrue(claims, "email_verified"),
                text(claims, "given_name"),
                text(claims, "family_name"));
    }

    /// The specification of ID tokens does not know this claim, that of tokens does.
    private void checkNotBefore(JWT token) throws BadJOSEException {
        try {
            Date notBefore = token.getJWTClaimsSet().getNotBeforeTime();
            Instant latest = clock.instant().plus(CLOCK_SKEW);
            if (notBefore != null && notBefore.toInstant().isAfter(latest)) {
                throw new BadJOSEException("The ID token is not good yet");
            }
        } catch (java.text.ParseException e) {
            throw new BadJOSEException("The ID token has no claims", e);
        }
    }

    private static Optional<String> text(IDTokenClaimsSet claims, String name) {
        return Optional.ofNullable(claims.getStringClaim(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /// Amazon Cognito writes it as a text.
    private static boolean isTrue(IDTokenClaimsSet claims, String name) {
        return Boolean.TRUE.equals(claims.getClaim(name)) || "true".equals(claims.getClaim(name));
    }
}
