package dev.makeline.server.oidc;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.makeline.server.access.SessionCookie;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// One try to log in with the provider, kept nowhere but in the browser that makes it: state, nonce
/// and code verifier are all derived from the secret of a short-lived cookie, so that only the
/// browser that began can end it.
///
/// @param secret 256 random bits
/// @param startedAt UTC, to the second
record LogInAttempt(String secret, Instant startedAt) {

    static final String COOKIE = "__Host-makeline-oidc";

    /// As long as somebody may take at the provider.
    private static final Duration LASTS = Duration.ofMinutes(10);

    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_-]{43})\\.(\\d{1,12})");
    private static final int SECRET_BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";

    static LogInAttempt start(Instant now) {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return new LogInAttempt(base64(secret), Instant.ofEpochSecond(now.getEpochSecond()));
    }

    /// The one that this browser began, while it lasts.
    static Optional<LogInAttempt> of(HttpRequest<?> request, Instant now) {
        return request.getCookies()
                .findCookie(COOKIE)
                .map(Cookie::getValue)
                .flatMap(LogInAttempt::parse)
                .filter(attempt -> now.isBefore(attempt.startedAt.plus(LASTS)));
    }

    private static Optional<LogInAttempt> parse(String value) {
        Matcher parts = FORM.matcher(value);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            Instant startedAt = Instant.ofEpochSecond(Long.parseLong(parts.group(2)));
            return Optional.of(new LogInAttempt(parts.group(1), startedAt));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    Cookie cookie() {
        return SessionCookie.guarded(COOKIE, secret + '.' + startedAt.getEpochSecond())
                .maxAge(LASTS);
    }

    static Cookie noCookie() {
        return SessionCookie.guarded(COOKIE, "").maxAge(Duration.ZERO);
    }

    String state() {
        return derived("state");
    }

    String nonce() {
        return derived("nonce");
    }

    /// Of PKCE (RFC 7636).
    String codeVerifier() {
        return derived("verifier");
    }

    boolean hasState(String given) {
        return MessageDigest.isEqual(state().getBytes(US_ASCII), given.getBytes(US_ASCII));
    }

    private String derived(String purpose) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(US_ASCII), ALGORITHM));
            String input = purpose + '.' + startedAt.getEpochSecond();
            return base64(mac.doFinal(input.getBytes(US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "LogInAttempt[hidden]";
    }
}
