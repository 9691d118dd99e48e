package dev.makeline.server.access;

import java.util.Optional;
import java.util.regex.Pattern;

/// The credentials of an Authorization header of the scheme Bearer (RFC 6750).
final class BearerToken {

    /// Several times the length of any token that is issued.
    static final int LONGEST = 256;

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9\\-._~+/]+=*");
    private static final String SCHEME = "Bearer ";

    private BearerToken() {}

    static Optional<String> of(Optional<String> header) {
        return header.filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(value -> value.substring(SCHEME.length()).strip())
                .filter(BearerToken::isWellFormed);
    }

    static boolean isWellFormed(String token) {
        return token.length() <= LONGEST && FORM.matcher(token).matches();
    }
}
