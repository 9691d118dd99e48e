package dev.makeline.server.page.layout;

import dev.makeline.server.access.SessionCookie;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/// Light or dark. Kept by the browser in a cookie, so that a page comes in the right one at once
/// and without a script.
public enum Theme {
    /// As the device is set.
    DEVICE("device", "Auto"),
    LIGHT("light", "Light"),
    DARK("dark", "Dark");

    private static final String COOKIE = "__Host-makeline-theme";
    private static final Duration KEPT_FOR = Duration.ofDays(365);

    private final String value;
    private final String label;

    Theme(String value, String label) {
        this.value = value;
        this.label = label;
    }

    public String value() {
        return value;
    }

    public String label() {
        return label;
    }

    static Theme of(HttpRequest<?> request) {
        return request.getCookies()
                .findCookie(COOKIE)
                .map(Cookie::getValue)
                .flatMap(Theme::named)
                .orElse(DEVICE);
    }

    static Optional<Theme> named(String value) {
        return Arrays.stream(values()).filter(theme -> theme.value.equals(value)).findFirst();
    }

    Cookie cookie() {
        return SessionCookie.guarded(COOKIE, value).maxAge(KEPT_FOR);
    }
}
