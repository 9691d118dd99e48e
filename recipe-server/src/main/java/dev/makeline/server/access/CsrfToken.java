package dev.makeline.server.access;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.body.ByteBody.SplitBackpressureMode;
import io.micronaut.http.body.CloseableAvailableByteBody;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Proves that a request which changes something was made by a page that could read this session's
/// token. Derived from the session's secret, so that it lives and ends with the session and needs
/// no key. Sent as the header `X-CSRF-Token`, or in a form as the field `_csrf`.
public final class CsrfToken {

    public static final String HEADER = "X-CSRF-Token";
    public static final String FIELD = "_csrf";

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PURPOSE = "csrf";

    private CsrfToken() {}

    public static String of(String sessionSecret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(sessionSecret.getBytes(US_ASCII), ALGORITHM));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(PURPOSE.getBytes(US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    /// Never blocks. A form's body is read for it and stays readable for the route.
    static CompletableFuture<Boolean> isSentWith(HttpRequest<?> request, String sessionSecret) {
        String expected = of(sessionSecret);
        Optional<String> header = request.getHeaders().findFirst(HEADER);
        if (header.isPresent() || !isForm(request)) {
            return CompletableFuture.completedFuture(
                    header.filter(given -> isSame(given, expected)).isPresent());
        }
        return body(request).thenApply(form -> hasField(form, expected));
    }

    private static boolean isForm(HttpRequest<?> request) {
        return request.getContentType()
                .filter(MediaType.APPLICATION_FORM_URLENCODED_TYPE::matches)
                .isPresent();
    }

    private static CompletableFuture<String> body(HttpRequest<?> request) {
        if (!(request instanceof ServerHttpRequest<?> received)) {
            return CompletableFuture.completedFuture("");
        }
        return received.byteBody()
                .split(SplitBackpressureMode.FASTEST)
                .buffer()
                .thenApply(CsrfToken::text);
    }

    private static String text(CloseableAvailableByteBody body) {
        try (body) {
            return body.toString(UTF_8);
        }
    }

    /// The token is of characters that a form sends as they are.
    private static boolean hasField(String form, String expected) {
        return Arrays.stream(form.split("&"))
                .filter(field -> field.startsWith(FIELD + '='))
                .map(field -> field.substring(FIELD.length() + 1))
                .findFirst()
                .filter(given -> isSame(given, expected))
                .isPresent();
    }

    private static boolean isSame(String given, String expected) {
        return MessageDigest.isEqual(given.getBytes(UTF_8), expected.getBytes(UTF_8));
    }
}
