package dev.makeline.server.access;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.Locale;
import java.util.Optional;

/// Whether a browser says that a page of this very host makes a request. `Sec-Fetch-Site` decides
/// where it is sent; else `Origin` must name the host that the request went to.
public final class SameOrigin {

    private static final String FETCH_SITE = "Sec-Fetch-Site";
    private static final String SAME = "same-origin";

    private SameOrigin() {}

    static boolean isProven(HttpRequest<?> request) {
        Optional<String> site = fetchSite(request);
        return site.isPresent() ? site.get().equals(SAME) : isOwn(request, origin(request));
    }

    /// Whether the request comes from a page elsewhere. Programs send neither header.
    public static boolean isForeign(HttpRequest<?> request) {
        Optional<String> site = fetchSite(request);
        Optional<String> origin = origin(request);
        return site.isPresent()
                ? !site.get().equals(SAME)
                : origin.isPresent() && !isOwn(request, origin);
    }

    private static Optional<String> fetchSite(HttpRequest<?> request) {
        return request.getHeaders()
                .findFirst(FETCH_SITE)
                .map(value -> value.toLowerCase(Locale.ROOT));
    }

    private static Optional<String> origin(HttpRequest<?> request) {
        return request.getHeaders().findFirst(HttpHeaders.ORIGIN);
    }

    /// The scheme is left out: TLS may end before this server.
    private static boolean isOwn(HttpRequest<?> request, Optional<String> origin) {
        Optional<String> host = request.getHeaders().findFirst(HttpHeaders.HOST);
        return host.isPresent()
                && origin.filter(value ->
                                value.equalsIgnoreCase("https://" + host.get())
                                        || value.equalsIgnoreCase("http://" + host.get()))
                        .isPresent();
    }
}
