package dev.makeline.server.access;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.time.Duration;
import java.util.Optional;

/// The cookie of a browser's session. `__Host-` has browsers hold it to this one host and to https
/// (or the machine itself). SameSite is Lax and not Strict, because people come back from an
/// identity provider and from links in mails, and would seem logged out; what changes anything is
/// guarded by [SameOrigin] and [CsrfToken] as well.
public final class SessionCookie {

    public static final String NAME = "__Host-makeline";

    private SessionCookie() {}

    /// The session's secret, where one of a possible form is presented.
    public static Optional<String> of(HttpRequest<?> request) {
        return request.getCookies()
                .findCookie(NAME)
                .map(Cookie::getValue)
                .filter(BearerToken::isWellFormed);
    }

    /// Gone with the browser: the session's own end is kept here, not there.
    public static Cookie holding(String secret) {
        return guarded(NAME, secret);
    }

    /// Takes the cookie away.
    public static Cookie none() {
        return guarded(NAME, "").maxAge(Duration.ZERO);
    }

    /// Any cookie of this host that no script and no other site may use.
    public static Cookie guarded(String name, String value) {
        return Cookie.of(name, value).secure(true).httpOnly(true).path("/").sameSite(SameSite.Lax);
    }
}
