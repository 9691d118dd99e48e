package dev.makeline.server.access;

import dev.makeline.protocol.CredentialKind;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.Optional;

/// What a request presents to say who makes it. An Authorization header wins over a cookie, also
/// when it is of no use: the two are never mixed.
sealed interface Credential {

    record Bearer(String secret) implements Credential {}

    record Cookie(String secret) implements Credential {}

    String secret();

    static Optional<Credential> of(HttpRequest<?> request) {
        Optional<String> header = request.getHeaders().findFirst(HttpHeaders.AUTHORIZATION);
        return header.isPresent()
                ? BearerToken.of(header).map(Bearer::new)
                : SessionCookie.of(request).map(Cookie::new);
    }

    /// A browser's session is taken from its cookie alone, any other token from the header alone. A
    /// refresh token opens nothing.
    default boolean carries(CredentialKind kind) {
        return switch (kind) {
            case REFRESH -> false;
            case SESSION -> this instanceof Cookie;
            case ACCESS, PERSONAL, SERVICE -> this instanceof Bearer;
        };
    }
}
