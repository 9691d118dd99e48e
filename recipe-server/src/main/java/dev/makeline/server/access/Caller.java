package dev.makeline.server.access;

import dev.makeline.protocol.AccessToken;
import io.micronaut.http.HttpRequest;

/// Who makes a request, as its token says.
///
/// @param tokenHash SHA-256 of the token, hex
public record Caller(String tokenHash, String name) {

    private static final String ATTRIBUTE = "makeline.caller";

    static Caller of(AccessToken token) {
        return new Caller(token.sha256Hex(), token.name());
    }

    void attachTo(HttpRequest<?> request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /// @throws IllegalStateException for a route that is open to all
    public static Caller of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, Caller.class)
                .orElseThrow(() -> new IllegalStateException("The route is open to all"));
    }
}
