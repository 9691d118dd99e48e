package dev.makeline.server.access;

import io.micronaut.http.HttpRequest;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Refuses what another site has a browser send: a browser adds the cookie to it by itself.
final class CsrfGuard {

    private static final String FOREIGN =
            "This changes something and is taken from pages of this site alone: the browser must send Sec-Fetch-Site: same-origin, or the Origin of this host.";

    private static final String NO_TOKEN =
            "This changes something and needs the session's token, which GET /v1/sessions/current tells, in the header %s (in a form, the field %s)."
                    .formatted(CsrfToken.HEADER, CsrfToken.FIELD);

    private CsrfGuard() {}

    /// What is wrong with it; empty when nothing is. Never blocks.
    static CompletableFuture<Optional<String>> objection(
            HttpRequest<?> request, Optional<Credential> credential) {
        if (!isUnsafe(request)
                || !(credential.orElse(null) instanceof Credential.Cookie(String secret))) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        if (!SameOrigin.isProven(request)) {
            return CompletableFuture.completedFuture(Optional.of(FOREIGN));
        }
        return CsrfToken.isSentWith(request, secret)
                .thenApply(isSent -> isSent ? Optional.empty() : Optional.of(NO_TOKEN));
    }

    private static boolean isUnsafe(HttpRequest<?> request) {
        return switch (request.getMethodName()) {
            case "GET", "HEAD", "OPTIONS" -> false;
            default -> true;
        };
    }
}
